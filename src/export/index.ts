import { StanceGraphError } from "../domain/error.ts";
import { brat } from "./brat.ts";
import { coding } from "./coding.ts";
import { codingJsonl } from "./coding-jsonl.ts";
import { csv } from "./csv.ts";
import { dna } from "./dna.ts";
import { doccano } from "./doccano.ts";
import type { AnyFormat } from "./format.ts";
import { inception } from "./inception.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { labelStudio } from "./label-studio.ts";
import { refiQda } from "./refi-qda.ts";
import { exportTables } from "./tables/index.ts";
import { webAnnotation } from "./web-annotation.ts";

export const exportFormats: readonly AnyFormat[] = [
  csv,
  json,
  jsonl,
  coding,
  codingJsonl,
  webAnnotation,
  brat,
  doccano,
  inception,
  labelStudio,
  refiQda,
  dna,
];

/** Everything that can be exported: the tables, and `graph`, which is all of them as one coding. */
export const exported: readonly { readonly name: string; readonly summary: string }[] = [
  ...exportTables,
  { name: "graph", summary: "Everything, as a coding that can be imported again." },
];

/** The format that writes a thing with a file ending, as `stances` with `csv`; its name serves as well. */
export function formatFor(what: string, ending: string): AnyFormat {
  if (!exported.some(({ name }) => name === what)) {
    throw new StanceGraphError(
      "not_found",
      `There is no "${what}" to export; there are: ${names(exported)}.`,
    );
  }
  const able = exportFormats.filter(({ writes }) => writes.includes(what));
  const format =
    able.find(({ name }) => name === ending) ?? able.find(({ extension }) => extension === ending);
  if (format !== undefined) return format;
  const endings = able.map(({ name, extension }) => `${extension} (${name})`).join(", ");
  throw new StanceGraphError(
    "not_found",
    `${what} cannot be exported as "${ending}"; choose one of: ${endings}.`,
  );
}

function names(things: readonly { readonly name: string }[]): string {
  return things.map(({ name }) => name).join(", ");
}
