import type { Facet } from "../../../domain/facet.ts";
import type { IssueId } from "../../../domain/id.ts";
import type { Example } from "../../../domain/issue.ts";
import { codingIssue } from "../../../ingest/coding.ts";
import { mergeIssues, unmergeIssue, updateIssue } from "../../../ingest/edit.ts";
import { record } from "../../../ingest/record.ts";
import { builder } from "../../builder.ts";
import { codingInput, nestedInput } from "../../coding-inputs.ts";
import { edited, editFields } from "../../edit.ts";
import { IssuePayload } from "../../payloads.ts";

const facets = { description: "Ways to qualify a stance on it, each a closed list.", isRequired: false };
const issue = codingInput(codingIssue, { instead: { facets } });
const revised = { outcome: "REVISED" } as const;

builder.mutationFields((t) => ({
  createIssue: t.fieldWithInput({
    type: IssuePayload,
    description: "Records an issue. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: { ...issue.fields(t.input), ...editFields(t.input) },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        ...record(context.store, { kind: "issue", item: issue.itemOf(input) }, options),
        dryRun: input.dryRun,
      })),
  }),
  updateIssue: t.fieldWithInput({
    type: IssuePayload,
    description: "Changes the wording of an issue; what is left out stays. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: {
      id: t.input.id({ required: true, description: "The issue." }),
      label: t.input.string({ description: "Its short name." }),
      proposition: t.input.string({ description: "What one can be for or against." }),
      pro: t.input.string({ description: "What counts as support." }),
      contra: t.input.string({ description: "What counts as opposition." }),
      parent: t.input.id({ description: "The issue it is part of; null lets it stand by itself." }),
      addFacets: t.input.field({
        type: [nestedInput("FacetInput")],
        description: "More facets, or more values of facets it has.",
      }),
      examples: t.input.field({
        type: [nestedInput("IssueExampleInput")],
        description: "Passages coded rightly, instead of those it has.",
      }),
      anchors: t.input.stringList({
        description: "Words by which passages on it are found, instead of those it has.",
      }),
      ...editFields(t.input),
    },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => {
        const { id, dryRun, why: _why, ...patch } = input;
        const facets = patch.addFacets as readonly Facet[] | null | undefined;
        const changes = {
          ...patch,
          parent: patch.parent as IssueId | null | undefined,
          examples: patch.examples as readonly Example[] | null | undefined,
          addFacets: facets,
        };
        return { ...revised, id: updateIssue(context.store, id as IssueId, changes, options), dryRun };
      }),
  }),
  mergeIssues: t.fieldWithInput({
    type: IssuePayload,
    description:
      "Lets one issue answer in the place of another: its stances are filed there, and its id leads there. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: {
      from: t.input.id({ required: true, description: "The issue that is another one's double." }),
      into: t.input.id({ required: true, description: "The issue that answers for both." }),
      ...editFields(t.input),
    },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        ...revised,
        id: mergeIssues(context.store, input.from as IssueId, input.into as IssueId, options),
        dryRun: input.dryRun,
      })),
  }),
  unmergeIssue: t.fieldWithInput({
    type: IssuePayload,
    description:
      "Undoes a merge: the issue answers for itself again, and has its own stances back. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: {
      id: t.input.id({ required: true, description: "The issue that was merged into another." }),
      ...editFields(t.input),
    },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        ...revised,
        id: unmergeIssue(context.store, input.id as IssueId, options),
        dryRun: input.dryRun,
      })),
  }),
}));
