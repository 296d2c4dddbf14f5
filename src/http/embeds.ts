import { inXml } from "../export/networks/xml.ts";
import { embedHtmlOf } from "../web/page.ts";
import { routeTo } from "../web/routes.ts";
import { cacheHeaders, etagOf, hasCurrent, notModified } from "./etag.ts";
import { loadedAt } from "./loading.ts";
import { type PagesOptions, policyFor } from "./pages.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Route } from "./router.ts";

/** The pages as frames for other sites, under `/embed`. */
export function embedsOf(options: PagesOptions): Route {
  const { store, version } = options;
  return {
    path: "/embed/*",
    methods: ["GET"],
    access: "readers",
    async answer(request, call) {
      const url = new URL(request.url);
      url.pathname = url.pathname.slice("/embed".length);
      const dataset = store.dataset.get();
      const etag = etagOf([version, dataset, url.href, policyFor("*")]);
      if (hasCurrent(request, etag)) return notModified(etag, call);
      const { view, loaded } = await loadedAt(url, { options, dataset, request, call });
      if (view === null || loaded.trouble !== null) return refuse(request, call, noPage(url.pathname));
      return new Response(embedHtmlOf(view, loaded), {
        headers: {
          "content-type": "text/html; charset=utf-8",
          "content-security-policy": policyFor("*"),
          etag,
          ...cacheHeaders(call),
        },
      });
    },
  };
}

/** How a page is put into another: https://oembed.com, version 1.0, as JSON. */
export function oembed({ store }: PagesOptions): Route {
  return {
    path: "/oembed",
    methods: ["GET"],
    access: "readers",
    crossOrigin: true,
    answer(request, call) {
      const { origin, searchParams } = new URL(request.url);
      const asked = searchParams.has("url") ? URL.parse(searchParams.get("url") ?? "", origin) : null;
      const format = searchParams.get("format") ?? "json";
      if (format !== "json")
        return refuse(request, call, {
          status: 501,
          code: "BAD_REQUEST",
          message: "Only format=json is written.",
        });
      if (asked === null || asked.origin !== origin || routeTo(asked.pathname) === null)
        return refuse(request, call, noPage(searchParams.get("url") ?? "(no url was given)"));
      const width = sizeIn(searchParams.get("maxwidth"), 800);
      const height = sizeIn(searchParams.get("maxheight"), 600);
      const source = `${origin}/embed${asked.pathname}${asked.search}`;
      const { title } = store.dataset.get();
      const html = `<iframe src="${inXml(source)}" width="${width}" height="${height}" title="${inXml(title)}" loading="lazy"></iframe>`;
      return Response.json({
        version: "1.0",
        type: "rich",
        provider_name: "stancegraph",
        provider_url: origin,
        title,
        html,
        width,
        height,
      });
    },
  };
}

function sizeIn(text: string | null, usual: number): number {
  const size = Number(text ?? usual);
  return Number.isInteger(size) && size > 0 ? Math.min(size, usual) : usual;
}

function noPage(path: string): Refusal {
  return {
    status: 404,
    code: "NOT_FOUND",
    message: `There is no page ${path} to be embedded; see / for those that there are.`,
  };
}
