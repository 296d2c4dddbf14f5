import type { Cell } from "./row.ts";

/** What the API gives of conditions, facets and quotes, for stances and positions alike. */
export type Condition = {
  readonly kind: string;
  readonly text: string;
};

export interface Facet {
  readonly name: string;
  readonly value: string;
}

export interface Link {
  readonly role: string;
  readonly actor: { readonly name: string } | null;
  readonly anonymous: { readonly descriptor: string } | null;
}

export interface Quoted {
  readonly evidence: readonly { readonly quote: string }[];
  readonly attribution: readonly Link[];
}

/** What a document asks to have these words. */
export const quotedFields = "evidence { quote } attribution { role actor { name } anonymous { descriptor } }";

/** Values by facet: `{pace: "immediate"}`. */
export function facetsIn(facets: readonly Facet[]): Cell {
  return Object.fromEntries(facets.map(({ name, value }) => [name, value]));
}

/** The exact words; several quotes are joined by an ellipsis in brackets. */
export function quoteIn({ evidence }: Quoted): string {
  return evidence.map(({ quote }) => quote).join(" […] ");
}

/** `{role: "PUBLISHER", source: "Reuters"}`, link by link, the publisher first. */
export function chainIn({ attribution }: Quoted): Cell {
  return attribution.map(({ role, actor, anonymous }) => ({
    role,
    source: actor?.name ?? anonymous?.descriptor ?? null,
  }));
}
