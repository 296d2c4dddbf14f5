import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { base } from "./style/base.ts";

/** What a browser shows of a request that could not be answered. */
export function errorPage(problem: {
  readonly status: number;
  readonly message: string;
  readonly requestId: string;
}): string {
  const { status, message, requestId } = problem;
  const page = h("html", { lang: "en" }, [
    h("head", null, [
      h("meta", { charset: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("link", { rel: "icon", href: "data:," }),
      h("title", null, `${status} · stancegraph`),
      h("style", { dangerouslySetInnerHTML: { __html: `${base}${margins}` } }),
    ]),
    h(
      "body",
      null,
      h("main", { class: "stack" }, [
        h("p", { class: "over" }, `stancegraph · ${status}`),
        h("h1", null, message),
        h("p", null, h("a", { href: "/" }, "To the front page")),
        h(
          "p",
          { class: "soft small" },
          "If this seems wrong, tell whoever runs this server the request’s id: ",
          h("code", null, requestId),
        ),
      ]),
    ),
  ]);
  return `<!doctype html>${renderToString(page)}`;
}

const margins = "main { max-width: 48rem; margin: 0 auto; padding: 3rem 1.25rem; }";
