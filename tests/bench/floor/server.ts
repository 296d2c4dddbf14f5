import { createServer } from "node:http";
import { floorAnswers } from "./answers.ts";

/**
 * The floor: what the same machine, SQLite and Node give when a query is all that is asked for. One hand-written,
 * prepared statement a list, JSON.stringify, and nothing else: no GraphQL, no rights, no log, no checks.
 * Usage: node tests/bench/floor/server.ts <floor.db> <port>; POST /q1 with the parameters as JSON.
 */
const [file = "", port = "0"] = process.argv.slice(2);
const answers = floorAnswers(file);

const server = createServer((request, response) => {
  const answer = answers.get((request.url ?? "/").slice(1));
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    if (answer === undefined) return void response.writeHead(404).end();
    const body = Buffer.from(JSON.stringify({ data: answer(JSON.parse(chunks.join(""))) }));
    response
      .writeHead(200, { "content-type": "application/json", "content-length": body.byteLength })
      .end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(Number(port), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));
