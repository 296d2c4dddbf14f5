import { StanceGraphError } from "../domain/error.ts";
import { UsageError } from "./exit.ts";
import type { Answer, Graph } from "./graph.ts";

/** The graph that a server answers for. */
export function remoteGraph(url: string, key: string | null): Graph {
  const endpoint = endpointOf(url);
  const headers = {
    "content-type": "application/json",
    accept: "application/graphql-response+json, application/json;q=0.9",
    ...(key !== null && { authorization: `Bearer ${key}` }),
  };
  return {
    async request(request) {
      const response = await reached(endpoint, { method: "POST", headers, body: JSON.stringify(request) });
      const text = await response.text();
      return answerIn(text) ?? refused(endpoint, response.status, text);
    },
    close: () => {},
  };
}

/** A server's address means its API: `http://127.0.0.1:4000` is short for `http://127.0.0.1:4000/graphql`. */
function endpointOf(url: string): URL {
  const endpoint = URL.parse(url);
  if (endpoint === null || !/^https?:$/.test(endpoint.protocol)) {
    throw new UsageError(`--url: "${url}" is no address; write it whole, as in http://127.0.0.1:4000.`);
  }
  if (endpoint.pathname === "/") endpoint.pathname = "/graphql";
  return endpoint;
}

async function reached(endpoint: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(endpoint, init);
  } catch (error) {
    const { cause } = error as { cause?: { code?: string; message?: string } };
    const reason = cause?.code ?? cause?.message ?? String(error);
    throw new StanceGraphError(
      "unavailable",
      `${endpoint.href} cannot be reached (${reason}); is the server running?`,
    );
  }
}

function answerIn(text: string): Answer | null {
  try {
    const answer = JSON.parse(text) as Answer | null;
    return answer !== null && typeof answer === "object" && ("data" in answer || "errors" in answer)
      ? answer
      : null;
  } catch {
    return null;
  }
}

function refused(endpoint: URL, status: number, text: string): never {
  const said = `${endpoint.href} answered ${status} without GraphQL: ${text.slice(0, 200).trim()}`;
  throw new StanceGraphError(status === 401 || status === 403 ? "forbidden" : "unavailable", said);
}
