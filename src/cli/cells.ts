import { type Facet, facetsIn } from "./findings.ts";
import type { Column, Row } from "./row.ts";

/** A position as the flat rows of the API have it. */
export interface PositionCell {
  readonly actorId: string;
  readonly actorName: string;
  readonly issueId: string;
  readonly issueLabel: string;
  readonly direction: string;
  readonly intensity: number;
  readonly score: number;
  readonly conditional: boolean;
  readonly contested: boolean;
  readonly since: string | null;
  readonly stanceCount: number;
  readonly sourceCount: number;
  readonly position: { readonly facets: readonly Facet[] };
}

/** What a document asks for to have these columns. */
export const cellFields =
  "actorId actorName issueId issueLabel direction intensity score conditional contested since stanceCount sourceCount position { facets { name value } }";

export const cellColumns: readonly Column[] = [
  { name: "actor", summary: "Who: an actor's id.", isDetail: true },
  { name: "actorName", summary: "The actor's name." },
  { name: "issue", summary: "On what: an issue's id.", isDetail: true },
  { name: "issueLabel", summary: "The issue's short name." },
  { name: "direction", summary: "SUPPORTS, OPPOSES, AMBIVALENT, NEUTRAL, UNDECIDED or DECLINED_TO_COMMENT." },
  { name: "intensity", summary: "-2 strongly against to 2 strongly for." },
  { name: "score", summary: "The weighted mean of all that was considered, -1 to 1.", isDetail: true },
  { name: "conditional", summary: "Whether it depends on anything.", isDetail: true },
  {
    name: "contested",
    summary: "Whether there are stances for and against within the rule's window.",
    isDetail: true,
  },
  { name: "since", summary: "Since when it is held without break. EDTF." },
  { name: "stanceCount", summary: "Stances considered.", isDetail: true },
  { name: "sourceCount", summary: "Independent sources among them.", isDetail: true },
  {
    name: "facets",
    summary: "Its values for the issue's facets, by name: of what exactly it is for or against.",
  },
];

export function cellRow({ actorId, issueId, position, ...cell }: PositionCell): Row {
  return { ...cell, actor: actorId, issue: issueId, facets: facetsIn(position.facets) };
}
