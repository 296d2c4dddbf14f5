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
import { webAnnotation } from "./web-annotation.ts";
import { yaml } from "./yaml.ts";

/** Every format that `import` reads, by file name ending; of those that fit, the longest counts. */
export const importFormats: readonly ImportFormat[] = [
  yaml,
  json,
  jsonl,
  dna,
  table,
  brat,
  doccano,
  inception,
  labelStudio,
  refiQda,
  webAnnotation,
];
