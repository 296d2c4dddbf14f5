import { narrow } from "../store/narrow.ts";
import { actorTable, issueTable } from "../store/tables.ts";
import type { Context } from "./context.ts";
import { kept } from "./kept.ts";
import { perRevision } from "./per-revision.ts";

const reads = {
  actor: narrow(actorTable, "id", ["name"]),
  issue: narrow(issueTable, "id", ["label"]),
} as const;

const namesIn = perRevision(() => ({ actor: new Map<string, string>(), issue: new Map<string, string>() }));

/** The names of actors or the labels of issues, by id: read once a revision, those asked for together in one statement. */
export function namesOf(
  context: Context,
  kind: keyof typeof reads,
  ids: Iterable<string>,
): ReadonlyMap<string, string> {
  const names = kept(context, "names", () => namesIn(context.store))[kind];
  const missing: string[] = [];
  for (const id of ids) if (!names.has(id)) missing.push(id);
  if (missing.length > 0) {
    for (const [id, name] of context.store.narrow(reads[kind], [...new Set(missing)])) {
      names.set(id as string, name as string);
    }
  }
  return names;
}

/** The name of an actor or the label of an issue that is there. */
export function nameOf(context: Context, kind: keyof typeof reads, id: string): string {
  return namesOf(context, kind, [id]).get(id) as string;
}
