/** A named, closed list of ways to qualify a stance on an issue: pace {immediate, phased}. */
export interface Facet {
  readonly name: string;
  readonly values: readonly string[];
}

/** A stance's values for the facets of its issue, at most one each. */
export type FacetValues = Readonly<Record<string, string>>;
