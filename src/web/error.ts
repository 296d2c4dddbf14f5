import { h } from "preact";
import { pageOf } from "./page.ts";

/** What a browser shows of a request that could not be answered. */
export function errorPage(problem: {
  readonly status: number;
  readonly message: string;
  readonly requestId: string;
}): string {
  const { status, message, requestId } = problem;
  return pageOf(
    `${status} · stancegraph`,
    h(
      "main",
      null,
      h("p", { class: "over" }, `stancegraph · ${status}`),
      h("h1", null, message),
      h("p", null, h("a", { href: "/" }, "To the front page")),
      h(
        "p",
        { class: "soft small" },
        "If this seems wrong, tell whoever runs this server the request’s id: ",
        h("code", null, requestId),
      ),
    ),
  );
}
