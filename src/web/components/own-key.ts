import { h, type ComponentChildren as Markup } from "preact";

/** Asks for the reader's key. Its field has no name, so that no form can put it into an address. */
export function keyForm(hint: string): Markup {
  return h("form", { class: "filters enlivened", hidden: true, "data-own-key": true }, [
    h(
      "label",
      null,
      "Your key, kept until you close this tab",
      h("input", { type: "password", autocomplete: "off" }),
    ),
    h("button", null, "Use"),
    h("p", { class: "small soft" }, hint),
  ]);
}

/** Where the page tells what came of what was done with the key. */
export function saidHere(): Markup {
  return h("p", { role: "status", class: "small", "data-said": true });
}
