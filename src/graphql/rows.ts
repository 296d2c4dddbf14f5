import { StanceGraphError } from "../domain/error.ts";
import { builder } from "./builder.ts";
import type { Context } from "./context.ts";
import { DirectionEnum } from "./enums.ts";
import { nameOf } from "./names.ts";
import type { Kept } from "./plan/kept.ts";
import { hinted } from "./positions.ts";
import type { Answer } from "./questions.ts";
import { referToActor, referToIssue } from "./references.ts";
import { ActorRef, IssueRef, PositionRef } from "./refs.ts";

/** A flat row about a position, for dashboards and data frames. */
export interface PositionRow {
  readonly position: Answer;
}

/** What a row about a position read from a projection says by the stance that decides alone. */
export const rowsByDecidingStance: Kept<PositionRow> = {
  by: ({ position }) => position.decidingKey ?? null,
  fields: [
    "actorId",
    "actorName",
    "issueId",
    "issueLabel",
    "direction",
    "intensity",
    "score",
    "conditional",
    "actor",
    "issue",
  ],
};

const maxRows = 10_000;

export const PositionRowRef = builder.interfaceRef<PositionRow>("PositionRow").implement({
  description: "A position as a flat row, for dashboards and data frames. A pair without a row has no data.",
  fields: (t) => ({
    actorId: t.id({ description: "The actor's id.", resolve: ({ position }) => position.actor }),
    actorName: t.string({
      description: "The actor's name.",
      resolve: ({ position }, _args, context) => nameOf(context, "actor", position.actor),
    }),
    issueId: t.id({ description: "The issue's id.", resolve: ({ position }) => position.issue }),
    issueLabel: t.string({
      description: "The issue's label.",
      resolve: ({ position }, _args, context) => nameOf(context, "issue", position.issue),
    }),
    direction: t.field({
      type: DirectionEnum,
      description: "For or against the proposition, or neither.",
      resolve: ({ position }) => position.direction,
    }),
    intensity: t.int({
      description: "−2 (strongly against) to 2 (strongly for).",
      resolve: ({ position }) => position.intensity,
    }),
    score: t.float({
      description: "−1 (strongly against) to 1 (strongly for).",
      resolve: ({ position }) => position.score,
    }),
    conditional: t.boolean({
      description: "Whether it depends on anything.",
      resolve: ({ position }) => position.conditions.length > 0,
    }),
    contested: t.boolean({
      description: "Whether stances for and against fall within the rule's window.",
      resolve: ({ position }) => position.contested,
    }),
    since: t.field({
      type: "EDTF",
      nullable: true,
      description: "Since when it has held; null when undated.",
      resolve: ({ position }) => position.since,
    }),
    stanceCount: t.int({
      description: "How many stances were considered.",
      resolve: ({ position }) => position.contributions.length,
    }),
    sourceCount: t.int({
      description: "How many independent sources they are from.",
      resolve: ({ position }) => position.sourceCount,
    }),
    actor: t.field({
      type: ActorRef,
      description: "The actor.",
      resolve: ({ position }, _args, { load }) => referToActor(load.actors, position.actor),
    }),
    issue: t.field({
      type: IssueRef,
      description: "The issue.",
      resolve: ({ position }, _args, { load }) => referToIssue(load.issues, position.issue),
    }),
    position: t.expose("position", {
      type: PositionRef,
      description: "The position itself, with its stances.",
    }),
  }),
});

/** Rows as they are, refused when they are too many for one answer. */
export function fewEnough<R>(rows: readonly R[]): readonly R[] {
  if (rows.length > maxRows) {
    throw new StanceGraphError(
      "invalid",
      `That makes ${rows.length} rows, more than ${maxRows}; ask for fewer actors or issues.`,
    );
  }
  return rows;
}

/** Rows about to be shown: hinted at, and refused when they are too many for one answer. */
export function shown<R>(
  context: Context,
  rows: readonly R[],
  positionsOf: (row: R) => readonly Answer[],
): readonly R[] {
  hinted(context, fewEnough(rows).flatMap(positionsOf));
  return rows;
}
