import type { Problem } from "../../domain/error.ts";
import { coding, type ItemKind, itemKinds } from "../coding.ts";
import type { Source } from "../source.ts";
import type { Entry } from "./format.ts";

/** A whole coding file as plain values, with the line of each place. */
export interface Sections {
  readonly value: unknown;
  readonly lineOf: (path: readonly string[]) => number | null;
}

const sectionOf: Readonly<Record<ItemKind, string>> = {
  dataset: "dataset",
  coder: "coder",
  document: "documents",
  actor: "actors",
  issue: "issues",
  relation: "relations",
  event: "events",
  stance: "stances",
};

/** The entries of a coding that lies in sections, kind after kind. */
export function* sectionEntries(
  source: Source,
  { value, lineOf }: Sections,
  wanted: readonly ItemKind[],
  problem: (problem: Problem) => void,
): Generator<Entry> {
  const say = (field: string, message: string) =>
    problem({ file: source.name, line: lineOf(field === "" ? [] : [field]), field, message });
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    if (wanted.includes("dataset")) say("", "This is no coding; start with `stancegraph: 1`.");
    return;
  }
  const sections = value as Readonly<Record<string, unknown>>;
  if (wanted.includes("dataset")) checkForm(sections, say);
  for (const kind of itemKinds.filter((each) => wanted.includes(each))) {
    const name = sectionOf[kind];
    const section = sections[name];
    if (section === undefined || section === null) continue;
    if (kind === "dataset" || (kind === "coder" && !Array.isArray(section))) {
      yield { kind, value: section, field: name, lineOf: (path) => lineOf([name, ...path]) };
    } else if (Array.isArray(section)) {
      for (const [index, each] of section.entries()) {
        const field = `${name}[${index}]`;
        yield { kind, value: each, field, lineOf: (path) => lineOf([name, String(index), ...path]) };
      }
    } else {
      say(name, `Write a list of ${name} here.`);
    }
  }
}

function checkForm(
  sections: Readonly<Record<string, unknown>>,
  say: (field: string, message: string) => void,
): void {
  if (sections.stancegraph !== 1)
    say("stancegraph", "Write `stancegraph: 1`, the version of the coding format.");
  for (const name of Object.keys(sections)) {
    if (!(name in coding.shape)) {
      say(name, `There is no section "${name}"; there are: ${Object.values(sectionOf).join(", ")}.`);
    }
  }
}
