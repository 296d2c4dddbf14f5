import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a server was asked, as the protocol of chat completions has it. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: unknown } };
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly temperature?: number;
}

/** How it answers: with the model's words, or in one of the ways that servers go wrong. */
export type Behaviour =
  | string
  | { readonly status: number; readonly error: unknown; readonly headers?: Readonly<Record<string, string>> }
  | "CUT"
  | "SILENT"
  | "NO_JSON";

export interface ChatServer {
  readonly url: string;
  readonly requests: readonly ChatRequest[];
  readonly keys: readonly (string | undefined)[];
}

/** A server that speaks the protocol of chat completions on loopback; each request is answered as the script tells. */
export async function chatServer(
  script: (request: ChatRequest, nth: number) => Behaviour,
): Promise<ChatServer> {
  const requests: ChatRequest[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer((incoming, response) => {
    void bodyOf(incoming).then((body) => {
      const request = JSON.parse(body) as ChatRequest;
      requests.push(request);
      keys.push(incoming.headers.authorization);
      if (incoming.url !== "/v1/chat/completions")
        return send(response, 404, { error: { message: "no such path" } });
      answer(
        response,
        request,
        behaviourOf(() => script(request, requests.length)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests, keys };
}

/** A script that fails is told to whoever asked, so that the test says why. */
function behaviourOf(script: () => Behaviour): Behaviour {
  try {
    return script();
  } catch (error) {
    return { status: 418, error: { message: String(error) } };
  }
}

function answer(response: ServerResponse, { model, messages }: ChatRequest, behaviour: Behaviour): void {
  if (behaviour === "SILENT") return;
  if (behaviour === "CUT") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "4096" });
    response.write('{"id": "chatcmpl-1", "choices": [{"index": 0, "message": {"role": "assi');
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (behaviour === "NO_JSON") {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<html>gateway</html>");
    return;
  }
  if (typeof behaviour === "object") {
    send(response, behaviour.status, { error: behaviour.error }, behaviour.headers);
    return;
  }
  const asked = messages.reduce((sum, { content }) => sum + Math.ceil(content.length / 4), 0);
  send(response, 200, {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_700_000_000,
    model,
    choices: [{ index: 0, message: { role: "assistant", content: behaviour }, finish_reason: "stop" }],
    usage: {
      prompt_tokens: asked,
      completion_tokens: Math.ceil(behaviour.length / 4),
      total_tokens: asked + Math.ceil(behaviour.length / 4),
    },
  });
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of incoming.setEncoding("utf8")) body += chunk;
  return body;
}

/** The label of an actor or an issue in a question: `A3` of `A3: Iraq`. */
export function labelOf({ messages }: ChatRequest, name: string): string {
  const all = messages.map(({ content }) => content).join("\n");
  const line = all
    .split("\n")
    .find((each) => /^[AI]\d+: /.test(each) && each.slice(each.indexOf(": ") + 2).startsWith(name));
  if (line === undefined) throw new Error(`The question names no ${name}`);
  return line.slice(0, line.indexOf(":"));
}

export function isVerifying({ messages }: ChatRequest): boolean {
  return messages[0]?.content.startsWith("You check claims") === true;
}
