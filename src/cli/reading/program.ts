/** Reads documents in a process of its own: a file that takes too much costs only itself. */
import { readFile } from "node:fs/promises";
import { StanceGraphError } from "../../domain/error.ts";
import { readerOf } from "../../ingest/documents/index.ts";
import type { Asked, Told } from "./messages.ts";

process.on("message", (asked: Asked) => {
  void read(asked).then((told) => process.send?.(told));
});

async function read({ path, name }: Asked): Promise<Told> {
  try {
    const documents = await readerOf(name)?.read(await readFile(path), name);
    return { documents: documents ?? [] };
  } catch (error) {
    // Parsers say what is wrong in words of their own; which ones they are does not matter here.
    const said = error instanceof Error ? error.message : String(error);
    return { trouble: error instanceof StanceGraphError ? said : `It cannot be read: ${said}` };
  }
}
