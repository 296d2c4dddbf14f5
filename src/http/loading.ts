import { exported, exportFormats } from "../export/index.ts";
import type { Dataset } from "../store/dataset.ts";
import { notThere } from "../web/app.ts";
import { placeOf } from "../web/place.ts";
import { routeTo, viewOf } from "../web/routes.ts";
import type { Download, Loaded, Site, Trouble, View } from "../web/view.ts";
import { type AskingOptions, askedBy } from "./asking.ts";
import type { Call } from "./call.ts";

export interface Page {
  /** Null where no view is. */
  readonly view: View | null;
  readonly loaded: Loaded;
}

export interface Loading {
  readonly options: AskingOptions;
  readonly dataset: Dataset;
  readonly request: Request;
  readonly call: Call;
}

/** What the page at a URL is made from. Throws what keeps its question from being answered. */
export async function loadedAt(url: URL, { options, dataset, request, call }: Loading): Promise<Page> {
  const found = routeTo(url.pathname);
  const place = placeOf(url, found?.params);
  const site = siteOf(dataset, options.version);
  const missing: Loaded = { place, site, data: null, trouble: notThere(place) };
  if (found === null) return { view: null, loaded: missing };
  const view = await viewOf(found.route);
  const data = await askedBy(view, place, options, request, call);
  const isFound = view.isFound?.(data, place) ?? true;
  return { view, loaded: isFound ? { place, site, data, trouble: null } : missing };
}

/** The page that tells of a trouble. */
export function troubledAt(url: URL, trouble: Trouble, { options, dataset }: Loading): Page {
  const place = placeOf(url, routeTo(url.pathname)?.params);
  return { view: null, loaded: { place, site: siteOf(dataset, options.version), data: null, trouble } };
}

function siteOf({ title, licence, citation, revision, changedAt }: Dataset, version: string): Site {
  return { title, licence, citation, revision, changedAt, version, downloads };
}

const downloads: readonly Download[] = exported.map(({ name, summary }) => ({
  name,
  summary,
  extensions: exportFormats.filter(({ writes }) => writes.includes(name)).map(({ extension }) => extension),
}));
