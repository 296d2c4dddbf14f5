import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { StanceGraphError } from "../domain/error.ts";
import type { Store } from "../store/open.ts";
import { authorOf } from "./author.ts";
import type { Effects } from "./effects.ts";
import { pathOf } from "./flags.ts";

/** The example that comes with the package. */
const shipped = fileURLToPath(new URL("../../seed/us-iraq-talks", import.meta.url));

/** Imports a folder's coding into a graph that holds nothing yet; returns whether it did. */
export async function seedOnce(store: Store, folder: string, effects: Effects): Promise<boolean> {
  if (store.dataset.revision() > 0) return false;
  const { importFiles } = await import("../ingest/import.ts");
  importFiles(store, codingsIn(folder === "" ? shipped : pathOf(effects, folder)), {
    author: authorOf(effects, "the seed of a new graph"),
  });
  return true;
}

/** The coding files of a folder, in name order; a file is itself. */
function codingsIn(path: string): readonly string[] {
  if (!existsSync(path))
    throw new StanceGraphError(
      "not_found",
      `There is no ${path} to seed from; name a folder with a coding.yaml.`,
    );
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path).filter((file) => /^coding[\w-]*\.(ya?ml|jsonl?)$/.test(file));
  if (files.length > 0) return files.sort().map((file) => join(path, file));
  throw new StanceGraphError("not_found", `${path} holds no coding to seed from; put a coding.yaml there.`);
}
