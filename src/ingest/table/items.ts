import { StanceGraphError } from "../../domain/error.ts";
import { idFromName, parseId } from "../../domain/id.ts";
import { type Direction, signOf } from "../../domain/stance.ts";
import type { CodingStance } from "../coding.ts";
import type { CodingLink } from "../coding-parts.ts";
import { at } from "../problems.ts";
import type { Compiled, CompiledActor } from "./columns.ts";
import type { TableRow } from "./template.ts";

type Item = Readonly<Record<string, unknown>>;

/** What a row says, as items of a coding. */
export interface RowItems {
  readonly documentOf: (row: TableRow) => Item;
  readonly documentKey: (row: TableRow) => string;
  readonly actorOf: (actor: CompiledActor, row: TableRow) => Item;
  readonly actorId: (actor: CompiledActor, row: TableRow) => string;
  readonly issueOf: (row: TableRow) => Item;
  readonly issueId: (row: TableRow) => string;
  /** Null: the mapping leaves the row out. */
  readonly stanceOf: (row: TableRow) => CodingStance | null;
}

export function itemsBy(mapping: Compiled): RowItems {
  const ids = new Map<string, string>();
  const idOf = (kind: "actor" | "issue", name: string, isId: boolean) => {
    const key = `${kind} ${isId} ${name}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = isId ? parseId(kind, name) : idFromName(kind, name);
    ids.set(key, id);
    return id;
  };
  const nameOf = (actor: CompiledActor, row: TableRow) => required("name", actor.name(row));
  const actorId = (actor: CompiledActor, row: TableRow) =>
    actor.id === null ? idOf("actor", nameOf(actor, row), false) : idOf("actor", actor.id(row), true);
  const label = (
    mapping.issue.fields.find(([name]) => name === "label") as readonly [string, (row: TableRow) => string]
  )[1];
  const issueId = (row: TableRow) =>
    mapping.issue.id === null
      ? idOf("issue", required("label", label(row)), false)
      : idOf("issue", mapping.issue.id(row), true);
  const documentKey = (row: TableRow) => JSON.stringify(known(mapping.document.fields, row));
  const { stance, holder, speaker } = mapping;
  const { direction, act, holderCertainty, codingLevel } = stance.chosen;
  return {
    documentKey,
    documentOf: (row) => ({
      ...known(mapping.document.fields, row),
      id: documentKey(row),
      attributes: known(mapping.document.attributes, row),
    }),
    actorId,
    actorOf: (actor, row) => ({
      id: actorId(actor, row),
      name: nameOf(actor, row),
      kind: actor.kind(row) ?? "ORGANIZATION",
      description: actor.description?.(row) || undefined,
      names: actor.names.map((read) => read(row)).filter((name) => name !== ""),
      externalIds: known(actor.externalIds, row),
      attributes: known(actor.attributes, row),
    }),
    issueId,
    issueOf: (row) => {
      const fields = known(mapping.issue.fields, row);
      return {
        proposition: fields.label,
        pro: "Agreement with it.",
        contra: "Disagreement with it.",
        ...fields,
        id: issueId(row),
        attributes: known(mapping.issue.attributes, row),
      };
    },
    stanceOf(row) {
      const side = direction(row) as Direction | null;
      if (side === null) return null;
      const { intensity, quote, ...fields } = known(stance.fields, row);
      const attribution: CodingLink[] =
        speaker === null || speaker.name(row) === ""
          ? []
          : [{ role: "SPEAKER", actor: at("speaker", () => actorId(speaker, row)) }];
      return {
        holder: at("holder", () => actorId(holder, row)),
        issue: at("issue", () => issueId(row)),
        direction: side,
        intensity: intensity === undefined ? undefined : numberIn(intensity, side),
        conditions: [],
        facets: {},
        act: (act(row) ?? "DECLARED") as CodingStance["act"],
        holderCertainty: (holderCertainty(row) ?? "CERTAIN") as CodingStance["holderCertainty"],
        codingLevel: (codingLevel(row) ?? "TEXTUAL") as CodingStance["codingLevel"],
        document: documentKey(row),
        ...(quote !== undefined && { quote }),
        attribution,
        attributes: known(stance.attributes, row),
        ...fields,
      };
    },
  };
}

const maxLength = 20_000;

/** The texts that are not empty, by name. */
function known(
  texts: readonly (readonly [string, (row: TableRow) => string])[],
  row: TableRow,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, read] of texts) {
    const text = read(row);
    if (text.length > maxLength)
      throw new StanceGraphError("invalid", `This is too long; at most ${maxLength} characters.`, [name]);
    if (text !== "") found[name] = text;
  }
  return found;
}

function numberIn(text: string, side: Direction): number {
  const number = Number(text);
  if (Number.isInteger(number)) return number;
  throw new StanceGraphError(
    "invalid",
    `"${text}" is no whole number; write ${signOf(side)}, or leave it out.`,
    ["intensity"],
  );
}

function required(field: string, text: string): string {
  if (text !== "") return text;
  throw new StanceGraphError("invalid", "The row has nothing here; fill it, or name another column.", [
    field,
  ]);
}
