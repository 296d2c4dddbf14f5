import { execute, parse } from "graphql";
import { exported, exportFormats } from "../export/index.ts";
import { contextOf } from "../graphql/context.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import { type HomeData, homeQuery } from "../web/query.ts";
import type { Download } from "../web/views/access.ts";
import { homePage } from "../web/views/home.ts";
import { cacheHeaders, etagOf, hasCurrent, notModified } from "./etag.ts";
import { htmlResponse } from "./html.ts";
import type { Route } from "./router.ts";

/** The front page. It is made once a revision. */
export function home(store: Store, version: string): Route {
  let made: { readonly key: string; readonly page: string } | null = null;
  return {
    path: "/",
    methods: ["GET"],
    access: "readers",
    answer(request, call) {
      const { origin } = new URL(request.url);
      const key = etagOf([version, store.dataset.get(), origin]);
      if (hasCurrent(request, key)) return notModified(key, call);
      if (made?.key !== key) made = { key, page: homePage(dataOf(store, version), { origin, downloads }) };
      return htmlResponse(made.page, { headers: { etag: key, ...cacheHeaders(call) } });
    },
  };
}

const document = parse(homeQuery);

function dataOf(store: Store, version: string): HomeData {
  const limits = { maxComplexity: Number.POSITIVE_INFINITY };
  const contextValue = contextOf({ store, who: "the front page", scope: "read", version, limits });
  const result = execute({ schema, document, contextValue });
  if (result instanceof Promise) throw new Error("The front page's query did not answer at once.");
  const [error] = result.errors ?? [];
  if (error !== undefined) throw error.originalError ?? error;
  return result.data as unknown as HomeData;
}

const downloads: readonly Download[] = exported.map(({ name, summary }) => ({
  name,
  summary,
  files: exportFormats
    .filter(({ writes }) => writes.includes(name))
    .map(({ extension }) => ({ label: extension, href: `/export/${name}.${extension}` })),
}));
