import { h, type ComponentChildren as Markup } from "preact";
import { renderToString } from "preact-render-to-string";
import { embedOf, pageOf, titleOf } from "./app.ts";
import { lookScript } from "./look.ts";
import { style } from "./style.ts";
import type { Loaded, View } from "./view.ts";

/** The files that a page loads, by their paths. */
export interface PageFiles {
  /** Null where the browser's part is not built: pages work without it. */
  readonly script: string | null;
  /** What the script will need for this page, so that it is fetched at once. */
  readonly preload: readonly string[];
}

export interface PageOptions {
  readonly view: View | null;
  readonly loaded: Loaded;
  readonly files: PageFiles;
  /** Where it stands, for those who link to it. */
  readonly url: string;
}

/** A whole HTML document: the page, and the data that it was made from. */
export function htmlOf({ view, loaded, files, url }: PageOptions): string {
  const { data, place, trouble } = loaded;
  const title = titleOf(view, loaded);
  const summary = trouble === null ? view?.summary?.(data, place) : undefined;
  const head = [
    h("script", { dangerouslySetInnerHTML: { __html: lookScript } }),
    summary !== undefined && h("meta", { name: "description", content: summary }),
    h("meta", { property: "og:title", content: title }),
    h("meta", { property: "og:type", content: "website" }),
    h("meta", { property: "og:url", content: url }),
    summary !== undefined && h("meta", { property: "og:description", content: summary }),
    ...(trouble === null ? picture(url) : []),
    h("link", { rel: "icon", href: "data:," }),
    ...feeds(place.path),
    h("link", {
      rel: "alternate",
      type: "application/json+oembed",
      title,
      href: `/oembed?url=${encodeURIComponent(url)}`,
    }),
    ...files.preload.map((href) => h("link", { rel: "modulepreload", href })),
    files.script !== null && h("script", { type: "module", src: files.script }),
  ];
  const body = [
    h("div", { id: "root" }, pageOf(view, loaded)),
    h("script", {
      type: "application/json",
      id: "loaded",
      dangerouslySetInnerHTML: { __html: inert(loaded) },
    }),
  ];
  return documentOf(title, head, body);
}

/** A page for a frame in another site. Its links open in the whole window. */
export function embedHtmlOf(view: View, loaded: Loaded): string {
  return documentOf(titleOf(view, loaded), h("base", { target: "_top" }), embedOf(view, loaded));
}

/** The look stands in the page: a file of its own would keep a reader waiting once more. */
function documentOf(title: string, head: Markup, body: Markup): string {
  const document = h(
    "html",
    { lang: "en" },
    h("head", null, [
      h("meta", { charset: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("title", null, title),
      h("style", { dangerouslySetInnerHTML: { __html: style } }),
      head,
    ]),
    h("body", null, body),
  );
  return `<!doctype html>${renderToString(document)}`;
}

/** Its picture, for those who show links to it. */
function picture(url: string): readonly Markup[] {
  const { origin, pathname, search } = new URL(url);
  return [
    h("meta", { property: "og:image", content: `${origin}/card${pathname}${search}` }),
    h("meta", { property: "og:image:width", content: "1200" }),
    h("meta", { property: "og:image:height", content: "630" }),
    h("meta", { name: "twitter:card", content: "summary_large_image" }),
  ];
}

function feeds(path: string): readonly Markup[] {
  if (path !== "/" && path !== "/changes") return [];
  return [
    h("link", { rel: "alternate", type: "application/atom+xml", title: "Changes", href: "/changes.atom" }),
    h("link", { rel: "alternate", type: "application/feed+json", title: "Changes", href: "/changes.json" }),
  ];
}

/** JSON that no HTML parser can take for markup. */
function inert(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
