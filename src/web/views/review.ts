import { h, type ComponentChildren as Markup } from "preact";
import { pager } from "../components/choices.ts";
import { nameLists } from "../components/coding-fields.ts";
import { queryOf } from "../components/figure.ts";
import { keyForm, saidHere } from "../components/own-key.ts";
import { proposalFields, proposalOf } from "../components/proposal.ts";
import { stanceCard, stanceFields } from "../components/stance.ts";
import { empty, heading } from "../components/states.ts";
import type { Connection } from "../query.ts";
import type { View } from "../view.ts";
import { counted, plainWords, reasonWords } from "../words.ts";
import { type Editable, editFields, editForm } from "./review-edit.ts";

interface Proposal extends Editable {
  readonly coder: { readonly name: string };
}

interface Data {
  readonly stances: Connection<Proposal>;
}

/** What awaits review. Deciding needs a key of scope review, and the browser's part. */
export const review: View<Data> = {
  document: `
    query Review($after: String) {
      stances(where: { status: { eq: PROPOSED } }, first: 20, after: $after, orderBy: [{ field: RECORDED_AT }]) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...StanceShown ...Editable coder { name } }
      }
    }
    ${stanceFields}
    ${editFields}
    ${proposalFields}
  `,
  variables: ({ search: { after } }) => ({ after: after ?? null }),
  title: () => "Review",
  body: ({ data: { stances }, place }) =>
    h("div", { class: "wide-stack" }, [
      heading(
        "Review",
        `${counted(stances.totalCount, "proposal")} to decide`,
        "Stances that were proposed count once they are accepted.",
      ),
      stances.totalCount === 0
        ? empty("Nothing awaits review.", "What a key of scope “propose” records comes here.")
        : [
            keyForm(
              "Keys: j and k to move, a accepts, e corrects, r rejects, u takes the last one back within five seconds.",
            ),
            saidHere(),
            ...nameLists(),
            ...stances.nodes.map((proposal) =>
              h(
                "div",
                { class: "proposal", tabIndex: -1, "data-stance": proposal.id, key: proposal.id },
                stanceCard(place, proposal, [
                  h(
                    "p",
                    { class: "small soft" },
                    `${plainWords(proposal.act)}; ${plainWords(proposal.codingLevel)}; coded by ${proposal.coder.name}${proposal.confidence === null ? "" : `, confidence ${proposal.confidence}`}${proposal.note === null ? "" : `; ${proposal.note}`}`,
                  ),
                  proposal.proposal !== null && proposalOf(proposal.proposal, proposal.quoted),
                  h("div", { class: "row enlivened", hidden: true }, [
                    h("button", { type: "button", "data-decide": "ACCEPTED" }, "Accept (a)"),
                    h("button", { type: "button", "data-correct": true }, "Correct (e)"),
                    h("button", { type: "button", "data-decide": "REJECTED" }, "Reject (r)"),
                    h("label", { class: "small" }, ["because ", reasonChoice()]),
                  ]),
                  editForm(proposal),
                ]),
              ),
            ),
            pager(place, stances.pageInfo),
          ],
      queryOf({
        document: reviewDocument,
        variables: { input: { id: stances.nodes[0]?.id ?? "stance:…", status: "ACCEPTED", why: "Checked" } },
      }),
    ]),
};

/** Why a proposal is turned down; it may stay untold. */
function reasonChoice(): Markup {
  return h("select", { "data-reason": true }, [
    h("option", { value: "" }, "(no reason told)"),
    ...Object.entries(reasonWords).map(([code, words]) => h("option", { value: code }, words)),
  ]);
}

/** How a program decides; it sends its key as `Authorization: Bearer …`. */
const reviewDocument = `mutation ($input: ReviewStanceInput!) {
  reviewStance(input: $input) { __typename ... on StancePayload { stance { id status } } ... on UserError { message } }
}`;
