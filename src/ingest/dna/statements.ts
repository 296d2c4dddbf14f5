import type { Attributes, Json } from "../../domain/attribute.ts";
import type { Entry } from "../formats/format.ts";
import type { Statement } from "./base.ts";
import { type Roles, type Said, saidIn } from "./roles.ts";
import { type Beside, parsedJson, withFields } from "./settings.ts";
import { noLine, type Things } from "./things.ts";

/** The type of statement that DNA has from the start. */
const usualType = "DNA Statement";

/** The statements of a DNA database that are stances, and those that are only remarks at a place. */
export interface Sorted {
  readonly stances: readonly { readonly statement: Statement; readonly said: Said }[];
  readonly remarks: readonly Statement[];
}

export function sortedBy(statements: readonly Statement[], roles: Roles): Sorted {
  const read = statements.map((statement) => ({ statement, said: saidIn(statement, roles) }));
  return {
    stances: read.flatMap(({ statement, said }) => (said === null ? [] : [{ statement, said }])),
    remarks: read.flatMap(({ statement, said }) => (said === null ? [statement] : [])),
  };
}

interface Reading {
  readonly roles: Roles;
  readonly things: Things;
  readonly beside: Beside;
  readonly file: string;
}

/** The type under which our exports put stances that take no side. */
const sidelessType = "Stance without a side";

export function* stanceEntries(
  { stances }: Sorted,
  { roles, things, beside, file }: Reading,
): Generator<Entry> {
  for (const { statement, said } of stances) {
    const { id, document, start, stop, coder, type } = statement;
    const { holder, speaker, issue, direction, intensity } = said;
    yield {
      kind: "stance",
      field: `STATEMENTS ${id}`,
      lineOf: noLine,
      value: withFields(
        {
          holder: things.actorOf(holder),
          issue: things.issueOf(issue),
          direction,
          intensity,
          document: `DNA ${document}`,
          quote: { start, end: stop },
          attribution: speaker === null ? [] : [{ role: "SPEAKER", actor: things.actorOf(speaker) }],
          externalId: String(id),
          coder: coder === null ? undefined : (beside.idOf(`coder ${coder}`) ?? coder),
          attributes: {
            ...furtherOf(statement, [
              roles.holder,
              roles.speaker,
              roles.issue,
              said.isTold ? said.qualifier : null,
            ]),
            ...(type !== usualType && type !== sidelessType && { "statement type": type }),
          },
        },
        fieldsIn(statement, file),
      ),
    };
  }
}

/** Fields that our exports write as text; others are JSON. */
const textual = [
  "direction",
  "act",
  "holderCertainty",
  "codingLevel",
  "statedOn",
  "validFrom",
  "validUntil",
  "note",
  "addressee",
  "externalId",
  "status",
];
const fieldPrefix = "stance ";

/** Fields of a stance that DNA has no variables for, from those that our exports make. */
function fieldsIn({ id, values }: Statement, file: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([variable, value]) => {
      if (!variable.startsWith(fieldPrefix)) return [];
      const text = String(typeof value === "object" && value !== null ? value.value : value);
      if (text === "") return [];
      const name = variable.slice(fieldPrefix.length);
      const isText = textual.includes(name) && text !== "null";
      return [[name, isText ? text : parsedJson(text, `STATEMENTS ${id} ${variable}`, file)]];
    }),
  );
}

/** A statement as a remark at a place in its document. */
export function remarkOf(statement: Statement): Json {
  const { id, type, start, stop, coder } = statement;
  return { id, type, start, end: stop, coder, values: furtherOf(statement, []) };
}

/** The values of variables other than those that have a place of their own. */
function furtherOf({ values }: Statement, without: readonly (string | null)[]): Attributes {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => !without.includes(name) && !name.startsWith(fieldPrefix))
      .map(
        ([name, value]) => [name, typeof value === "object" && value !== null ? value.value : value] as const,
      )
      .filter(([, value]) => value !== "" && value !== null),
  );
}
