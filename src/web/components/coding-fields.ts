import { h, type ComponentChildren as Markup } from "preact";
import type { ConditionKind, Direction } from "../query.ts";
import { conditionWords, directionWords } from "../words.ts";
import type { Named } from "./stance.ts";

/** What the fields of a stance begin with; null where there is nothing yet. */
export interface CodingStart {
  readonly holder: Named | null;
  readonly issue: { readonly id: string; readonly label: string } | null;
  readonly place: { readonly direction: Direction; readonly intensity: number } | null;
  readonly conditions: readonly { readonly kind: ConditionKind; readonly text: string }[];
  readonly note: string | null;
}

/** From strongly for to strongly against, and the places that are none. */
const places = [
  ["SUPPORTS", 2],
  ["SUPPORTS", 1],
  ["AMBIVALENT", 0],
  ["NEUTRAL", 0],
  ["UNDECIDED", 0],
  ["DECLINED_TO_COMMENT", 0],
  ["OPPOSES", -1],
  ["OPPOSES", -2],
] as const;

/** The fields by which a stance is coded, wherever that is done. */
export function codingFields({ holder, issue, place, conditions, note }: CodingStart): readonly Markup[] {
  return [
    named("holder", "Holder", holder),
    named("issue", "Issue", issue && { id: issue.id, name: issue.label }),
    h("label", null, [
      "Position",
      h("select", { name: "place", required: true }, [
        place === null && h("option", { value: "" }, "choose one"),
        ...places.map(([each, at]) =>
          h(
            "option",
            {
              value: `${each} ${at}`,
              selected: each === place?.direction && at === place.intensity,
            },
            directionWords(each, at).words,
          ),
        ),
      ]),
    ]),
    ...[...conditions, { kind: "IF", text: "" } as const].map(condition),
    h("label", null, ["Note", h("input", { name: "note", defaultValue: note ?? "" })]),
  ];
}

/** The words a stance rests on, which must stand so in the text. */
export function quoteField(
  label: string,
  quote: string,
  more: Readonly<Record<string, unknown>> = {},
): Markup {
  return h("label", null, [label, h("textarea", { name: "quote", rows: 3, defaultValue: quote, ...more })]);
}

/** The names that the graph has for what is typed; the browser's part fills them in. Once on a page with such fields. */
export function nameLists(): readonly Markup[] {
  return ["holder", "issue"].map((name) => h("datalist", { id: `names-of-${name}` }));
}

/** Something of the graph, by its name. It stays that very thing while its name stays as it is. */
function named(name: "holder" | "issue", label: string, known: Named | null): Markup {
  return h("label", null, [
    label,
    h("input", {
      name,
      required: true,
      autocomplete: "off",
      list: `names-of-${name}`,
      defaultValue: known?.name ?? "",
      "data-names": name,
      "data-known": known?.id,
    }),
  ]);
}

/** Without words it is none. */
function condition({ kind, text }: CodingStart["conditions"][number]): Markup {
  return h("div", { class: "condition" }, [
    h("label", null, [
      "Depends on",
      h(
        "select",
        { name: "conditionKind" },
        Object.entries(conditionWords).map(([each, words]) =>
          h("option", { value: each, selected: each === kind }, words),
        ),
      ),
    ]),
    h("label", null, ["what", h("input", { name: "conditionText", defaultValue: text })]),
  ]);
}
