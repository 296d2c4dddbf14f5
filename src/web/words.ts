import type { ConditionKind, Direction, LinkData } from "./query.ts";

/** How a direction is shown: a shape and words, so that it is never told by colour alone. */
export const signs: Readonly<
  Record<Direction, { readonly glyph: string; readonly predicate: string; readonly side: string }>
> = {
  SUPPORTS: { glyph: "▲", predicate: "supports", side: "for" },
  AMBIVALENT: { glyph: "◆", predicate: "is for and against", side: "for and against" },
  NEUTRAL: { glyph: "■", predicate: "is neutral", side: "neutral" },
  UNDECIDED: { glyph: "○", predicate: "is undecided", side: "undecided" },
  DECLINED_TO_COMMENT: { glyph: "–", predicate: "declined to comment", side: "declined to comment" },
  OPPOSES: { glyph: "▼", predicate: "opposes", side: "against" },
};

/** `strongly supports`, with as many shapes as the intensity has steps. */
export function directionWords(
  direction: Direction,
  intensity: number,
): { readonly glyphs: string; readonly words: string } {
  const { glyph, predicate } = signs[direction];
  const isStrong = Math.abs(intensity) === 2;
  return { glyphs: glyph.repeat(isStrong ? 2 : 1), words: isStrong ? `strongly ${predicate}` : predicate };
}

/** Kinds of actors, as people call them. */
export const kindWords: Readonly<Record<string, string>> = {
  STATE: "state",
  GOVERNMENT: "government",
  AGENCY: "agency",
  PARTY: "party",
  COALITION: "coalition",
  ARMED_GROUP: "armed group",
  ORGANIZATION: "organization",
  MEDIA: "outlet",
  GROUP: "population group",
  OFFICE: "office",
  PERSON: "person",
};

export const conditionWords: Readonly<Record<ConditionKind, string>> = {
  IF: "if",
  UNLESS: "unless",
  ONLY_AFTER: "only after",
  UNTIL: "until",
  REQUIRES: "only with",
};

/** Why a stance is turned down, as a review may tell: the codes that people give, in their order. */
export const reasonWords: Readonly<Record<string, string>> = {
  NO_STANCE: "the words show no stance",
  WRONG_HOLDER: "another holds it",
  WRONG_ISSUE: "it is on something else",
  WRONG_DIRECTION: "it takes another side, or none",
  WRONG_QUOTE: "other words would show it",
  WRONG_ATTRIBUTION: "it reached us by another chain",
  DUPLICATE: "it is there already",
  OTHER: "for another reason",
};

/** A chain as people read it, nearest to us first: `Reuters ← a senior Iraqi government official`. */
export function chainWords(links: readonly LinkData[]): string {
  const sources = links
    .filter(({ role }) => role !== "HOLDER")
    .map(({ actor, anonymous }) => {
      const affiliation = anonymous?.affiliation ? ` (${anonymous.affiliation.name})` : "";
      return actor?.name ?? `${anonymous?.descriptor ?? "an unnamed source"}${affiliation}`;
    });
  return sources.join(" ← ");
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** An EDTF date for people, where its form is a common one; others stay as they are. */
export function dateWords(edtf: string): string {
  const [from = "", until] = edtf.split("/");
  if (until === undefined) return pointWords(edtf);
  if (from === "" || from === "..") return `some time until ${pointWords(until)}`;
  if (until === "" || until === "..") return `some time from ${pointWords(from)}`;
  const [first, last] = [pointWords(from), pointWords(until)];
  const year = / \d{4}$/.exec(last)?.[0] ?? "-";
  return `some time in ${first.endsWith(year) ? first.slice(0, -year.length) : first}–${last}`;
}

/** `8 March 2024`, `March 2024`, `about 2024`. */
function pointWords(edtf: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(edtf);
  const month = match?.[2] === undefined ? "" : months[Number(match[2]) - 1];
  if (!match || month === undefined) return edtf;
  const [, year, , day, doubt = ""] = match;
  return [doubts[doubt], day === undefined ? "" : String(Number(day)), month, year].filter(Boolean).join(" ");
}

const doubts: Readonly<Record<string, string>> = { "~": "about", "?": "perhaps", "%": "perhaps about" };

/** `1 stance`, `3 stances`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}

const ties: Readonly<Record<string, string>> = {
  MEMBER_OF: "is a member of",
  PART_OF: "is part of",
  REPRESENTS: "represents",
  LEADS: "leads",
  HOLDS_OFFICE: "holds the office of",
  BACKS: "backs",
  OPPOSES: "opposes",
  ALLIED_WITH: "is allied with",
  CONTROLS: "controls",
  SUCCEEDS: "succeeds",
};

/** `is a member of`, for MEMBER_OF. */
export function relationWords(kind: string): string {
  return ties[kind] ?? plainWords(kind);
}

/** `condition added`, for CONDITION_ADDED. */
export function plainWords(name: string): string {
  return name.toLowerCase().replaceAll("_", " ");
}
