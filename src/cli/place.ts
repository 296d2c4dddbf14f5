import type { Effects } from "./effects.ts";
import type { Graph } from "./graph.ts";

/** Where a question goes: a database here, or a server. */
export interface Place {
  readonly db: string;
  readonly url: string | null;
  readonly key: string | null;
}

/** The graph of a server where a URL is given, else that of the database. */
export async function graphAt(place: Place, effects: Effects): Promise<Graph> {
  return place.url === null
    ? (await import("./local.ts")).localGraph(place.db, effects)
    : (await import("./remote.ts")).remoteGraph(place.url, place.key);
}
