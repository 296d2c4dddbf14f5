import { atomOf, type Feed, jsonFeedOf } from "../export/feeds.ts";
import { newsOf } from "../web/change-news.ts";
import type { ChangeShown } from "../web/components/change.ts";
import { placeOf } from "../web/place.ts";
import type { View } from "../web/view.ts";
import { changes } from "../web/views/changes.ts";
import { type AskingOptions, askedBy } from "./asking.ts";
import type { Call } from "./call.ts";
import { cacheHeaders, etagOf, hasCurrent, notModified } from "./etag.ts";
import type { Route } from "./router.ts";

const formats = [
  { path: "/changes.atom", mediaType: "application/atom+xml; charset=utf-8", write: atomOf },
  { path: "/changes.json", mediaType: "application/feed+json", write: jsonFeedOf },
] as const;

const maxEntries = 50;

/** Changes of position for feed readers, with the filters of their page. */
export function feedsOf(options: AskingOptions): readonly Route[] {
  return formats.map(({ path, mediaType, write }) => ({
    path,
    methods: ["GET"],
    access: "readers",
    crossOrigin: true,
    async answer(request, call) {
      const etag = etagOf([options.version, options.store.dataset.get(), request.url]);
      if (hasCurrent(request, etag)) return notModified(etag, call);
      const headers = { "content-type": mediaType, etag, ...cacheHeaders(call) };
      return new Response(write(await feedOf(options, request, call)), { headers });
    },
  }));
}

async function feedOf(options: AskingOptions, request: Request, call: Call): Promise<Feed> {
  const url = new URL(request.url);
  const answer = await askedBy(changes as View<never> as View, placeOf(url), options, request, call);
  const { positionChanges = [] } = answer as { readonly positionChanges?: readonly ChangeShown[] };
  const newest = positionChanges.toSorted((a, b) => (a.day < b.day ? 1 : -1)).slice(0, maxEntries);
  const { title, changedAt } = options.store.dataset.get();
  return {
    title: `${title}: changes of position`,
    page: `${url.origin}/changes${url.search}`,
    self: url.href,
    updatedAt: changedAt,
    entries: newest.map(newsOf).map(({ path, ...news }) => ({ ...news, page: url.origin + path })),
  };
}
