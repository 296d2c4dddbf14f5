import { h, type ComponentChildren as Markup } from "preact";

/** Says that there is nothing, and what could be done about it. */
export function empty(sentence: string, remedy: Markup = null): Markup {
  return h("div", { class: "empty" }, [
    h("p", null, sentence),
    remedy !== null && h("p", { class: "small" }, remedy),
  ]);
}

export function heading(over: string, title: Markup, lead: Markup = null): Markup {
  return h("header", null, [
    h("p", { class: "over" }, over),
    h("h1", null, title),
    lead !== null && h("p", { class: "lead" }, lead),
  ]);
}

/** A part of a page under its heading. */
export function section(id: string, title: Markup, ...content: readonly Markup[]): Markup {
  return h("section", { "aria-labelledby": id, class: "stack" }, [h("h2", { id }, title), ...content]);
}

/** What to do where nothing is known at the time that is asked about. */
export const laterDay = "Choose a later day above, or take the day away.";
