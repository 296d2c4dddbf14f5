import type { Relation } from "../../domain/actor.ts";
import { dateColumns, type Table, tableOf } from "../table.ts";
import { quoteWords } from "../words.ts";

export const relations: Table = tableOf<Relation>({
  name: "relations",
  summary: "Dated ties between actors, read subject first.",
  items: (source) => source.relations(),
  columns: [
    ["id", "The relation's id.", ({ id }) => id],
    ["subject", "Who is tied: an actor's id.", ({ subject }) => subject],
    ["subjectName", "The subject's name.", ({ subject }, look) => look.actor(subject).name],
    [
      "kind",
      "How: MEMBER_OF, PART_OF, REPRESENTS, LEADS, HOLDS_OFFICE, BACKS, OPPOSES, ALLIED_WITH, CONTROLS or SUCCEEDS.",
      ({ kind }) => kind,
    ],
    ["object", "To whom: an actor's id.", ({ object }) => object],
    ["objectName", "The object's name.", ({ object }, look) => look.actor(object).name],
    ...dateColumns<Relation>("validFrom", "When it began.", ({ validFrom }) => validFrom),
    ...dateColumns<Relation>(
      "validUntil",
      "The first day on which it no longer held.",
      ({ validUntil }) => validUntil,
    ),
    ["note", "What else is known of it.", ({ note }) => note],
    [
      "quote",
      "The exact words; several quotes are joined by […].",
      (relation, look) => quoteWords(relation.evidence, look),
    ],
    ["evidence", "The quotes it rests on, by id.", (relation) => relation.evidence],
    ["recordedAt", "When it was recorded, UTC.", ({ recordedAt }) => recordedAt],
  ],
});
