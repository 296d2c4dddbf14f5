import type { Event } from "../../domain/event.ts";
import { dateColumns, type Table, tableOf } from "../table.ts";
import { chainCell, chainWords, quoteWords } from "../words.ts";

export const events: Table = tableOf<Event>({
  name: "events",
  summary: "What happened, with who took part.",
  items: (source) => source.events(),
  columns: [
    ["id", "The event's id.", ({ id }) => id],
    ["label", "Its short name.", ({ label }) => label],
    ["kind", "What kind of event it is.", ({ kind }) => kind],
    ["description", "What happened.", ({ description }) => description],
    ...dateColumns<Event>("happenedOn", "When it happened.", ({ happenedOn }) => happenedOn),
    ["dateNote", "How the date was inferred.", ({ dateNote }) => dateNote],
    ["certainty", "How sure it is: CERTAIN, LIKELY or POSSIBLE.", ({ certainty }) => certainty],
    [
      "participants",
      "Who took part: a list of {actor, role}.",
      ({ participants }) => participants.map((each) => ({ ...each })),
    ],
    [
      "quote",
      "The exact words; several quotes are joined by […].",
      (event, look) => quoteWords(event.evidence, look),
    ],
    ["evidence", "The quotes it rests on, by id.", (event) => event.evidence],
    [
      "attribution",
      "Who says so, in words, nearest to us first.",
      (event, look) => chainWords(event.attribution, look),
    ],
    ["chain", "Who says so, a list of links, publisher first.", ({ attribution }) => chainCell(attribution)],
    ["recordedAt", "When it was recorded, UTC.", ({ recordedAt }) => recordedAt],
  ],
});
