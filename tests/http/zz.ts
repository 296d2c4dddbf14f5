import { startServer } from "../../src/http/server.ts";
import { openStore } from "../../src/store/open.ts";
const store = openStore({ path: process.argv[2]!, clock: () => new Date() });
const server = await startServer({ store, host: "127.0.0.1", port: 0, clock: () => new Date(), version: "0.1.0", log: { write() {} } });
console.log(server.url);
