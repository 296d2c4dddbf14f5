import type { Attributes, Json } from "../../domain/attribute.ts";
import type { Entry } from "../formats/format.ts";
import type { Statement } from "./base.ts";
import { type Roles, type Said, saidIn } from "./roles.ts";
import { noLine, type Things } from "./things.ts";

/** The type of statement that DNA has from the start. */
export const usualType = "DNA Statement";

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

export function* stanceEntries({ stances }: Sorted, roles: Roles, things: Things): Generator<Entry> {
  for (const { statement, said } of stances) {
    const { id, document, start, stop, coder, type } = statement;
    const { holder, speaker, issue, direction, intensity } = said;
    yield {
      kind: "stance",
      field: `STATEMENTS ${id}`,
      lineOf: noLine,
      value: {
        holder: things.actorOf(holder),
        issue: things.issueOf(issue),
        direction,
        intensity,
        document: `DNA ${document}`,
        quote: { start, end: stop },
        attribution: speaker === null ? [] : [{ role: "SPEAKER", actor: things.actorOf(speaker) }],
        externalId: String(id),
        coder: coder ?? undefined,
        attributes: {
          ...furtherOf(statement, [
            roles.holder,
            roles.speaker,
            roles.issue,
            said.isTold ? said.qualifier : null,
          ]),
          ...(type !== usualType && { "statement type": type }),
        },
      },
    };
  }
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
      .filter(([name]) => !without.includes(name))
      .map(
        ([name, value]) => [name, typeof value === "object" && value !== null ? value.value : value] as const,
      )
      .filter(([, value]) => value !== "" && value !== null),
  );
}
