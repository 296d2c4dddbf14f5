import { h, type ComponentChildren as Markup } from "preact";

/** What an empty graph says: how to begin. */
export function empty(): Markup {
  return h("section", null, [
    h("h2", null, "The graph is empty"),
    h("p", null, "Write what a text says in a coding file, then import it:"),
    h("pre", null, h("code", null, example)),
    h("pre", null, h("code", null, "stancegraph import coding.yaml")),
    h("p", { class: "soft" }, "Then load this page again."),
  ]);
}

const example = `stancegraph: 1
documents:
  - title: Ministers on the harbour
    text: The mayor said on Monday that the harbour should stay open.
actors:
  - { name: The mayor, kind: OFFICE }
issues:
  - label: Harbour
    proposition: The harbour should stay open.
    pro: Keeping it open.
    contra: Closing it.
stances:
  - holder: The mayor
    issue: Harbour
    direction: SUPPORTS
    quote: the harbour should stay open`;
