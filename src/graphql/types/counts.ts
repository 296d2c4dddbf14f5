import { type StanceCount, type StanceGroup, stanceGroups } from "../../store/counts.ts";
import { stanceTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { throughAll } from "../cost.ts";
import { enumOf } from "../enums.ts";
import { AsOfInput } from "../inputs.ts";
import { rowList } from "../limits.ts";
import { hintNodes, nodeOf } from "../nodes.ts";
import { projectedCounts } from "../projected-counts.ts";
import { questionOf } from "../questions.ts";
import { whereInput } from "../where.ts";

const groups = Object.keys(stanceGroups) as StanceGroup[];

const StanceGroupEnum = enumOf("StanceGroup", "By what stances can be counted.", groups, {
  HOLDER: "By holder: the value is an actor's id.",
  ISSUE: "By issue: the value is an issue's id.",
  DIRECTION: "By direction.",
  INTENSITY: "By intensity, −2 to 2.",
  ACT: "By what was done to show them.",
  DOCUMENT: "By document: the value is a document's id.",
  CODER: "By coder: the value is a coder's id.",
  STATUS: "By status.",
  CODING_LEVEL: "By how far the coder went beyond the words.",
  YEAR: "By the year of the last day they can have been held on, YYYY; null for undated ones.",
  MONTH: "By the month of the last day they can have been held on, YYYY-MM; null for undated ones.",
});

interface CountRow {
  readonly count: StanceCount;
  readonly groups: readonly StanceGroup[];
}

interface CountKey {
  readonly group: StanceGroup;
  readonly value: string | null;
}

const CountKeyRef = builder.objectRef<CountKey>("CountKey").implement({
  description: "What the stances of a row have in common.",
  fields: (t) => ({
    group: t.expose("group", { type: StanceGroupEnum, description: "By what they were grouped." }),
    value: t.exposeString("value", {
      nullable: true,
      description: "The value they share; null for undated ones.",
    }),
    label: t.string({
      nullable: true,
      description: "The value in words: the name, label or title where it is an id, else the value itself.",
      resolve: ({ value }, _args, context) => value && labelOf(context, value),
    }),
  }),
});

const CountRowRef = builder.objectRef<CountRow>("CountRow").implement({
  description: "How many stances have something in common.",
  fields: (t) => ({
    keys: t.field({
      type: [CountKeyRef],
      description: "What they have in common, in the order asked.",
      resolve: ({ groups: asked, count: { values } }) =>
        asked.map((group, index) => ({ group, value: values[index] ?? null })),
    }),
    stances: t.int({ description: "How many stances.", resolve: ({ count }) => count.stances }),
    actors: t.int({
      description: "How many different actors hold them.",
      resolve: ({ count }) => count.actors,
    }),
    documents: t.int({
      description: "In how many different documents they were found.",
      resolve: ({ count }) => count.documents,
    }),
  }),
});

builder.queryField("stanceCounts", (t) =>
  t.field({
    ...throughAll,
    type: [CountRowRef],
    description: "Counts stances by what they have in common. Groups without any stance have no row.",
    args: {
      where: t.arg({
        type: whereInput(stanceTable),
        description: "Which ones; all, whatever their status, when left out.",
      }),
      groupBy: t.arg({
        type: [StanceGroupEnum],
        required: true,
        description: "By what: one to four groups.",
      }),
      asOf: t.arg({
        type: AsOfInput,
        description: "Only those that counted as of then; when left out, all, whatever their status.",
      }),
    },
    complexity: { field: 20, multiplier: rowList },
    resolve: (_root, { where, groupBy, asOf }, context) => {
      const asked = { where, groupBy, asOf: asOf == null ? null : questionOf({ asOf }).asOf };
      const rows = projectedCounts(context, asked) ?? context.store.counts(asked);
      hintNodes(
        context,
        rows.flatMap(({ values }) => values.filter((value) => value !== null)),
      );
      return rows.map((count): CountRow => ({ count, groups: groupBy }));
    },
  }),
);

function labelOf(context: Context, value: string): string {
  const node = nodeOf(context, value) as { name?: string; label?: string; title?: string } | null;
  return node?.name ?? node?.label ?? node?.title ?? value;
}
