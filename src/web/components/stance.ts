import { h, type ComponentChildren as Markup } from "preact";
import { hrefTo, type Place, pathOf } from "../place.ts";
import type { ConditionKind, Direction, LinkData } from "../query.ts";
import { chainWords, conditionWords, dateWords } from "../words.ts";
import { mark } from "./mark.ts";

/** A stance with its words and how they came to us, as cards show it. */
export interface StanceShown {
  readonly id: string;
  readonly direction: Direction;
  readonly intensity: number;
  readonly conditions: readonly { readonly kind: ConditionKind; readonly text: string }[];
  readonly holder: Named;
  readonly issue: { readonly id: string; readonly label: string };
  readonly evidence: readonly { readonly id: string; readonly quote: string }[];
  readonly document: { readonly id: string; readonly title: string; readonly publisher: string | null };
  readonly attribution: readonly LinkData[];
  readonly effectiveOn: { readonly edtf: string } | null;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a query asks of a stance for its card. */
export const stanceFields = `
  fragment StanceShown on Stance {
    id direction intensity
    conditions { kind text }
    holder { id name }
    issue { id label }
    evidence { id quote }
    document { id title publisher }
    attribution { role cue actor { name } anonymous { descriptor affiliation { name } } }
    effectiveOn { edtf }
  }
`;

/** A stance as a card: who, what, in which words, according to whom, when. */
export function stanceCard(place: Place, stance: StanceShown, also: Markup = null): Markup {
  const { holder, issue, direction, intensity, conditions } = stance;
  return h("article", { class: "card" }, [
    h("h3", null, [
      h("a", { href: hrefTo(place, pathOf(holder.id)) }, holder.name),
      h("span", { class: "soft" }, " on "),
      h("a", { href: hrefTo(place, pathOf(issue.id)) }, issue.label),
    ]),
    h("p", null, mark(direction, intensity)),
    ...conditionLines(conditions),
    ...quotes(place, stance),
    sources(place, stance),
    also,
  ]);
}

export function conditionLines(conditions: StanceShown["conditions"]): readonly Markup[] {
  return conditions.map(({ kind, text }) =>
    h("p", { class: "small" }, h("b", null, conditionWords[kind]), ` ${text}`),
  );
}

/** The words themselves, each leading to its place in the document. */
export function quotes(
  place: Place,
  { evidence, document }: Pick<StanceShown, "evidence" | "document">,
): readonly Markup[] {
  return evidence.map(({ id, quote }) =>
    h("blockquote", { cite: pathOf(document.id) }, [
      `“${quote}” `,
      h(
        "a",
        { class: "small", href: `${hrefTo(place, pathOf(document.id))}#${anchorOf(id)}` },
        "in its place",
      ),
    ]),
  );
}

/** According to whom, in what, on which day. */
export function sources(
  place: Place,
  { attribution, document, effectiveOn }: Pick<StanceShown, "attribution" | "document" | "effectiveOn">,
): Markup {
  const chain = chainWords(attribution);
  return h("dl", { class: "facts" }, [
    chain !== "" && [h("dt", null, "According to"), h("dd", null, chain)],
    h("dt", null, "In"),
    h(
      "dd",
      null,
      h("a", { href: hrefTo(place, pathOf(document.id)) }, document.title),
      document.publisher !== null && `, ${document.publisher}`,
    ),
    h("dt", null, "On"),
    h("dd", null, effectiveOn === null ? "no date told" : dateWords(effectiveOn.edtf)),
  ]);
}

/** The fragment that names a piece of evidence in its document's page. */
export function anchorOf(evidence: string): string {
  return `e${evidence.split(".").slice(-2).join("-")}`;
}
