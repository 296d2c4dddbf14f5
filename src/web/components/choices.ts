import { h, type ComponentChildren as Markup } from "preact";
import { dayIn, hrefWith, type Place } from "../place.ts";
import type { PageInfo } from "../query.ts";

/** A choice of few, as links: each is the same page with one thing changed. */
export function chips(
  place: Place,
  name: string,
  choices: readonly (readonly [value: string, label: string])[],
): Markup {
  const [[usual] = [""]] = choices;
  const chosen = chosenIn(place, name, choices);
  return h(
    "ul",
    { class: "chips" },
    choices.map(([value, label]) =>
      h(
        "li",
        null,
        h(
          "a",
          {
            class: "chip",
            href: hrefWith(place, { [name]: value === usual ? null : value, after: null }),
            "aria-current": value === chosen ? "true" : undefined,
          },
          label,
        ),
      ),
    ),
  );
}

/** The same with a title above. */
export function titledChips(title: string, ...[place, name, choices]: Parameters<typeof chips>): Markup {
  return h("div", null, h("p", { class: "small soft" }, title), chips(place, name, choices));
}

/** The one of some choices that the URL names; the first when it names none of them. */
export function chosenIn<const V extends string>(
  { search }: Place,
  name: string,
  choices: readonly (readonly [value: V, label: string])[],
): V {
  const asked = search[name];
  return (choices.find(([value]) => value === asked) ?? (choices[0] as (typeof choices)[number]))[0];
}

/** A window of time: the same page with what was held from a day to a day. */
export function windowForm(place: Place): Markup {
  const others = Object.entries(place.search).filter(([name]) => name !== "from" && name !== "to");
  const day = (name: "from" | "to", label: string) =>
    h("label", null, label, h("input", { type: "date", name, defaultValue: dayIn(place, name) ?? "" }));
  return h("form", { class: "filters", action: place.path, "data-auto": true, "aria-label": "Held when" }, [
    ...others.map(([name, value]) => h("input", { type: "hidden", name, value })),
    day("from", "Held from"),
    day("to", "to"),
    h("button", null, "Show"),
  ]);
}

/** What is filtered by now, each with a link that takes it away. */
export function filterChips(
  place: Place,
  filters: readonly { readonly name: string; readonly words: string }[],
): Markup {
  return (
    filters.length > 0 &&
    h(
      "ul",
      { class: "chips", "aria-label": "Filters" },
      filters.map(({ name, words }) =>
        h(
          "li",
          null,
          h(
            "a",
            { class: "chip", href: hrefWith(place, { [name]: null, after: null }) },
            `${words} ✕`,
            h("span", { class: "hidden" }, " take away"),
          ),
        ),
      ),
    )
  );
}

/** To the next page of a list, and back to its start. */
export function pager(place: Place, { hasNextPage, endCursor }: PageInfo): Markup {
  const isLater = place.search.after !== undefined;
  return (
    (hasNextPage || isLater) &&
    h("nav", { class: "pager", "aria-label": "More of the list" }, [
      isLater && h("a", { href: hrefWith(place, { after: null }) }, "← To the start"),
      hasNextPage && h("a", { href: hrefWith(place, { after: endCursor }), rel: "next" }, "More →"),
    ])
  );
}
