import { asOfAt } from "./place.ts";
import type { View } from "./view.ts";

type By = "HOLDER" | "ISSUE";

interface Stances {
  readonly keys: readonly { readonly value: string | null }[];
  readonly stances: number;
}

/** Asks who has, or on what there are, how many stances: for views that can only show those with most. */
export function mostStances(by: readonly By[]): NonNullable<View["first"]> {
  const counts = by.map(
    (group) =>
      `${group}: stanceCounts(where: { status: { eq: ACCEPTED } }, asOf: $asOf, groupBy: [${group}]) { keys { value } stances }`,
  );
  return {
    document: `query Most($asOf: AsOf) { ${counts.join(" ")} }`,
    variables: (place) => ({ asOf: asOfAt(place) }),
  };
}

/** The ids of those with most, by an answer to that. */
export function mostIn(answer: unknown, by: By, size: number): readonly string[] {
  const counts = (answer as Readonly<Record<By, readonly Stances[]>>)[by];
  return counts
    .toSorted((a, b) => b.stances - a.stances)
    .slice(0, size)
    .flatMap(({ keys }) => keys[0]?.value ?? []);
}
