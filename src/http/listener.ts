import type { IncomingMessage, ServerResponse } from "node:http";
import type { App } from "./app.ts";
import { addressOf, headOf, read, requestOf } from "./incoming.ts";
import { send, sendReady } from "./send.ts";

/**
 * Answers requests of Node's server with an app's responses; ends streams of events when it is told to. Nothing that
 * is thrown meanwhile may reach the server: it would end the program.
 */
export function listenerOf(app: App, closing: AbortSignal) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): void =>
    guarded(outgoing, () => listen(incoming, outgoing));

  function guarded(outgoing: ServerResponse, work: () => void): void {
    try {
      work();
    } catch (error) {
      app.fail(null, error);
      if (outgoing.headersSent) outgoing.destroy();
      else turnAway(outgoing, 500, "Internal error");
    }
  }

  function listen(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (incoming.method === "TRACE") {
      // No request of the web can be made of it.
      turnAway(outgoing, 405, "TRACE does not go here.");
      return;
    }
    const address = addressOf(incoming);
    if (address === null) {
      turnAway(outgoing, 400, "The address or the Host header is malformed.");
      return;
    }
    const head = headOf(incoming, address);
    const call = app.call(head, address.pathname);
    let bytes = 0;
    const count = (size: number) => {
      bytes += size;
    };
    outgoing.once("close", () => {
      const { statusCode: status, writableFinished } = outgoing;
      const milliseconds = performance.now() - call.startedAt;
      app.close(call, { status, bytes, milliseconds, aborted: !writableFinished });
    });
    if (!app.short.takes(incoming, head, call)) goOn(null);
    else if (incoming.method === "GET") goShort(null);
    else read(incoming, (body) => guarded(outgoing, () => goShort(body)));

    function goShort(body: Buffer<ArrayBuffer> | null): void {
      const ready = closing.aborted ? null : app.short.answer(head, call, body);
      if (ready === null) goOn(body);
      else sendReady(ready, { outgoing, requestId: call.id, count });
    }

    function goOn(body: Buffer<ArrayBuffer> | null): void {
      app
        .answer(requestOf(incoming, { outgoing, address: head.url, body }), call)
        .then((response) => send(response, { incoming, outgoing, closing, count }))
        .catch((error: unknown) => {
          // Cut in the middle, so that nobody takes the half for the whole. Who is gone needs no telling.
          if (!outgoing.destroyed) app.fail(call, error);
          outgoing.destroy();
        });
    }
  }
}

function turnAway(outgoing: ServerResponse, status: number, message: string): void {
  outgoing.writeHead(status, { "content-type": "text/plain", connection: "close" }).end(`${message}\n`);
}
