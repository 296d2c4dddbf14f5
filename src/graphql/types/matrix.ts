import { actorTable, issueTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { throughAll } from "../cost.ts";
import { AsOfInput, PositionRuleInput } from "../inputs.ts";
import { rowList } from "../limits.ts";
import { namesOf } from "../names.ts";
import { answersTo } from "../positions.ts";
import { questionOf } from "../questions.ts";
import { type PositionRow, PositionRowRef, shown } from "../rows.ts";
import { whereInput } from "../where.ts";

const MatrixCellRef = builder.objectRef<PositionRow>("MatrixCell").implement({
  description:
    "Where an actor stands on an issue. A pair without a cell has no data: never show it as neutral.",
  interfaces: [PositionRowRef],
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

function byName(context: Context, cells: readonly PositionRow[]): readonly PositionRow[] {
  const of = (name: "actor" | "issue") => cells.map(({ position }): string => position[name]);
  const [names, labels] = [namesOf(context, "actor", of("actor")), namesOf(context, "issue", of("issue"))];
  const keyOf = ({ position: { actor, issue } }: PositionRow) =>
    [names.get(actor), actor, labels.get(issue), issue].join("\0");
  const keys = new Map(cells.map((cell) => [cell, keyOf(cell)]));
  return cells.toSorted((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1));
}
