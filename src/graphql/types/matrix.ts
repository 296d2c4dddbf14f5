import { actorTable, issueTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { throughAll } from "../cost.ts";
import { AsOfInput, PositionRuleInput } from "../inputs.ts";
import { rowList } from "../limits.ts";
import { namesOf } from "../names.ts";
import { answersTo } from "../positions.ts";
import { questionOf } from "../questions.ts";
import { type PositionRow, PositionRowRef, rowsByDecidingStance, shown } from "../rows.ts";
import { byText } from "../text-order.ts";
import { whereInput } from "../where.ts";

const MatrixCellRef = builder.objectRef<PositionRow>("MatrixCell").implement({
  description:
    "Where an actor stands on an issue. A pair without a cell has no data: never show it as neutral.",
  interfaces: [PositionRowRef],
  extensions: { kept: rowsByDecidingStance },
});

builder.queryField("positionMatrix", (t) =>
  t.field({
    ...throughAll,
    type: [MatrixCellRef],
    description:
      "Actors by issues: a row for each pair with a position, by the actor's name, then the issue's label; 10000 at most.",
    args: {
      actors: t.arg({ type: whereInput(actorTable), description: "Which actors; all when left out." }),
      issues: t.arg({ type: whereInput(issueTable), description: "Which issues; all when left out." }),
      asOf: t.arg({ type: AsOfInput, description: "As of when; everything known when left out." }),
      rule: t.arg({
        type: PositionRuleInput,
        description: "How stances make a position; LATEST when left out.",
      }),
    },
    complexity: { field: 100, multiplier: rowList },
    resolve: (_root, { actors, issues, ...args }, context) => {
      const cells = answersTo(context, questionOf(args), { actors, issues }).map((position) => ({
        position,
      }));
      return byName(
        context,
        shown(context, cells, ({ position }) => [position]),
      );
    },
  }),
);

/** By the actor's name, then the issue's label: names are compared once each, not once a cell. */
function byName(context: Context, cells: readonly PositionRow[]): readonly PositionRow[] {
  const actors = ranksOf(context, cells, "actor");
  const issues = ranksOf(context, cells, "issue");
  const count = cells.length;
  // A cell's rank and its place in one number, so that they are sorted without comparing in JavaScript.
  const ranks = new Float64Array(count);
  for (let at = 0; at < count; at += 1)
    ranks[at] = ((actors[at] as number) * count + (issues[at] as number)) * count + at;
  ranks.sort();
  const sorted: PositionRow[] = [];
  for (const rank of ranks) sorted.push(cells[rank % count] as PositionRow);
  return sorted;
}

/** For each cell, which its actor or its issue is by name. */
function ranksOf(context: Context, cells: readonly PositionRow[], kind: "actor" | "issue"): Uint32Array {
  const numbers = new Map<string, number>();
  const ranks = new Uint32Array(cells.length);
  let [last, number]: [string | null, number] = [null, 0];
  for (let at = 0; at < cells.length; at += 1) {
    const id = (cells[at] as PositionRow).position[kind];
    // The cells of an actor come together, or those of an issue.
    if (id !== last) {
      number = numbers.get(id) ?? numbers.size;
      if (number === numbers.size) numbers.set(id, number);
      last = id;
    }
    ranks[at] = number;
  }
  const names = namesOf(context, kind, numbers.keys());
  const named = Array.from(numbers, ([id, number]) => ({ id, number, name: names.get(id) ?? "" }));
  named.sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id));
  const rankOf = new Uint32Array(named.length);
  for (const [rank, { number }] of named.entries()) rankOf[number] = rank;
  for (let at = 0; at < ranks.length; at += 1) ranks[at] = rankOf[ranks[at] as number] as number;
  return ranks;
}
