import { h, type ComponentChildren as Markup } from "preact";
import type { StanceShown } from "../components/stance.ts";
import { directionWords } from "../words.ts";

interface Fuzzy {
  readonly edtf: string;
}

/** What a correction of a stance must say again besides what its card shows. */
export interface Editable extends StanceShown {
  readonly act: string;
  readonly codingLevel: string;
  readonly confidence: number | null;
  readonly note: string | null;
  readonly externalId: string | null;
  readonly holderCertainty: string;
  readonly addressee: { readonly id: string } | null;
  readonly facets: readonly { readonly name: string; readonly value: string }[];
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly statedOn: Fuzzy | null;
  readonly validFrom: Fuzzy | null;
  readonly validUntil: Fuzzy | null;
  readonly chain: readonly {
    readonly role: string;
    readonly mode: string | null;
    readonly authority: string | null;
    readonly onRecord: string | null;
    readonly cue: string | null;
    readonly actor: { readonly id: string } | null;
    readonly anonymous: {
      readonly descriptor: string;
      readonly rank: string | null;
      readonly affiliation: { readonly id: string } | null;
    } | null;
  }[];
}

export const editFields = `
  fragment Editable on Stance {
    act codingLevel confidence note externalId holderCertainty
    addressee { id } facets { name value } attributes { name value }
    statedOn { edtf } validFrom { edtf } validUntil { edtf }
    chain: attribution { role mode authority onRecord cue actor { id } anonymous { descriptor rank affiliation { id } } }
  }
`;

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

/** The form that corrects a proposal and accepts it so. It holds all else that the proposal says. */
export function editForm(proposal: Editable): Markup {
  const { direction, intensity, evidence, note } = proposal;
  return h(
    "form",
    {
      class: "stack",
      hidden: true,
      "data-edit": JSON.stringify(inputOf(proposal)),
      "aria-label": "Correct it",
    },
    [
      h("label", null, [
        "Position",
        h(
          "select",
          { name: "place" },
          places.map(([each, at]) =>
            h(
              "option",
              { value: `${each} ${at}`, selected: each === direction && at === intensity },
              directionWords(each, at).words,
            ),
          ),
        ),
      ]),
      ...evidence.map(({ quote }, index) =>
        h("label", null, [
          evidence.length === 1 ? "Quote, to the letter" : `Quote ${index + 1}, to the letter`,
          h("textarea", { name: "quote", rows: 3, defaultValue: quote }),
        ]),
      ),
      h("label", null, ["Note", h("input", { name: "note", defaultValue: note ?? "" })]),
      h("p", { class: "row" }, [
        h("button", null, "Accept as corrected"),
        h("button", { type: "button", "data-unedit": true }, "Leave it (Esc)"),
      ]),
    ],
  );
}

/** The input of `reviseStance` that changes nothing. */
function inputOf(proposal: Editable) {
  const { act, codingLevel, confidence, externalId, holderCertainty, facets, attributes } = proposal;
  return {
    id: proposal.id,
    holder: proposal.holder.id,
    issue: proposal.issue.id,
    document: proposal.document.id,
    addressee: proposal.addressee?.id ?? null,
    conditions: proposal.conditions,
    statedOn: proposal.statedOn?.edtf ?? null,
    validFrom: proposal.validFrom?.edtf ?? null,
    validUntil: proposal.validUntil?.edtf ?? null,
    ...{ act, codingLevel, confidence, externalId, holderCertainty, facets, attributes },
    attribution: proposal.chain.map(({ actor, anonymous, ...link }) => ({
      ...link,
      ...(actor === null ? {} : { actor: actor.id }),
      ...(anonymous === null
        ? {}
        : { anonymous: { ...anonymous, affiliation: anonymous.affiliation?.id ?? null } }),
    })),
  };
}
