import { expect } from "vitest";
import type { Store } from "../../src/store/open.ts";
import { type Asking, ask } from "./world.ts";

const errorFields =
  "... on UserError { message code path } ... on InvalidInputError { problems { file line field message } }";

/** Runs one mutation and gives its answer, its payload or its typed error. */
export async function change(
  store: Store,
  field: string,
  input: Readonly<Record<string, unknown>>,
  payload: string,
  asking: Asking = {},
) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${field}(input: $input) { __typename ${payload} ${errorFields} } }`;
  const { data, errors } = await ask(store, query, { ...asking, variables: { input } });
  expect(errors).toEqual([]);
  return data.done;
}

/** What is asked of a stance that was changed. */
export const stancePayload =
  "... on StancePayload { id outcome dryRun stance { id status holder { name } coder { id } supersededBy { id } } }";

/** A stance on the world's document "A turn", as a mutation takes it. */
export async function stanceInput(store: Store) {
  const { data } = await ask(store, `{ documents(where: {title: {eq: "A turn"}}) { nodes { id } } }`);
  return {
    holder: "Framework",
    issue: "Withdrawal",
    direction: "NEUTRAL",
    document: data.documents.nodes[0].id,
    quote: { exact: "advisers should stay" },
  };
}
