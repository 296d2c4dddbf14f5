import { importFiles } from "../../src/ingest/import.ts";
import { record } from "../../src/ingest/record.ts";
import { openStore } from "../../src/store/open.ts";

/**
 * A program to be killed: it imports a coding, says so, and then records one actor after the other, saying each once
 * it is acknowledged. Arguments: the database and the coding.
 */
const [path = "", coding = ""] = process.argv.slice(2);
const author = { who: "crash test", why: null };
const store = openStore({ path, clock: () => new Date(), create: true });
importFiles(store, [coding], { author });
process.stdout.write("imported\n");
for (let number = 0; number < 10_000; number += 1) {
  record(
    store,
    { kind: "actor", item: { id: `late-${number}`, name: `Late ${number}`, kind: "GROUP" } },
    { author },
  );
  process.stdout.write(`actor:late-${number}\n`);
}
