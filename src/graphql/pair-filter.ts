import { checkSize } from "../store/filter-size.ts";
import { actorTable, issueTable } from "../store/tables.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";
import { kept } from "./kept.ts";
import { type ComputedTable, type IdsOf, matcherOf } from "./matching.ts";
import type { Asked } from "./questions.ts";

/** A filter of things about an actor and an issue, split: what the store can narrow, and a test for the rest. */
export interface PairFilter<T> extends Asked {
  readonly test: (item: T) => boolean;
  /** Whether the store can narrow all of it, so that every item passes the test. */
  readonly isWhole: boolean;
}

/** Fields of everything that is about an actor and an issue. */
export const pairFields = {
  actor: {
    kind: "one",
    table: () => actorTable,
    summary: "Whose it is.",
    of: ({ actor }: { readonly actor: string }) => actor,
  },
  issue: {
    kind: "one",
    table: () => issueTable,
    summary: "On which issue.",
    of: ({ issue }: { readonly issue: string }) => issue,
  },
} as const;

export function pairFilter<T>(
  context: Context,
  where: Where | null | undefined,
  table: ComputedTable<T>,
): PairFilter<T> {
  checkSize(where);
  const { actors, issues, rest } = split(where ?? {});
  const test = matcherOf(rest, table, idsIn(context));
  return { actors: joined(actors), issues: joined(issues), test, isWhole: isEmpty(rest) };
}

interface Split {
  readonly actors: readonly Where[];
  readonly issues: readonly Where[];
  readonly rest: Where;
}

/** What must hold of the actor and of the issue goes to the store; what stands in OR or NOT is tested one by one. */
function split({ actor, issue, AND, ...rest }: Where): Split {
  const parts = ((AND ?? []) as readonly Where[]).map(split);
  return {
    actors: [...narrowed(actor), ...parts.flatMap((part) => part.actors)],
    issues: [...narrowed(issue), ...parts.flatMap((part) => part.issues)],
    rest: { ...rest, AND: parts.map((part) => part.rest) },
  };
}

/** Whether a filter lets everything through. */
function isEmpty({ AND, ...terms }: Where): boolean {
  return (
    Object.values(terms).every((term) => term === undefined || term === null) &&
    ((AND ?? []) as readonly Where[]).every(isEmpty)
  );
}

/** A filter on a related thing as one on the thing itself. */
function narrowed(filter: unknown): readonly Where[] {
  const {
    eq,
    in: among,
    is,
    isNull,
  } = (filter ?? {}) as { eq?: string; in?: string[]; is?: Where; isNull?: boolean };
  return [
    ...(eq == null ? [] : [{ id: { eq } }]),
    ...(among == null ? [] : [{ id: { in: among } }]),
    ...(is == null ? [] : [is]),
    ...(isNull === true ? [{ id: { isNull: true } }] : []),
  ];
}

function joined(filters: readonly Where[]): Where | null {
  return filters.length > 1 ? { AND: filters } : (filters[0] ?? null);
}

function idsIn(context: Context): IdsOf {
  const { actors, issues } = context.store;
  return ({ name }, where) =>
    kept(context, `ids ${name} ${JSON.stringify(where)}`, () => {
      const all = name === actorTable.name ? actors.all({ where }) : issues.all({ where });
      return new Set(all.map(({ id }) => id as string));
    });
}
