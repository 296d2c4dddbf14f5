import { h, type ComponentChildren as Markup } from "preact";
import { hrefTo, type Place, pathOf } from "../place.ts";
import type { ConditionKind, Direction } from "../query.ts";
import { counted, dateWords } from "../words.ts";
import { mark } from "./mark.ts";
import { conditionLines, quotes, type StanceShown, sources, stanceFields } from "./stance.ts";

/** A position with its reasons. */
export interface PositionShown {
  readonly actor: { readonly id: string; readonly name: string };
  readonly issue: { readonly id: string; readonly label: string; readonly proposition: string };
  readonly direction: Direction;
  readonly intensity: number;
  readonly contested: boolean;
  readonly since: string | null;
  readonly stanceCount: number;
  readonly sourceCount: number;
  readonly explanation: string;
  readonly conditions: readonly { readonly kind: ConditionKind; readonly text: string }[];
  readonly facets: readonly { readonly name: string; readonly value: string }[];
  readonly representative: { readonly name: string } | null;
  readonly deciding: StanceShown;
  readonly stances: { readonly nodes: readonly StanceShown[] };
}

/** What a query asks of a position for its card. */
export const positionFields = `
  fragment PositionShown on Position {
    actor { id name }
    issue { id label proposition }
    direction intensity contested since stanceCount sourceCount explanation
    conditions { kind text }
    facets { name value }
    representative { name }
    deciding { ...StanceShown }
    stances(first: 5) { nodes { ...StanceShown } }
  }
  ${stanceFields}
`;

type About = "actor" | "issue" | "both";

/** A position as a card. `about` says what its heading must name: on an actor's page, the issue. */
export function positionCard(place: Place, position: PositionShown, about: About): Markup {
  const { direction, intensity, conditions, facets, deciding, representative, contested } = position;
  return h("article", { class: "card", id: anchorFor(position, about) }, [
    h("h3", null, headingOf(place, position, about)),
    h("p", null, mark(direction, intensity, conditions.length > 0), since(position)),
    contested && h("p", { class: "small soft" }, "Contested: stances for and against within a year."),
    ...conditionLines(conditions),
    facets.length > 0 &&
      h("p", { class: "small soft" }, facets.map(({ name, value }) => `${name}: ${value}`).join(", ")),
    ...quotes(place, deciding),
    sources(place, deciding),
    representative !== null && h("p", { class: "small soft" }, `Voiced by ${representative.name}.`),
    reasons(place, position),
  ]);
}

function anchorFor({ actor, issue }: PositionShown, about: About): string | undefined {
  if (about === "both") return undefined;
  return (about === "issue" ? issue.id : actor.id).replace(":", "-");
}

function headingOf(place: Place, { actor, issue }: PositionShown, about: About) {
  return [
    about !== "issue" && h("a", { href: hrefTo(place, pathOf(actor.id)) }, actor.name),
    about === "both" && h("span", { class: "soft" }, " on "),
    about !== "actor" && h("a", { href: hrefTo(place, pathOf(issue.id)) }, issue.proposition),
  ];
}

function since({ since: from }: PositionShown): string {
  return from === null ? ", undated" : `, since ${dateWords(from)}`;
}

/** Why it is so, folded away: the sentence, and the other stances. */
function reasons(
  place: Place,
  { explanation, stanceCount, sourceCount, deciding, stances }: PositionShown,
): Markup {
  const others = stances.nodes.filter(({ id }) => id !== deciding.id);
  const hidden = stanceCount - stances.nodes.length;
  return h("details", { class: "small" }, [
    h("summary", null, `${counted(stanceCount, "stance")} from ${counted(sourceCount, "source")}`),
    h("p", null, explanation),
    ...others.map((stance) =>
      h("div", { class: "stack" }, [
        h("p", null, mark(stance.direction, stance.intensity, stance.conditions.length > 0)),
        ...quotes(place, stance),
        sources(place, stance),
      ]),
    ),
    hidden > 0 && h("p", { class: "soft" }, `${hidden} more are not shown here.`),
  ]);
}
