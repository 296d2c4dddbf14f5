import { asOfFlags, asOfIn, ruleFlags, ruleIn } from "./asking.ts";
import { cellColumns, cellFields, cellRow, type PositionCell } from "./cells.ts";
import { gridOf } from "./grid.ts";
import { aboutFlags, actorsNamed, among, issuesNamed } from "./named.ts";
import { rowsVerb } from "./read.ts";

/** Positions as actors by issues: what `positions --matrix` runs. */
export const matrix = rowsVerb({
  arguments: {},
  flags: { ...aboutFlags, ...asOfFlags, ...ruleFlags },
  examples: [],
  document: `
    query Matrix($actors: ActorWhere, $issues: IssueWhere, $asOf: AsOf, $rule: PositionRule) {
      cells: positionMatrix(actors: $actors, issues: $issues, asOf: $asOf, rule: $rule) { ${cellFields} }
    }
  `,
  variables: async (input, graph) => ({
    actors: among(null, { id: await actorsNamed(graph, input.actor) }),
    issues: among(null, { id: await issuesNamed(graph, input.issue) }),
    asOf: asOfIn(input),
    rule: ruleIn(input),
  }),
  rows: (data: { readonly cells: readonly PositionCell[] }) => data.cells.map(cellRow),
  columns: cellColumns,
  asTable: (rows) => gridOf(rows, { down: ["actor", "actorName"], across: ["issue", "issueLabel"] }),
});
