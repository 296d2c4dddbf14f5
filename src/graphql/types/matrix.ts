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
  const rankOf = (kind: "actor" | "issue") => {
    const ids = new Set(cells.map(({ position }) => position[kind] as string));
    const names = namesOf(context, kind, ids);
    const nameOf = (id: string) => names.get(id) ?? "";
    const sorted = [...ids].sort((a, b) => byText(nameOf(a), nameOf(b)) || byText(a, b));
    return new Map(sorted.map((id, rank) => [id, rank]));
  };
  const [actors, issues] = [rankOf("actor"), rankOf("issue")];
  const ranks = cells.map(
    ({ position: { actor, issue } }) =>
      (actors.get(actor) as number) * issues.size + (issues.get(issue) as number),
  );
  const places = Uint32Array.from(ranks.keys()).sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
  return Array.from(places, (place) => cells[place] as PositionRow);
}
