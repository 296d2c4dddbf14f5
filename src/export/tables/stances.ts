import { authorityOf } from "../../domain/attribution.ts";
import type { Stance } from "../../domain/stance.ts";
import { dateColumns, type Table, tableOf } from "../table.ts";
import { chainCell, chainWords, evidenceCell, quoteWords } from "../words.ts";

export const stances: Table = tableOf<Stance>({
  name: "stances",
  summary: "What was observed, one row an observation.",
  items: (source) => source.stances(),
  columns: [
    ["id", "The stance's id.", ({ id }) => id],
    ["holder", "Who holds it: an actor's id.", ({ holder }) => holder],
    ["holderName", "The holder's name.", ({ holder }, look) => look.actor(holder).name],
    ["issue", "On what: an issue's id.", ({ issue }) => issue],
    ["issueLabel", "The issue's short name.", ({ issue }, look) => look.issue(issue).label],
    [
      "direction",
      "SUPPORTS, OPPOSES, AMBIVALENT, NEUTRAL, UNDECIDED or DECLINED_TO_COMMENT.",
      ({ direction }) => direction,
    ],
    ["intensity", "-2 strongly against to 2 strongly for.", ({ intensity }) => intensity],
    [
      "conditions",
      "What it depends on: a list of {kind, text}.",
      ({ conditions }) => conditions.map((each) => ({ ...each })),
    ],
    ["facets", "Its values for the issue's facets, by name.", ({ facets }) => ({ ...facets })],
    ["act", "What was done to show it.", ({ act }) => act],
    [
      "holderCertainty",
      "How sure the holder is: CERTAIN, LIKELY or POSSIBLE.",
      (stance) => stance.holderCertainty,
    ],
    [
      "codingLevel",
      "How far the coder went beyond the words: TEXTUAL, INTERPRETIVE or INFERENTIAL.",
      (stance) => stance.codingLevel,
    ],
    ["confidence", "The coder's, 0 to 1.", ({ confidence }) => confidence],
    ["addressee", "To whom it was addressed: an actor's id.", ({ addressee }) => addressee],
    [
      "quote",
      "The exact words; several quotes are joined by […].",
      ({ evidence }, look) => quoteWords(evidence, look),
    ],
    [
      "evidence",
      "Where each quote stands: a list of {id, start, end, quote}.",
      ({ evidence }, look) => evidenceCell(evidence, look),
    ],
    [
      "attribution",
      "How it reached us, in words, nearest to us first.",
      (stance, look) => chainWords(stance.attribution, look),
    ],
    [
      "chain",
      "How it reached us, a list of links, publisher first.",
      ({ attribution }) => chainCell(attribution),
    ],
    [
      "authority",
      "By what right it was voiced, OWN to THIRD_PARTY.",
      ({ attribution }) => authorityOf(attribution),
    ],
    ["document", "Where it was found: a document's id.", ({ document }) => document],
    ["documentTitle", "The document's title.", ({ document }, look) => look.document(document).title],
    ["documentUrl", "Where the document was published.", ({ document }, look) => look.document(document).url],
    ...dateColumns<Stance>("statedOn", "When it was said or done.", ({ statedOn }) => statedOn),
    ...dateColumns<Stance>(
      "publishedOn",
      "When the document was published.",
      ({ publishedOn }) => publishedOn,
    ),
    ...dateColumns<Stance>("validFrom", "From when it is meant to hold.", ({ validFrom }) => validFrom),
    ...dateColumns<Stance>(
      "validUntil",
      "The first day on which it no longer holds.",
      ({ validUntil }) => validUntil,
    ),
    ["coder", "Who coded it: a coder's id.", ({ coder }) => coder],
    ["status", "PROPOSED, ACCEPTED, REJECTED, RETRACTED or SUPERSEDED.", ({ status }) => status],
    ["recordedAt", "When it was recorded, UTC.", ({ recordedAt }) => recordedAt],
    ["acceptedAt", "Since when it counts, UTC.", ({ acceptedAt }) => acceptedAt],
    ["retractedAt", "When it ceased to count, UTC.", ({ retractedAt }) => retractedAt],
    ["supersededBy", "The revision that replaced it: a stance's id.", ({ supersededBy }) => supersededBy],
    ["externalId", "The coding's own identifier of it.", ({ externalId }) => externalId],
    ["note", "The coder's remark.", ({ note }) => note],
  ],
});
