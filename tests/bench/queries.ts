import { dayCount, firstYear, type Size, verbs, words } from "./generate.ts";
import { below, dayAfter, oneOf, type Random, zipf } from "./random.ts";

/** What a request asks with: the product's variables, the floor's body. */
export type Params = Readonly<Record<string, unknown>>;

/** What parameters are chosen from. */
export interface World extends Size {
  /** Places deep inside the lists of stances, as the product tells them. */
  readonly cursors: readonly Params[];
}

export interface BenchQuery {
  readonly name: string;
  readonly summary: string;
  readonly document: string;
  /** The floor's ways to answer it. */
  readonly floors: readonly string[];
  /** How many ask at a time, where it is not as many as elsewhere: one, for what takes seconds. */
  readonly connections?: number;
  readonly params: (next: Random, world: World) => Params;
}

const actorOf = (next: Random, { actors }: World) => `actor:a${zipf(next, actors)}`;
const issueOf = (next: Random, { issues }: World) => `issue:i${zipf(next, issues)}`;
/** A day in the later nine tenths of the time that is told of. */
const dayOf = (next: Random) => dayAfter(firstYear, Math.floor(dayCount * (0.1 + 0.9 * next())));

function several(count: number, among: number, choose: () => string): readonly string[] {
  const chosen = new Set<string>();
  while (chosen.size < Math.min(count, among)) chosen.add(choose());
  return [...chosen];
}

export const queries: readonly BenchQuery[] = [
  {
    name: "q1",
    summary: "who holds which position on an issue on a day",
    document: `query ($issue: ID!, $day: Date!) {
      positions(where: {issue: {eq: $issue}}, asOf: {validAt: $day}, first: 50) { nodes {
        actor { id name kind } direction intensity lastOn { edtf }
        deciding { id evidence { quote document { id title publisher } } }
      } }
    }`,
    floors: ["q1"],
    params: (next, world) => ({ issue: issueOf(next, world), day: dayOf(next) }),
  },
  {
    name: "q2",
    summary: "all about an actor",
    document: `query ($id: ID!) {
      actor(by: {id: $id}) { id name kind parents { id name } stances(first: 20) { nodes {
        id direction intensity effectiveOn { edtf } issue { id label } evidence { quote document { id title } }
      } } }
      stanceCounts(where: {holder: {eq: $id}}, groupBy: [DIRECTION]) { keys { value } stances }
    }`,
    floors: ["q2"],
    params: (next, world) => ({ id: actorOf(next, world) }),
  },
  {
    name: "q3",
    summary: "20 actors by 10 issues on a day",
    document: `query ($actors: [ID!]!, $issues: [ID!]!, $day: Date!) {
      positionMatrix(actors: {id: {in: $actors}}, issues: {id: {in: $issues}}, asOf: {validAt: $day}) {
        actorId actorName issueId issueLabel direction intensity score
      }
    }`,
    floors: ["q3"],
    params: (next, world) => ({
      actors: several(20, world.actors, () => actorOf(next, world)),
      issues: several(10, world.issues, () => issueOf(next, world)),
      day: dayOf(next),
    }),
  },
  {
    name: "q4",
    summary: "the newest quotes with some words",
    document: `query ($q: String!) {
      search(query: $q, types: [EVIDENCE], orderBy: NEWEST, first: 20) { nodes {
        snippet highlights { start end } node { ... on Evidence { id document { id title } } }
      } }
    }`,
    floors: ["q4", "q4trick"],
    params: (next, world) => ({ q: wordsOf(next, world) }),
  },
  {
    name: "q5",
    summary: "who agrees most with an actor on a day",
    document: `query ($id: ID!, $day: Date!) {
      agreements(actor: {id: $id}, asOf: {validAt: $day}, first: 10) { nodes {
        actor { id name } agreement sharedIssues
      } }
    }`,
    floors: ["q5", "q5arrays"],
    params: (next, world) => ({ id: actorOf(next, world), day: dayOf(next) }),
  },
  {
    name: "q6",
    summary: "the congruence network of 200 actors up to a day",
    document: `query ($day: Date!) {
      network(input: {mode: ACTORS, aggregate: CONGRUENCE, normalize: AVERAGE, top: 200, to: $day}) {
        nodes { id label statements } edges { source target weight }
      }
    }`,
    floors: ["q6", "q6arrays"],
    connections: 1,
    params: (next) => ({ day: dayOf(next) }),
  },
  {
    name: "q9",
    summary: "a page deep inside the stances on an issue",
    document: `query ($issue: ID!, $direction: Direction!, $cursor: String!) {
      stances(where: {issue: {eq: $issue}, direction: {eq: $direction}}, first: 50, after: $cursor) {
        totalCount pageInfo { endCursor hasNextPage }
        nodes { id holder { id name } direction intensity effectiveOn { edtf } document { id title } }
      }
    }`,
    floors: ["q9"],
    params: (next, { cursors }) => oneOf(next, cursors),
  },
];

/** Two or three words that quotes have: a verb, and an actor's or a proposal's number, a word, or both. */
function wordsOf(next: Random, { actors, issues }: World): string {
  const verb = oneOf(next, Object.values(verbs));
  const word = oneOf(next, words);
  switch (below(next, 3)) {
    case 0:
      return `actor ${zipf(next, actors)} ${verb}`;
    case 1:
      return `${verb} proposal ${zipf(next, issues)}`;
    default:
      return `${verb} ${zipf(next, issues)} ${word}`;
  }
}

/** Where a list of stances goes on from, for choosing places deep inside. */
export const cursorQuery = `query ($issue: ID!, $direction: Direction!, $day: EDTF!) {
  stances(where: {issue: {eq: $issue}, direction: {eq: $direction}, effectiveOn: {lte: $day}}, first: 100) {
    edges { cursor }
  }
}`;

/** Lists that are long enough to be deep, to be asked from a day on. */
export function cursorParams(next: Random, world: Size): Params {
  const direction = oneOf(next, ["SUPPORTS", "OPPOSES", "AMBIVALENT"]);
  const day = dayAfter(firstYear, Math.floor(dayCount * (0.2 + 0.6 * next())));
  return { issue: `issue:i${zipf(next, Math.ceil(world.issues / 3))}`, direction, day };
}
