import { StanceGraphError } from "../domain/error.ts";
import { lookScript } from "../web/look.ts";
import { htmlOf } from "../web/page.ts";
import { routeTo, viewRoutes } from "../web/routes.ts";
import { style } from "../web/style.ts";
import type { AskingOptions } from "./asking.ts";
import type { Assets } from "./assets.ts";
import type { Call } from "./call.ts";
import { cacheHeaders, etagOf, hasCurrent, notModified } from "./etag.ts";
import { closedTo, sourceOf } from "./html.ts";
import { type Loading, loadedAt, type Page, troubledAt } from "./loading.ts";
import { nameless } from "./nameless.ts";
import { refusalOf } from "./refusal.ts";
import { type ResponseCache, responseCache } from "./response-cache.ts";
import type { Route } from "./router.ts";
import { takesGzip, zipped, zippedTag } from "./zipped.ts";

export interface PagesOptions extends AskingOptions {
  readonly assets: Assets;
}

/** The pages of the dashboard, each under the path of its view. */
export function pagesOf(options: PagesOptions): readonly Route[] {
  const kept = responseCache<KeptPage>(keptBytes);
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

interface KeptPage {
  readonly body: Buffer;
}

interface Keeping extends PagesOptions {
  readonly kept: ResponseCache<KeptPage>;
}

async function answer(options: Keeping, request: Request, call: Call): Promise<Response> {
  const { store, version, assets, kept } = options;
  const dataset = store.dataset.get();
  const url = new URL(request.url);
  const files = assets.filesFor(routeTo(url.pathname)?.route.name ?? null);
  const isZipped = takesGzip(request);
  const plainTag = etagOf([version, dataset, url.href, files, policyFor("'none'")]);
  const etag = isZipped ? zippedTag(plainTag) : plainTag;
  if (hasCurrent(request, etag)) return notModified(etag, call);
  const headers = { etag, ...cacheHeaders(call) };
  const sent = async (body: Buffer) =>
    isZipped
      ? pageResponse(await zipped(body), { ...headers, "content-encoding": "gzip" })
      : pageResponse(body, headers);
  const known = kept.get(dataset.revision, url.href);
  if (known !== undefined) return sent(known.body);
  const { status, page } = await shownAt(url, { options, dataset, request, call });
  const body = Buffer.from(htmlOf({ ...page, files, url: url.href }));
  if (status !== 200) return pageResponse(body, { "cache-control": "no-store" }, status);
  kept.keep(dataset.revision, url.href, { body });
  return sent(body);
}

interface Shown {
  readonly status: number;
  readonly page: Page;
}

/** A page as it is shown: what the caller can act on is said on it; anything else is thrown, and logged. */
async function shownAt(url: URL, loading: Loading): Promise<Shown> {
  try {
    const page = await loadedAt(url, loading);
    const { trouble, place } = page.loaded;
    if (trouble !== null) return { status: 404, page };
    return { status: place.problem === null ? 200 : 400, page };
  } catch (error) {
    if (!(error instanceof StanceGraphError) || error.code === "corrupt") throw error;
    const { status, code, message } = refusalOf(nameless(error, loading.options.store.path));
    loading.call.failures.push(code);
    return {
      status,
      page: troubledAt(url, { title: titles[status] ?? "That cannot be asked", message }, loading),
    };
  }
}

const titles: Readonly<Record<number, string>> = { 404: "Not found", 503: "Not now" };

function pageResponse(page: Buffer, headers: Readonly<Record<string, string>>, status = 200): Response {
  const always = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policyFor("'none'"),
  };
  return new Response(page as Buffer<ArrayBuffer>, { status, headers: { ...always, ...headers } });
}

const scriptSource = sourceOf(lookScript);
const styleSource = sourceOf(style);

/** Pages load their own files and ask their own server, and nothing else; what stands in them is named by its hash. */
export function policyFor(framedBy: "'none'" | "*"): string {
  return `default-src 'none'; script-src 'self' ${scriptSource}; style-src ${styleSource}; img-src 'self' data: blob:; connect-src 'self'; ${closedTo(framedBy)}`;
}
