import { ownKey } from "./own-key.ts";

const told =
  "{ __typename ... on StancePayload { outcome stance { id evidence { id } } } ... on UserError { message path } }";

/** The changes that pages make, each with its document. */
const mutations = {
  recordStance: `mutation ($input: RecordStanceInput!) { done: recordStance(input: $input) ${told} }`,
  reviewStance: `mutation ($input: ReviewStanceInput!) { done: reviewStance(input: $input) ${told} }`,
  reviseStance: `mutation ($input: ReviseStanceInput!) { done: reviseStance(input: $input) ${told} }`,
} as const;

export interface Change {
  readonly mutation: keyof typeof mutations;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What came of a change: the stance as it is now, or why it was refused. */
export interface Changed {
  readonly refusal: string | null;
  /** The field that is at fault; null when in no one place. */
  readonly field: string | null;
  readonly outcome: "ADDED" | "REVISED" | "PRESENT" | null;
  readonly stance: { readonly id: string; readonly evidence: readonly { readonly id: string }[] } | null;
}

/** Changes the graph with the reader's key. It is sent even if the page is left. */
export async function changed({ mutation, input }: Change): Promise<Changed> {
  const response = await fetch("/graphql", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json", authorization: `Bearer ${ownKey()}` },
    body: JSON.stringify({ query: mutations[mutation], variables: { input } }),
  });
  const { data, errors } = (await response.json()) as Answer;
  const { message = null, path = [], outcome = null, stance = null } = data?.done ?? {};
  return { refusal: errors?.[0]?.message ?? message, field: path[0] ?? null, outcome, stance };
}

interface Answer {
  readonly data?: {
    readonly done: Partial<Pick<Changed, "outcome" | "stance">> & {
      readonly message?: string;
      readonly path?: readonly string[];
    };
  } | null;
  readonly errors?: readonly { readonly message: string }[];
}
