import { createServer } from "node:net";

/** A port that is free now, for workers that come and go to share; 0 where none is found, as the server will tell. */
export function freePort(host: string): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(0));
    server.listen({ host, port: 0 }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
