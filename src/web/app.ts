import { h, type ComponentChildren as Markup } from "preact";
import { hrefWith, type Place } from "./place.ts";
import { shell } from "./shell.ts";
import type { Loaded, Trouble, View } from "./view.ts";

/** The page of a view, or of the trouble with it. */
export function pageOf(view: View | null, loaded: Loaded): Markup {
  const { place, site, data, trouble } = loaded;
  if (trouble !== null || view === null) return shell(loaded, troubleOf(trouble ?? notThere(place)));
  return shell(loaded, h(view.body, { data, place, site, key: place.path }));
}

/** The same for a frame in another site: the view alone, with the way to its page. */
export function embedOf(view: View, loaded: Loaded): Markup {
  const { place, site, data } = loaded;
  return h("main", { id: "main", class: "page embedded" }, [
    h(view.body, { data, place, site }),
    h(
      "p",
      { class: "small soft" },
      h("a", { href: hrefWith(place, {}) }, `${titleOf(view, loaded)}, revision ${site.revision}`),
    ),
  ]);
}

/** What the tab is called. */
export function titleOf(view: View | null, { place, site, data, trouble }: Loaded): string {
  const own = trouble?.title ?? view?.title(data, place) ?? "Not found";
  return own === site.title ? own : `${own} · ${site.title}`;
}

export function notThere({ path }: Place): Trouble {
  return {
    title: "Not found",
    message: `There is nothing at ${path}. Search for it, or start from the overview.`,
  };
}

function troubleOf({ title, message }: Trouble) {
  return h(
    "div",
    { class: "stack" },
    h("h1", null, title),
    h("p", { class: "lead" }, message),
    h("p", null, h("a", { href: "/" }, "To the overview"), " · ", h("a", { href: "/search" }, "Search")),
  );
}
