import { brat } from "./brat.ts";
import { dna } from "./dna.ts";
import { doccano } from "./doccano.ts";
import type { ImportFormat } from "./format.ts";
import { inception } from "./inception.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { labelStudio } from "./label-studio.ts";
import { refiQda } from "./refi-qda.ts";
import { table } from "./table.ts";
import { yaml } from "./yaml.ts";

/** Every format that `import` reads, by file name ending; of two that fit, the first. */
export const importFormats: readonly ImportFormat[] = [
  doccano,
  labelStudio,
  inception,
  brat,
  refiQda,
  yaml,
  json,
  jsonl,
  dna,
  table,
];
