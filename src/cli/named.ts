import { StanceGraphError } from "../domain/error.ts";
import { options, text } from "./flag.ts";
import { ask, type Graph } from "./graph.ts";

/** Of whom and on what, by any name: the flags of verbs about actors and issues. */
export const aboutFlags = {
  actor: options("<name>", "Only of this actor: an id, a name or an alias.", text),
  issue: options("<name>", "Only on this issue: an id or a label.", text),
};

/** The ids of actors by name; one that is not there is an error. */
export function actorsNamed(graph: Graph, names: readonly string[]): Promise<readonly string[]> {
  return Promise.all(names.map((name) => idOf(graph, { name, kind: "actor", key: "name" })));
}

/** The ids of issues by id or label; one that is not there is an error. */
export function issuesNamed(graph: Graph, names: readonly string[]): Promise<readonly string[]> {
  return Promise.all(names.map((name) => idOf(graph, { name, kind: "issue", key: "label" })));
}

/** A filter that some field is one of some ids, together with what else is asked. */
export function among(where: object | null, ids: Readonly<Record<string, readonly string[]>>): object | null {
  const narrowed = Object.entries(ids).filter(([, some]) => some.length > 0);
  const own = Object.fromEntries(narrowed.map(([field, some]) => [field, { in: some }]));
  if (narrowed.length === 0) return where;
  return where === null ? own : { AND: [where, own] };
}

async function idOf(
  graph: Graph,
  { name, kind, key }: { name: string; kind: "actor" | "issue"; key: string },
): Promise<string> {
  const query = `query Id($name: String!) { found: ${kind}(by: { ${key}: $name }) { id } }`;
  const { found } = await ask<{ found: { id: string } | null }>(graph, { query, variables: { name } });
  if (found !== null) return found.id;
  throw new StanceGraphError(
    "not_found",
    `There is no ${kind} ${name}; list the known ones with \`stancegraph ${kind}s\`.`,
  );
}
