import type { Actor } from "../../domain/actor.ts";
import { type Table, tableOf } from "../table.ts";

export const actors: Table = tableOf<Actor>({
  name: "actors",
  summary: "Who can hold a stance.",
  items: (source) => source.actors(),
  columns: [
    ["id", "The actor's id.", ({ id }) => id],
    ["name", "The name it is shown by.", ({ name }) => name],
    [
      "kind",
      "STATE, GOVERNMENT, AGENCY, PARTY, COALITION, ARMED_GROUP, ORGANIZATION, MEDIA, GROUP, OFFICE or PERSON.",
      ({ kind }) => kind,
    ],
    ["description", "Who or what it is.", ({ description }) => description],
    [
      "wikidata",
      "Its Wikidata QID.",
      ({ externalIds }) => externalIds.find(({ scheme }) => scheme === "wikidata")?.value ?? null,
    ],
    [
      "names",
      "Every name it goes by: a list of {name, type, language}.",
      ({ names }) => names.map((each) => ({ ...each })),
    ],
    [
      "externalIds",
      "The same actor elsewhere: a list of {scheme, value}.",
      ({ externalIds }) => externalIds.map((each) => ({ ...each })),
    ],
    ["recordedAt", "When it was recorded, UTC.", ({ recordedAt }) => recordedAt],
  ],
});
