import { type Grouping, tallyOf } from "../analysis/tally.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { directions, statuses } from "../domain/stance.ts";
import type { StanceCount, StanceGroup } from "../store/counts.ts";
import type { Context } from "./context.ts";
import { type Asked, countedIn } from "./counted.ts";

/** How many stances a filter leaves, counted in memory; null where only the tables can tell. */
export function projectedCount(context: Context, asked: Asked): number | null {
  const projection = context.store.projection.current();
  const counted = projection && countedIn(context, projection, asked);
  if (counted === null || projection === null) return null;
  return tallyOf(projection, counted, []).reduce((total, { stances }) => total + stances, 0);
}

/** Counts of stances by what they share, in memory; null where only the tables can tell. */
export function projectedCounts(
  context: Context,
  { groupBy, ...asked }: Asked & { readonly groupBy: readonly StanceGroup[] },
): readonly StanceCount[] | null {
  const projection = context.store.projection.current();
  const counted = projection && countedIn(context, projection, asked);
  if (counted === null || projection === null) return null;
  const groups = groupBy.flatMap((group) => groupingsIn(projection)[group] ?? []);
  if (groups.length !== groupBy.length || groups.length === 0 || groups.length > 4) return null;
  const rows = tallyOf(projection, counted, groups).toSorted((a, b) => inOrder(groups, a.numbers, b.numbers));
  if (rows.length > maxRows) return null;
  // Who and where is counted by the tables, only when it is asked for.
  let counts: ReadonlyMap<string, StanceCount> | null = null;
  const counting = (values: StanceCount["values"]): StanceCount => {
    counts ??= new Map(
      context.store.counts({ ...asked, groupBy }).map((row) => [row.values.join("\0"), row]),
    );
    return counts.get(values.join("\0")) as StanceCount;
  };
  return rows.map(({ numbers, stances }) => {
    const values = numbers.map((number, index) => groups[index]?.wordOf(number) ?? null);
    return new ProjectedCount(values, stances, counting);
  });
}

/** A count of stances; who and where is counted when it is asked for. */
class ProjectedCount implements StanceCount {
  readonly values: StanceCount["values"];
  readonly stances: number;
  readonly #counting: (values: StanceCount["values"]) => StanceCount;

  constructor(
    values: StanceCount["values"],
    stances: number,
    counting: (values: StanceCount["values"]) => StanceCount,
  ) {
    this.values = values;
    this.stances = stances;
    this.#counting = counting;
  }

  get actors(): number {
    return this.#counting(this.values).actors;
  }

  get documents(): number {
    return this.#counting(this.values).documents;
  }
}

const maxRows = 10_000;

/** A grouping with what its numbers mean, and whether they are in order as numbers; else their values are. */
interface NamedGrouping extends Grouping {
  readonly wordOf: (number: number) => string;
  readonly isNumber?: boolean;
}

function groupingsIn({ actors, issues }: Projection): Readonly<Partial<Record<StanceGroup, NamedGrouping>>> {
  const listed = (values: readonly string[]) => ({
    least: 0,
    size: values.length,
    wordOf: (number: number) => values[number] as string,
  });
  return {
    HOLDER: { column: ({ actor }) => actor, ...listed(actors.ids) },
    ISSUE: { column: ({ issue }) => issue, ...listed(issues.ids) },
    DIRECTION: { column: ({ direction }) => direction, ...listed(directions) },
    STATUS: { column: ({ status }) => status, ...listed(statuses) },
    INTENSITY: { column: ({ intensity }) => intensity, least: -2, size: 5, wordOf: String, isNumber: true },
  };
}

function inOrder(groups: readonly NamedGrouping[], a: readonly number[], b: readonly number[]): number {
  for (const [index, { wordOf, isNumber }] of groups.entries()) {
    const [one, other] = [a[index] as number, b[index] as number];
    if (one === other) continue;
    if (isNumber) return one - other;
    return wordOf(one) < wordOf(other) ? -1 : 1;
  }
  return 0;
}
