import { dna } from "./dna.ts";
import type { ImportFormat } from "./format.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { table } from "./table.ts";
import { yaml } from "./yaml.ts";

/** Every format that `import` reads, by file name ending. */
export const importFormats: readonly ImportFormat[] = [yaml, json, jsonl, dna, table];
