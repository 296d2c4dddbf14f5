import { h, type ComponentChildren as Markup } from "preact";
import type { PositionData, StanceData } from "../query.ts";
import { chainWords, conditionWords, counted, dateWords, directionWords } from "../words.ts";

/** Who holds it, what it is, and the words it rests on. */
export function positionItem(position: PositionData): Markup {
  const { actor, representative, direction, intensity, conditions, facets, since, contested, deciding } =
    position;
  const lastOn = deciding.effectiveOn?.edtf;
  return h("li", { class: "position" }, [
    h("div", null, [
      h("h3", null, actor.name),
      directionLine(direction, intensity),
      facets.length > 0 &&
        h("p", { class: "small soft" }, facets.map(({ name, value }) => `${name}: ${value}`).join(", ")),
      contested && h("p", { class: "small soft" }, "contested: stances for and against"),
    ]),
    h("div", { class: "said" }, [
      ...conditions.map(({ kind, text }) =>
        h("p", { class: "condition" }, h("b", null, conditionWords[kind]), ` ${text}`),
      ),
      ...quotesOf(deciding),
      h("dl", { class: "facts" }, [
        ...factsOf(deciding),
        ...fact("Since", since === null ? "undated" : dateWords(since)),
        ...(lastOn === since || lastOn === undefined ? [] : fact("Last on", dateWords(lastOn))),
        ...(representative === null ? [] : fact("Voiced by", representative.name)),
      ]),
      reasons(position),
    ]),
  ]);
}

function directionLine(direction: PositionData["direction"], intensity: number): Markup {
  const { glyphs, words } = directionWords(direction, intensity);
  return h("strong", { class: `direction ${direction}` }, [
    h("span", { class: "glyphs", "aria-hidden": "true" }, glyphs),
    ` ${words}`,
  ]);
}

function quotesOf({ evidence }: StanceData): readonly Markup[] {
  return evidence.map(({ quote }) => h("blockquote", null, `“${quote}”`));
}

/** How a stance came to us, and where it stands. */
function factsOf({ document, attribution }: StanceData): readonly Markup[] {
  const chain = chainWords(attribution);
  const title =
    document.url === null
      ? document.title
      : h("a", { href: document.url, rel: "noreferrer" }, document.title);
  return [...(chain === "" ? [] : fact("According to", chain)), ...fact("In", title)];
}

function fact(name: string, value: Markup): readonly Markup[] {
  return [h("dt", null, name), h("dd", null, value)];
}

/** Why the position is what it is, folded away; other stances than the one that decides are in here. */
function reasons({ explanation, deciding, stances, stanceCount, sourceCount }: PositionData): Markup {
  const others = stances.nodes.filter(({ id }) => id !== deciding.id);
  const hidden = stanceCount - stances.nodes.length;
  const basis = `${counted(stanceCount, "stance")} from ${counted(sourceCount, "independent source")}`;
  return h("details", null, [
    h("summary", null, `Why: ${basis}`),
    h("p", { class: "small" }, explanation),
    others.length > 0 && h("ul", { class: "others" }, others.map(otherItem)),
    hidden > 0 && h("p", { class: "small soft" }, `${hidden} more are not shown here.`),
  ]);
}

function otherItem(stance: StanceData): Markup {
  const { direction, intensity, effectiveOn } = stance;
  const on = fact("On", effectiveOn === null ? "undated" : dateWords(effectiveOn.edtf));
  return h("li", { class: "said" }, [
    directionLine(direction, intensity),
    ...quotesOf(stance),
    h("dl", { class: "facts" }, [...factsOf(stance), ...on]),
  ]);
}
