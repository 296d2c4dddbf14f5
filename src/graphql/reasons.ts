import { StanceGraphError } from "../domain/error.ts";
import type { Stance } from "../domain/stance.ts";
import { defaultPageSize, type Page, type PageRequest, pageOfItems } from "../store/page.ts";
import type { Context } from "./context.ts";
import { kept } from "./kept.ts";
import { found } from "./loads.ts";
import { type NetworkAnswer, type NetworkEdge, networkEdges } from "./networks.ts";
import { stanceIds } from "./statements.ts";

/** Reasons that one request may ask for, of all edges together. */
const maxReasons = 10_000;

interface Reasons {
  readonly page: Page<Stance>;
  readonly count: number;
}

/** A page by the keys of the stances. */
interface KeyPage {
  readonly page: Page<string>;
  readonly count: number;
}

/** A page of the stances that make an edge, newest first. Those of all edges of the network are loaded together. */
export function reasonsOf(context: Context, edge: NetworkEdge, request: PageRequest): Reasons {
  const answer = edge.of();
  const { first, after, last, before } = request;
  const question = `reasons ${JSON.stringify([first, after, last, before])}`;
  const pages = kept(context, question, () => new Map<NetworkEdge, KeyPage>());
  if (!pages.has(edge)) {
    const asked = after == null && before == null ? reasonable(context, answer, request) : [edge];
    for (const each of asked) pages.set(each, keysOf(answer, each, request));
    hint(
      context,
      asked.flatMap((each) => pages.get(each)?.page.items ?? []),
    );
  }
  return withStances(context, pages.get(edge) as KeyPage);
}

function reasonable(
  context: Context,
  answer: NetworkAnswer,
  { first, last }: PageRequest,
): readonly NetworkEdge[] {
  const size = first ?? last ?? defaultPageSize;
  const edges = networkEdges(context, answer);
  if (edges.length * size <= maxReasons) return edges;
  throw new StanceGraphError(
    "invalid",
    `Reasons of ${edges.length} edges, ${size} each, are more than ${maxReasons}; ask for the strong edges with \`threshold\`, for fewer nodes with \`top\`, or for fewer reasons with \`first\`.`,
    ["input", "threshold"],
  );
}

/** A page of the stances that a network counts, in the order in which they were recorded: DNA's event list. */
export function eventListOf(context: Context, answer: NetworkAnswer, request: PageRequest): Reasons {
  const keys = keyPage(answer, Array.from(answer.network.picked.toSorted()), request);
  hint(context, keys.page.items);
  return withStances(context, keys);
}

function keysOf(answer: NetworkAnswer, { row, column }: NetworkEdge, request: PageRequest): KeyPage {
  return keyPage(answer, answer.reasons(row, column), request);
}

function keyPage({ key }: NetworkAnswer, places: readonly number[], request: PageRequest): KeyPage {
  const keyAt = (place: number) => String(key[place]);
  const page = pageOfItems(places, keyAt, request);
  return { page: { ...page, items: page.items.map(keyAt) }, count: places.length };
}

function hint(context: Context, keys: readonly string[]): void {
  const ids = stanceIds(context);
  ids.hint(keys);
  context.load.stances.hint(keys.map((key) => found(ids, key)));
}

function withStances(context: Context, { page, count }: KeyPage): Reasons {
  const stanceBy = (key: string): Stance => found(context.load.stances, found(stanceIds(context), key));
  return { page: { ...page, items: page.items.map(stanceBy) }, count };
}
