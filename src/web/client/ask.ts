/** Asks the API, and gives the data of an answer without errors. */
export async function ask(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<unknown> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query: document, variables }),
    signal,
  });
  const { data, errors } = (await response.json()) as {
    readonly data?: unknown;
    readonly errors?: readonly Trouble[];
  };
  if (errors?.[0] !== undefined) throw new Error(errors[0].message);
  return data;
}

interface Trouble {
  readonly message: string;
}
