import { h, type ComponentChildren as Markup } from "preact";
import { hrefTo, type Place } from "./place.ts";
import { viewRoutes } from "./routes.ts";
import type { Loaded, Site } from "./view.ts";
import { dateWords } from "./words.ts";

/** What is around every page. */
export function shell({ place, site }: Loaded, main: Markup): Markup {
  return h(
    "div",
    { id: "app" },
    h("a", { class: "skip", href: "#main" }, "To the content"),
    h("p", { class: "unreachable", id: "unreachable", role: "alert", hidden: true }),
    h("div", { class: "progress", id: "progress", "aria-hidden": "true" }),
    bar(place, site),
    times(place),
    h("main", { id: "main", class: "page", tabIndex: -1 }, main),
    foot(site),
    keys(),
  );
}

function bar(place: Place, site: Site): Markup {
  const links = viewRoutes.filter(({ label }) => label !== null);
  return h(
    "header",
    { class: "bar" },
    h("div", null, [
      h(
        "a",
        { class: "brand", href: hrefTo(place, "/") },
        site.title,
        h("span", null, "Who holds which position"),
      ),
      h(
        "nav",
        { "aria-label": "Pages" },
        h(
          "ul",
          null,
          links.map(({ path, label }) =>
            h(
              "li",
              null,
              h(
                "a",
                { href: hrefTo(place, path), "aria-current": isIn(place, path) ? "page" : undefined },
                label,
              ),
            ),
          ),
        ),
      ),
      h("form", { action: "/search", role: "search" }, [
        kept(place, "at"),
        kept(place, "known"),
        h("label", { class: "hidden", for: "q" }, "Search actors, issues, documents and quotes"),
        h("input", {
          id: "q",
          name: "q",
          type: "search",
          placeholder: "Search  /",
          defaultValue: place.search.q ?? "",
        }),
        h("button", null, "Search"),
      ]),
    ]),
  );
}

function isIn({ path }: Place, page: string): boolean {
  return path === page || (page !== "/" && path.startsWith(`${page}/`));
}

/** As of which day, known at which instant: the same on every page. */
function times(place: Place): Markup {
  const others = Object.keys(place.search).filter((name) => name !== "at" && name !== "known");
  return h(
    "div",
    { class: "times" },
    h("div", null, [
      h("form", { action: place.path, "aria-label": "As of when" }, [
        ...others.map((name) => kept(place, name)),
        h("label", { for: "at" }, "Where they stood on"),
        h("input", { id: "at", name: "at", type: "date", defaultValue: place.at ?? "" }),
        h("label", { for: "known" }, "as we knew on"),
        h("input", {
          id: "known",
          name: "known",
          type: "date",
          defaultValue: place.known?.slice(0, 10) ?? "",
        }),
        h("button", null, "Show"),
        (place.at ?? place.known) !== null &&
          h(
            "a",
            { href: place.path, class: "chip" },
            `${timeWords(place)} ✕`,
            h("span", { class: "hidden" }, " take away"),
          ),
      ]),
      place.problem !== null && h("p", { class: "trouble", role: "alert" }, place.problem),
      h("div", { class: "themes enlivened", hidden: true }, [
        h("label", { for: "theme" }, "Look "),
        h(
          "select",
          { id: "theme" },
          themes.map(([value, label]) => h("option", { value }, label)),
        ),
        h("button", { type: "button", "data-keys": true }, "Keys ?"),
      ]),
    ]),
  );
}

const themes = [
  ["", "as the system"],
  ["light", "light"],
  ["dark", "dark"],
  ["contrast", "high contrast"],
] as const;

/** `as of 27 September 2024, as known on 1 October 2024`. */
function timeWords({ at, known }: Place): string {
  return [
    at !== null && `as of ${dateWords(at)}`,
    known !== null && `as known on ${dateWords(known.slice(0, 10))}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function kept({ search }: Place, name: string): Markup {
  const value = search[name];
  return value !== undefined && h("input", { type: "hidden", name, value });
}

function foot({ licence, citation, revision, changedAt, version }: Site): Markup {
  return h(
    "footer",
    { class: "foot" },
    h("div", null, [
      citation !== null && h("p", null, `Cite as: ${citation}`),
      licence !== null && h("p", null, `Licence: ${licence}`),
      h(
        "p",
        null,
        `Revision ${revision}, changed on ${dateWords(changedAt.slice(0, 10))}. stancegraph ${version}. `,
        h("a", { href: "/graphql" }, "GraphQL API"),
        " · ",
        h("a", { href: "/data" }, "Data"),
        " · ",
        h("a", { href: "/review" }, "Review"),
      ),
    ]),
  );
}

function keys(): Markup {
  const shown = [
    ["/", "search"],
    ["?", "these keys"],
    ["g then m, i, a, t, n", "go to the matrix, issues, actors, timeline, network"],
    ["← ↑ → ↓", "move in a matrix; Home and End to a row's ends"],
    ["Enter", "open the evidence"],
    ["j, k", "next and previous quote in a document, proposal in the review"],
    ["a, e, r, u", "accept, correct, reject, take back a proposal"],
    ["Esc", "close"],
  ] as const;
  return h("dialog", { id: "keys", "aria-labelledby": "keys-title" }, [
    h("h2", { id: "keys-title" }, "Keys"),
    h(
      "dl",
      { class: "keys" },
      shown.flatMap(([key, does]) => [h("dt", null, h("kbd", null, key)), h("dd", null, does)]),
    ),
    h("form", { method: "dialog" }, h("button", null, "Close")),
  ]);
}
