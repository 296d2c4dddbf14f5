/** What stances and positions have in common, as the API gives it, and as rows put it into words. */
export interface Condition {
  readonly kind: string;
  readonly text: string;
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

/** `ONLY_AFTER: the mission is reassessed` */
export function conditionWords(conditions: readonly Condition[]): readonly string[] {
  return conditions.map(({ kind, text }) => `${kind}: ${text}`);
}

/** `pace: immediate` */
export function facetWords(
  facets: readonly { readonly name: string; readonly value: string }[],
): readonly string[] {
  return facets.map(({ name, value }) => `${name}: ${value}`);
}

/** The exact words; several quotes are joined by an ellipsis in brackets. */
export function quoteWords({ evidence }: Quoted): string {
  return evidence.map(({ quote }) => quote).join(" […] ");
}

/** `PUBLISHER: Reuters`, link by link, the publisher first. */
export function chainWords({ attribution }: Quoted): readonly string[] {
  return attribution.map(
    ({ role, actor, anonymous }) => `${role}: ${actor?.name ?? anonymous?.descriptor ?? ""}`,
  );
}
