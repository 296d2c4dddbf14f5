import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Site {
  /** `127.0.0.1:40123` */
  readonly host: string;
  readonly port: number;
  /** What was asked for, with the request's headers. */
  readonly requests: IncomingMessage[];
  /** How often somebody connected, with or without asking. */
  readonly connections: () => number;
}

/** What a path answers: a body with its type, or what it does itself. */
export type Answer =
  | { readonly type?: string; readonly body: string | Uint8Array; readonly encoding?: string }
  | { readonly to: string; readonly status?: number }
  | ((response: ServerResponse) => void);

/** A server on this machine's own address; gone after the test. */
export async function siteOf(answers: Readonly<Record<string, Answer>>): Promise<Site> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const answer = answers[request.url ?? ""];
    if (answer === undefined) response.writeHead(404, "Gone fishing").end("Nothing.");
    else if (typeof answer === "function") answer(response);
    else if ("to" in answer) response.writeHead(answer.status ?? 302, { location: answer.to }).end();
    else {
      const { type, body, encoding } = answer;
      response.writeHead(200, {
        ...(type !== undefined && { "content-type": type }),
        ...(encoding !== undefined && { "content-encoding": encoding }),
      });
      response.end(body);
    }
  });
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, port, requests, connections: () => connections };
}
