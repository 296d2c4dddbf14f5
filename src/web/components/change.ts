import { h, type ComponentChildren as Markup } from "preact";
import { hrefTo, type Place, pathOf } from "../place.ts";
import type { ConditionKind, Direction } from "../query.ts";
import { dateWords, plainWords } from "../words.ts";
import { mark } from "./mark.ts";
import { quotes, type StanceShown, sources, stanceFields } from "./stance.ts";

interface Side {
  readonly direction: Direction;
  readonly intensity: number;
  readonly conditions: readonly { readonly kind: ConditionKind; readonly text: string }[];
  readonly deciding: StanceShown;
}

/** Two positions that follow each other. */
export interface ChangeShown {
  readonly actorId: string;
  readonly actorName: string;
  readonly issueId: string;
  readonly issueLabel: string;
  readonly kinds: readonly string[];
  readonly day: string;
  readonly on: { readonly edtf: string };
  readonly before: Side;
  readonly after: Side;
}

export const changeFields = `
  fragment ChangeShown on ChangeRow {
    actorId actorName issueId issueLabel kinds day on { edtf }
    before { direction intensity conditions { kind text } deciding { ...StanceShown } }
    after { direction intensity conditions { kind text } deciding { ...StanceShown } }
  }
`;

export const changeDocumentFields = `${changeFields} ${stanceFields}`;

/** A change with the words before and after, and no judgement. */
export function changeCard(place: Place, change: ChangeShown): Markup {
  const { actorId, actorName, issueId, issueLabel, kinds, on, before, after } = change;
  return h("article", { class: "card" }, [
    h("h3", null, [
      h("a", { href: hrefTo(place, pathOf(actorId)) }, actorName),
      h("span", { class: "soft" }, " on "),
      h("a", { href: hrefTo(place, pathOf(issueId)) }, issueLabel),
    ]),
    h("p", { class: "small soft" }, `${kinds.map(plainWords).join(", ")}, ${dateWords(on.edtf)}`),
    h("div", { class: "sides" }, [side(place, "Before", before), side(place, "After", after)]),
  ]);
}

function side(place: Place, title: string, { direction, intensity, conditions, deciding }: Side): Markup {
  return h("div", { class: "stack" }, [
    h(
      "p",
      null,
      h("span", { class: "soft" }, `${title}: `),
      mark(direction, intensity, conditions.length > 0),
    ),
    ...quotes(place, deciding),
    sources(place, deciding),
  ]);
}
