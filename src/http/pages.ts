import { StanceGraphError } from "../domain/error.ts";
import { exported, exportFormats } from "../export/index.ts";
import type { Store } from "../store/open.ts";
import { notThere } from "../web/app.ts";
import { htmlOf } from "../web/page.ts";
import { type Place, placeOf } from "../web/place.ts";
import { routeTo, viewOf, viewRoutes } from "../web/routes.ts";
import type { Download, Loaded, Site, Trouble, View } from "../web/view.ts";
import { type AskingOptions, askedBy } from "./asking.ts";
import type { Assets } from "./assets.ts";
import type { Call } from "./call.ts";
import { cacheHeaders, etagOf, hasCurrent, notModified } from "./etag.ts";
import { closed } from "./html.ts";
import { type ResponseCache, responseCache } from "./response-cache.ts";
import type { Route } from "./router.ts";
import { takesGzip, zipped, zippedTag } from "./zipped.ts";

export interface PagesOptions extends AskingOptions {
  readonly assets: Assets;
}

/** The pages of the dashboard, each under the path of its view. */
export function pagesOf(options: PagesOptions): readonly Route[] {
  const kept = responseCache(keptBytes);
  const paths = new Set(viewRoutes.map(({ path }) => path.replace(/:[a-z]+$/, "*")));
  return [...paths].map((path) => ({
    path,
    methods: ["GET"],
    access: "readers",
    answer: (request: Request, call: Call) => answer({ ...options, kept }, request, call),
  }));
}

/** Of pages made lately, so that those who come for the same one do not each wait for it. */
const keptBytes = 8_000_000;

interface Keeping extends PagesOptions {
  readonly kept: ResponseCache;
}

async function answer(options: Keeping, request: Request, call: Call): Promise<Response> {
  const { store, version, assets, kept } = options;
  const dataset = store.dataset.get();
  const url = new URL(request.url);
  const found = routeTo(url.pathname);
  const files = assets.filesFor(found === null ? null : nameOf(found.route.path));
  const isZipped = takesGzip(request);
  const plainTag = etagOf([version, dataset, url.href, files]);
  const etag = isZipped ? zippedTag(plainTag) : plainTag;
  const sent = (page: Buffer) =>
    isZipped
      ? pageResponse(zipped(page), { etag, ...cacheHeaders(call), "content-encoding": "gzip" })
      : pageResponse(page, { etag, ...cacheHeaders(call) });
  if (hasCurrent(request, etag)) return notModified(etag, call);
  const known = kept.get(dataset.revision, url.href);
  if (known !== undefined) return sent(known.body);
  const place = placeOf(url, found?.params);
  const view = found === null ? null : await viewOf(found.route);
  const { status, data, trouble } =
    view === null
      ? missing(place)
      : await shownBy(view, place, () => askedBy(view, place, options, request, call));
  const loaded: Loaded = { place, site: siteOf(store, version), data, trouble };
  const page = Buffer.from(htmlOf({ view, loaded, files, url: url.href }));
  if (status !== 200) return pageResponse(page, { "cache-control": "no-store" }, status);
  kept.keep(dataset.revision, url.href, {
    etag: plainTag,
    body: page,
    operation: null,
    headers: [],
    headers304: [],
  });
  return sent(page);
}

function pageResponse(page: Buffer, headers: Readonly<Record<string, string>>, status = 200): Response {
  const always = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
  return new Response(page as Buffer<ArrayBuffer>, { status, headers: { ...always, ...headers } });
}

/** Pages load their own files and ask their own server, and nothing else. */
export const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; ${closed}`;

function nameOf(path: string): string {
  if (path === "/") return "overview";
  const [name = "", part] = path.slice(1).split("/");
  return part === undefined ? name : name.replace(/s$/, "");
}

export interface Answered {
  readonly status: number;
  readonly data: unknown;
  readonly trouble: Trouble | null;
}

export async function shownBy(view: View, place: Place, ask: () => Promise<unknown>): Promise<Answered> {
  try {
    const data = await ask();
    if (view.isFound?.(data, place) === false) return missing(place);
    return { status: place.problem === null ? 200 : 400, data, trouble: null };
  } catch (error) {
    return failed(error, place);
  }
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

export function siteOf(store: Store, version: string): Site {
  const { title, licence, citation, revision, changedAt } = store.dataset.get();
  return { title, licence, citation, revision, changedAt, version, downloads };
}

const downloads: readonly Download[] = exported.map(({ name, summary }) => ({
  name,
  summary,
  extensions: exportFormats.filter(({ writes }) => writes.includes(name)).map(({ extension }) => extension),
}));
