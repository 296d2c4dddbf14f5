import { type DocumentNode, execute, parse } from "graphql";
import { exported, exportFormats } from "../export/index.ts";
import { contextOf } from "../graphql/context.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import { type IssueData, type Overview, overviewQuery, positionsQuery } from "../web/query.ts";
import type { Download } from "../web/views/access.ts";
import { homePage, mainIssues } from "../web/views/home.ts";
import { cacheHeaders, etagOf, hasCurrent, notModified } from "./etag.ts";
import { htmlResponse } from "./html.ts";
import type { Route } from "./router.ts";

/** The front page. It is made once a revision, whatever name the server is called by. */
export function home(store: Store, version: string): Route {
  let made: { readonly key: string; readonly page: string } | null = null;
  return {
    path: "/",
    methods: ["GET"],
    access: "readers",
    answer(request, call) {
      const { origin } = new URL(request.url);
      const key = etagOf([version, store.dataset.get()]);
      const etag = etagOf([key, origin]);
      if (hasCurrent(request, etag)) return notModified(etag, call);
      if (made?.key !== key) made = { key, page: pageFor(store, version) };
      const page = made.page.replaceAll(anyOrigin, () => escaped(origin));
      return htmlResponse(page, { headers: { etag, ...cacheHeaders(call) } });
    },
  };
}

/** Stands in the page that is kept for the address it is asked under. */
const anyOrigin = "http://origin.invalid";

/** Text for HTML: the Host header, from which an origin is made, may hold nearly anything. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const documents = { overview: parse(overviewQuery), positions: parse(positionsQuery) };

function pageFor(store: Store, version: string): string {
  const limits = { maxComplexity: Number.POSITIVE_INFINITY };
  const contextValue = contextOf({ store, who: "the front page", scope: "read", version, limits });
  const asked = <Data>(document: DocumentNode, variableValues: Record<string, unknown> = {}): Data =>
    dataOf(execute({ schema, document, contextValue, variableValues })) as Data;
  const overview = asked<Overview>(documents.overview);
  const { issues } = asked<{ readonly issues: { readonly nodes: readonly IssueData[] } }>(
    documents.positions,
    {
      issues: mainIssues(overview),
    },
  );
  return homePage({ overview, issues: issues.nodes, origin: anyOrigin, downloads });
}

function dataOf(result: ReturnType<typeof execute>): unknown {
  if (result instanceof Promise) throw new Error("The front page's query did not answer at once.");
  const [error] = result.errors ?? [];
  if (error !== undefined) throw error.originalError ?? error;
  return result.data;
}

const downloads: readonly Download[] = exported.map(({ name, summary }) => ({
  name,
  summary,
  files: exportFormats
    .filter(({ writes }) => writes.includes(name))
    .map(({ extension }) => ({ label: extension, href: `/export/${name}.${extension}` })),
}));
