import { h, type ComponentChildren as Markup } from "preact";
import type { Direction } from "../query.ts";
import { directionWords } from "../words.ts";

/** A direction by shape, colour and words, so that none of them must tell it alone. */
export function mark(direction: Direction, intensity: number, isConditional = false): Markup {
  const { glyphs, words } = directionWords(direction, intensity);
  return h("strong", { class: `mark ${direction}` }, [
    h("span", { class: "glyphs", "aria-hidden": "true" }, glyphs),
    ` ${words}${isConditional ? ", with conditions" : ""}`,
  ]);
}
