import { h, type ComponentChildren as Markup } from "preact";
import { codingFields, nameLists, quoteField } from "../components/coding-fields.ts";
import { keyForm, saidHere } from "../components/own-key.ts";

/** Where a stance that was missed is coded from words selected in the text. It needs the browser's part, and a key. */
export function codingPlace(document: string): Markup {
  return h("div", { class: "coding enlivened", hidden: true, "data-code": document }, [
    h("details", { class: "tight" }, [
      h("summary", null, "Code a missed stance"),
      keyForm("One of scope propose. Then select the words in the text that show the stance."),
    ]),
    saidHere(),
    h(
      "p",
      null,
      h("button", { type: "button", disabled: true, "data-code-open": true }, "Code the selected words"),
    ),
    // Sent by the script alone: nothing of it may ever stand in an address.
    h(
      "form",
      {
        class: "stack coding-form",
        hidden: true,
        method: "post",
        "data-code-form": true,
        "aria-labelledby": "code-title",
      },
      [
        h("h2", { id: "code-title" }, "Code these words"),
        quoteField("Quote; select others in the text to change it", "", { readOnly: true }),
        ...codingFields({ holder: null, issue: null, place: null, conditions: [], note: null }),
        h("p", { class: "small", role: "alert", "data-code-trouble": true }),
        h("p", { class: "row" }, [
          h("button", null, "Propose it"),
          h("button", { type: "button", "data-code-close": true }, "Leave it (Esc)"),
        ]),
      ],
    ),
    ...nameLists(),
  ]);
}
