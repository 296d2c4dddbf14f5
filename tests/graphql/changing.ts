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
