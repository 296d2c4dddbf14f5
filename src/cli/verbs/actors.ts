import { search, whereFlag } from "../asking.ts";
import { type Connection, listVerb } from "../read.ts";

interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly description: string | null;
  readonly names: readonly { readonly name: string; readonly type: string }[];
  readonly externalIds: readonly { readonly scheme: string; readonly value: string }[];
  readonly recordedAt: string;
}

export const actors = listVerb({
  arguments: {},
  flags: { where: whereFlag("{kind: {eq: PARTY}}"), search },
  examples: [
    ["stancegraph actors", "Lists everyone who can hold a stance."],
    ["stancegraph actors --search washington", "Finds an actor by any of its names."],
    [
      "stancegraph actors --where '{kind: {in: [PARTY, COALITION]}}' --csv",
      "Writes parties and coalitions as CSV.",
    ],
  ],
  document: `
    query Actors($where: ActorWhere, $search: String, $first: Int, $after: String) {
      actors(where: $where, search: $search, first: $first, after: $after) {
        nodes { id name kind description names { name type } externalIds { scheme value } recordedAt }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  variables: (input) => ({ where: input.where, search: input.search }),
  list: (data: { readonly actors: Connection<Actor> }) => data.actors,
  columns: [
    { name: "id", summary: "The actor's id." },
    { name: "name", summary: "The name it is shown by." },
    { name: "kind", summary: "What kind of actor it is." },
    { name: "names", summary: "What else it goes by: other names, acronyms, metonyms." },
    { name: "description", summary: "Who or what it is.", isDetail: true },
    { name: "externalIds", summary: "The same actor elsewhere, as in wikidata:Q796.", isDetail: true },
    { name: "recordedAt", summary: "When it was recorded, UTC.", isDetail: true },
  ],
  row: ({ names, externalIds, ...actor }) => ({
    ...actor,
    names: [...new Set(names.map(({ name }) => name))].filter((name) => name !== actor.name),
    externalIds: externalIds.map(({ scheme, value }) => `${scheme}:${value}`),
  }),
});
