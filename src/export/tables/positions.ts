import { explanationOf } from "../../analysis/explain.ts";
import type { Position } from "../../domain/position.ts";
import type { LookUp } from "../source.ts";
import { dateColumns, type Table, tableOf } from "../table.ts";
import { chainWords, quoteWords } from "../words.ts";

export const positions: Table = tableOf<Position>({
  name: "positions",
  summary: "Who holds which position, computed from the stances: one row an actor and issue.",
  items: (source) => source.positions(),
  columns: [
    ["actor", "Who: an actor's id.", ({ actor }) => actor],
    ["actorName", "The actor's name.", ({ actor }, look) => look.actor(actor).name],
    ["actorKind", "What kind of actor it is.", ({ actor }, look) => look.actor(actor).kind],
    ["issue", "On what: an issue's id.", ({ issue }) => issue],
    ["issueLabel", "The issue's short name.", ({ issue }, look) => look.issue(issue).label],
    [
      "direction",
      "SUPPORTS, OPPOSES, AMBIVALENT, NEUTRAL, UNDECIDED or DECLINED_TO_COMMENT.",
      ({ direction }) => direction,
    ],
    ["intensity", "-2 strongly against to 2 strongly for.", ({ intensity }) => intensity],
    ["score", "The weighted mean of all that was considered, -1 to 1.", ({ score }) => score],
    [
      "conditions",
      "What it depends on: a list of {kind, text}.",
      ({ conditions }) => conditions.map((each) => ({ ...each })),
    ],
    ["facets", "Its values for the issue's facets, by name.", ({ facets }) => ({ ...facets })],
    ...dateColumns<Position>("since", "Since when it is held without break.", ({ since }) => since),
    ...dateColumns<Position>("lastOn", "The date of the stance that decides.", ({ lastOn }) => lastOn),
    [
      "contested",
      "Whether there are stances for and against within the rule's window.",
      ({ contested }) => contested,
    ],
    ["stanceCount", "Stances considered.", ({ contributions }) => contributions.length],
    ["sourceCount", "Independent sources among them; reprints count once.", ({ sourceCount }) => sourceCount],
    ["explanation", "The reasons in plain words.", explanation],
    [
      "quote",
      "The exact words of the stance that decides.",
      ({ deciding }, look) => quoteWords(look.stance(deciding).evidence, look),
    ],
    [
      "attribution",
      "How that stance reached us, nearest to us first.",
      ({ deciding }, look) => chainWords(look.stance(deciding).attribution, look),
    ],
    [
      "document",
      "Where it was found: a document's id.",
      ({ deciding }, look) => look.stance(deciding).document,
    ],
    ["deciding", "The stance that decides, by id.", ({ deciding }) => deciding],
    [
      "stances",
      "All that was considered: a list of {stance, weight}, most preferred first.",
      ({ contributions }) => contributions.map((each) => ({ ...each })),
    ],
    [
      "representative",
      "Who spoke, when the actor itself did not: an actor's id.",
      ({ representative }) => representative,
    ],
    ["rule", "How stances made it: LATEST, MODAL, WEIGHTED or ALL.", ({ rule }) => rule.name],
    ["asOf", "The day asked for; empty when everything counts.", ({ asOf }) => asOf],
  ],
});

function explanation(position: Position, look: LookUp): string {
  return explanationOf(position, {
    actor: look.actor(position.actor).name,
    proposition: look.issue(position.issue).proposition,
    representative: position.representative && look.actor(position.representative).name,
  });
}
