import { type CodedCodebook, codebookIn } from "../../ingest/codebook.ts";
import { fileSource } from "../../ingest/source.ts";
import type { Effects } from "../effects.ts";
import { pathOf } from "../flags.ts";

/** The codebook of coding files; a file is told by the name that the user gave it. */
export function codebookOfFiles(files: readonly string[], effects: Effects): CodedCodebook {
  return codebookIn(files.map((name) => ({ ...fileSource(pathOf(effects, name)), name })));
}
