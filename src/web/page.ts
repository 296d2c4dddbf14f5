import { h, type ComponentChildren as Markup } from "preact";
import { renderToString } from "preact-render-to-string";
import { style } from "./style.ts";

/** A whole HTML document. Texts are escaped by the renderer; nothing here is set as raw markup but the style. */
export function pageOf(title: string, content: Markup): string {
  const document = h(
    "html",
    { lang: "en" },
    h(
      "head",
      null,
      h("meta", { charset: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("link", { rel: "icon", href: "data:," }),
      h("title", null, title),
      h("style", { dangerouslySetInnerHTML: { __html: style } }),
    ),
    h("body", null, content),
  );
  return `<!doctype html>${renderToString(document)}`;
}
