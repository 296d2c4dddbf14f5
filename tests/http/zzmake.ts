import { openStore } from "../../src/store/open.ts";
import { importSources } from "../../src/ingest/import.ts";
import { textSource } from "../../src/ingest/source.ts";
import { codingLines, sizeFor } from "../bench/generate.ts";
const store = openStore({ path: process.argv[2]!, clock: () => new Date(), create: true });
importSources(store, [textSource("c.jsonl", [...codingLines(sizeFor(100000))].join("\n"))], { author: { who: "x", why: null } });
console.log(store.dataset.counts());
store.close();
