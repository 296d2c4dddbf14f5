import { h, type ComponentChildren as Markup } from "preact";
import { codingFields, quoteField } from "../components/coding-fields.ts";
import type { ProposalShown, QuotedPassage } from "../components/proposal.ts";
import type { StanceShown } from "../components/stance.ts";

interface Fuzzy {
  readonly edtf: string;
}

/** What a correction of a stance must say again besides what its card shows. */
export interface Editable extends StanceShown {
  readonly act: string;
  readonly codingLevel: string;
  readonly confidence: number | null;
  readonly note: string | null;
  readonly quoted: readonly (QuotedPassage & { readonly quote: string })[];
  readonly externalId: string | null;
  readonly holderCertainty: string;
  readonly proposal: ProposalShown | null;
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
    quoted: evidence { quote start end passage { start text } }
    proposal { ...ProposalShown }
    addressee { id } facets { name value } attributes { name value }
    statedOn { edtf } validFrom { edtf } validUntil { edtf }
    chain: attribution { role mode authority onRecord cue actor { id } anonymous { descriptor rank affiliation { id } } }
  }
`;

/** The form that corrects a proposal and accepts it so. It holds all else that the proposal says. */
export function editForm(proposal: Editable): Markup {
  const { holder, issue, direction, intensity, conditions, quoted, note } = proposal;
  return h(
    "form",
    {
      class: "stack coding-form",
      hidden: true,
      "data-edit": JSON.stringify(inputOf(proposal)),
      "aria-label": "Correct it",
    },
    [
      ...quoted.map(({ quote, ...place }, index) =>
        quoteField(
          quoted.length === 1 ? "Quote, to the letter" : `Quote ${index + 1}, to the letter`,
          quote,
          besides(quote, place),
        ),
      ),
      ...codingFields({ holder, issue, place: { direction, intensity }, conditions, note }),
      h("p", { class: "row" }, [
        h("button", null, "Accept as corrected"),
        h("button", { type: "button", "data-unedit": true }, "Leave it (Esc)"),
      ]),
    ],
  );
}

/** The words right before and after a quote, by which it is told from the same words elsewhere. */
function besides(quote: string, { start, passage }: Omit<Editable["quoted"][number], "quote">) {
  const at = start - passage.start;
  return { "data-prefix": passage.text.slice(0, at), "data-suffix": passage.text.slice(at + quote.length) };
}

/** The input of `reviseStance` that changes nothing. */
function inputOf(proposal: Editable) {
  const { act, codingLevel, confidence, externalId, holderCertainty, facets, attributes } = proposal;
  return {
    id: proposal.id,
    holder: proposal.holder.id,
    issue: proposal.issue.id,
    document: proposal.document.id,
    proposal: proposal.proposal,
    addressee: proposal.addressee?.id ?? null,
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
