import { type DocumentNode, type ExecutionResult, execute, parse } from "graphql";
import { StanceGraphError } from "../domain/error.ts";
import { exported, exportFormats } from "../export/index.ts";
import { type Context, contextOf } from "../graphql/context.ts";
import { graphqlErrorOf } from "../graphql/errors.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import { notThere } from "../web/app.ts";
import { htmlOf } from "../web/page.ts";
import { type Place, placeOf } from "../web/place.ts";
import { routeTo, viewOf, viewRoutes } from "../web/routes.ts";
import type { Download, Loaded, Site, Trouble, View } from "../web/view.ts";
import type { Assets } from "./assets.ts";
import type { Call } from "./call.ts";
import type { ComputePool } from "./compute-pool.ts";
import { cacheHeaders, etagOf, hasCurrent, notModified } from "./etag.ts";
import { closed } from "./html.ts";
import type { Route } from "./router.ts";

export interface PagesOptions {
  readonly store: Store;
  readonly version: string;
  readonly pool: ComputePool;
  readonly assets: Assets;
}

/** The pages of the dashboard, each under the path of its view. */
export function pagesOf(options: PagesOptions): readonly Route[] {
  const paths = new Set(viewRoutes.map(({ path }) => path.replace(/:[a-z]+$/, "*")));
  return [...paths].map((path) => ({
    path,
    methods: ["GET"],
    access: "readers",
    answer: (request: Request, call: Call) => answer(options, request, call),
  }));
}

async function answer(options: PagesOptions, request: Request, call: Call): Promise<Response> {
  const { store, version, assets } = options;
  const url = new URL(request.url);
  const found = routeTo(url.pathname);
  const files = assets.filesFor(found === null ? null : nameOf(found.route.path));
  const etag = etagOf([version, store.dataset.get(), url.href, files]);
  if (hasCurrent(request, etag)) return notModified(etag, call);
  const place = placeOf(url, found?.params);
  const view = found === null ? null : await viewOf(found.route);
  const context = contextFor(options, request, call);
  const { status, data, trouble } = view === null ? missing(place) : await shownBy(view, place, context);
  const loaded: Loaded = { place, site: siteOf(store, version), data, trouble };
  const headers: Readonly<Record<string, string>> =
    status === 200 ? { etag, ...cacheHeaders(call) } : { "cache-control": "no-store" };
  return new Response(htmlOf({ view, loaded, files, url: url.href }), {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy, ...headers },
  });
}

/** Pages load their own files and ask their own server, and nothing else. */
const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; ${closed}`;

function nameOf(path: string): string {
  if (path === "/") return "overview";
  const [name = "", part] = path.slice(1).split("/");
  return part === undefined ? name : name.replace(/s$/, "");
}

interface Answered {
  readonly status: number;
  readonly data: unknown;
  readonly trouble: Trouble | null;
}

async function shownBy(view: View, place: Place, contextValue: Context): Promise<Answered> {
  const { first, document, variables, isFound } = view;
  const before = first && (await asked(first.document, first.variables(place), contextValue));
  if (before?.error !== undefined) return failed(before.error, place);
  const { data, error } = await asked(document, variables(place, before?.data), contextValue);
  if (error !== undefined) return failed(error, place);
  if (isFound?.(data, place) === false) return missing(place);
  return { status: place.problem === null ? 200 : 400, data, trouble: null };
}

async function asked(
  text: string,
  variableValues: Readonly<Record<string, unknown>>,
  contextValue: Context,
): Promise<{ readonly data: unknown; readonly error?: unknown }> {
  const result: ExecutionResult = await execute({
    schema,
    document: documentOf(text),
    contextValue,
    variableValues,
  });
  const [error] = result.errors ?? [];
  // Without the prototype that graphql gives it: it is shown as it will be sent.
  if (error === undefined) return { data: JSON.parse(JSON.stringify(result.data)) };
  return { data: null, error: graphqlErrorOf(error)?.originalError ?? error };
}

const documents = new Map<string, DocumentNode>();

/** Parsed once: there are as many as views. */
function documentOf(text: string): DocumentNode {
  const document = documents.get(text) ?? parse(text);
  documents.set(text, document);
  return document;
}

function missing(place: Place): Answered {
  return { status: 404, data: null, trouble: notThere(place) };
}

/** What the caller can act on is said; anything else is thrown, and logged. */
function failed(error: unknown, place: Place): Answered {
  if (!(error instanceof StanceGraphError) || error.code === "corrupt") throw error;
  if (error.code === "not_found")
    return { ...missing(place), trouble: { title: "Not found", message: error.message } };
  const isOurs = error.code === "unavailable";
  const title = isOurs ? "Not now" : "That cannot be asked";
  return { status: isOurs ? 503 : 400, data: null, trouble: { title, message: error.message } };
}

function contextFor({ store, version, pool }: PagesOptions, request: Request, { who }: Call): Context {
  const limits = { maxComplexity: Number.POSITIVE_INFINITY };
  return contextOf({ store, who, scope: "read", version, limits, compute: pool.computeFor(request.signal) });
}

function siteOf(store: Store, version: string): Site {
  const { title, licence, citation, revision, changedAt } = store.dataset.get();
  return { title, licence, citation, revision, changedAt, version, downloads };
}

const downloads: readonly Download[] = exported.map(({ name, summary }) => ({
  name,
  summary,
  extensions: exportFormats.filter(({ writes }) => writes.includes(name)).map(({ extension }) => extension),
}));
