import type { StanceId } from "../../domain/id.ts";
import { effectiveOn } from "../../domain/stance.ts";
import { stanceTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import {
  ActEnum,
  CertaintyEnum,
  CodingLevelEnum,
  ConditionKindEnum,
  DirectionEnum,
  ReasonCodeEnum,
  StatusEnum,
} from "../enums.ts";
import { found } from "../loads.ts";
import { referToActor, referToDocument, referToEvidence, referToIssue } from "../references.ts";
import {
  ActorRef,
  AttributionLinkRef,
  AuditEntryRef,
  CoderRef,
  ConditionRef,
  DocumentRef,
  EvidenceRef,
  FacetValueRef,
  FuzzyDateRef,
  IssueRef,
  NodeRef,
  ProposalRef,
  ReviewRef,
  StanceConnection,
  StanceRef,
} from "../refs.ts";
import { stanceArgs, stanceList } from "../stance-lists.ts";

StanceRef.implement({
  description:
    "What an actor was observed to hold on an issue, once, in evidence. It never changes: corrections are new revisions.",
  interfaces: [NodeRef],
  extensions: { table: stanceTable },
  fields: (t) => ({
    holder: t.field({
      type: ActorRef,
      description: "Who holds it.",
      resolve: ({ holder }, _args, { load }) => referToActor(load.actors, holder),
    }),
    issue: t.field({
      type: IssueRef,
      description: "On what.",
      resolve: ({ issue }, _args, { load }) => referToIssue(load.issues, issue),
    }),
    direction: t.expose("direction", {
      type: DirectionEnum,
      description: "For or against the proposition, or neither.",
    }),
    intensity: t.exposeInt("intensity", {
      description:
        "How strongly, −2 (strongly against) to 2 (strongly for); 0 for directions without a side.",
    }),
    conditions: t.expose("conditions", {
      type: [ConditionRef],
      description: "What the holder makes it depend on.",
    }),
    facets: t.field({
      type: [FacetValueRef],
      description: "Its values for the issue's facets, at most one each.",
      resolve: ({ facets }) => Object.entries(facets),
    }),
    act: t.expose("act", { type: ActEnum, description: "What was done to show it." }),
    holderCertainty: t.expose("holderCertainty", {
      type: CertaintyEnum,
      description: "How sure the holder is.",
    }),
    codingLevel: t.expose("codingLevel", {
      type: CodingLevelEnum,
      description: "How far the coder went beyond the words.",
    }),
    confidence: t.exposeFloat("confidence", {
      nullable: true,
      description: "How sure the coder is, 0 to 1; null when it was not given.",
    }),
    addressee: t.field({
      type: ActorRef,
      nullable: true,
      description: "To whom it was addressed; null when to nobody in particular.",
      resolve: ({ addressee }, _args, { load }) => addressee && found(load.actors, addressee),
    }),
    document: t.field({
      type: DocumentRef,
      description: "Where it was found.",
      resolve: ({ document }, _args, { load }) => referToDocument(load.documents, document),
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "The quotes it rests on; empty only where the document is stored without its text.",
      resolve: ({ evidence }, _args, { load }) => evidence.map((id) => referToEvidence(load.evidence, id)),
    }),
    attribution: t.expose("attribution", {
      type: [AttributionLinkRef],
      description: "The chain by which it reached us, publisher first.",
    }),
    statedOn: t.expose("statedOn", {
      type: FuzzyDateRef,
      nullable: true,
      description: "When it was said or done; null when the document does not tell.",
    }),
    publishedOn: t.expose("publishedOn", {
      type: FuzzyDateRef,
      nullable: true,
      description: "When its document was published; null when unknown.",
    }),
    effectiveOn: t.field({
      type: FuzzyDateRef,
      nullable: true,
      description:
        "When it was held, as far as known: when it was said, else published. Null: undated, and counted only when no day is asked for.",
      resolve: effectiveOn,
    }),
    validFrom: t.expose("validFrom", {
      type: FuzzyDateRef,
      nullable: true,
      description: "From when it is meant to hold; null when it names no day.",
    }),
    validUntil: t.expose("validUntil", {
      type: FuzzyDateRef,
      nullable: true,
      description: "The first day on which it no longer holds; null when it names none.",
    }),
    coder: t.field({
      type: CoderRef,
      description: "Who coded it.",
      resolve: ({ coder }, _args, { load }) => found(load.coders, coder),
    }),
    externalId: t.exposeString("externalId", {
      nullable: true,
      description: "The coding's own identifier of it; null without one.",
    }),
    note: t.exposeString("note", { nullable: true, description: "The coder's remark; null without one." }),
    status: t.expose("status", {
      type: StatusEnum,
      description: "Where it is in review; only ACCEPTED ones count in positions.",
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When we recorded it." }),
    acceptedAt: t.expose("acceptedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it began to count; null when it never did.",
    }),
    retractedAt: t.expose("retractedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was retracted, superseded or rejected; null while it stands.",
    }),
    supersededBy: t.field({
      type: StanceRef,
      nullable: true,
      description: "The revision that replaced it; null when none did.",
      resolve: ({ supersededBy }, _args, { load }) => supersededBy && found(load.stances, supersededBy),
    }),
    proposal: t.field({
      type: ProposalRef,
      nullable: true,
      description: "How an extractor came to it; null where a person coded it.",
      resolve: ({ id }, _args, { store }) => store.proposals.of(id),
    }),
    reviews: t.field({
      type: [ReviewRef],
      description: "What was decided on it, oldest first.",
      resolve: ({ id }, _args, { store }) => store.stances.reviewsOf(id),
    }),
    audit: t.field({
      type: [AuditEntryRef],
      description:
        "The changes made to it by itself, oldest first; those of an import are told of the import.",
      resolve: ({ id }, _args, { store }) => store.dataset.auditOf(id),
    }),
  }),
});

ConditionRef.implement({
  description: "What the holder makes a stance depend on: only after … stays a condition, not an opposition.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ConditionKindEnum, description: "How it depends." }),
    text: t.exposeString("text", { description: "On what." }),
  }),
});

FacetValueRef.implement({
  description: "A value for one facet of an issue.",
  fields: (t) => ({
    name: t.string({ description: "The facet, as in pace.", resolve: ([name]) => name }),
    value: t.string({
      description: "Its value, as in immediate: one of the facet's closed list.",
      resolve: ([, value]) => value,
    }),
  }),
});

ReviewRef.implement({
  description: "One decision on a stance.",
  fields: (t) => ({
    reviewer: t.exposeString("reviewer", { description: "Who decided." }),
    status: t.expose("status", { type: StatusEnum, description: "What the stance became." }),
    code: t.expose("code", {
      type: ReasonCodeEnum,
      nullable: true,
      description: "Why it was turned down, out of a closed list; null when no such reason was given.",
    }),
    reason: t.exposeString("reason", { nullable: true, description: "Why; null when no reason was given." }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
  }),
});

builder.queryFields((t) => ({
  stance: t.field({
    type: StanceRef,
    nullable: true,
    description: "One stance; null when there is none with this id.",
    args: { id: t.arg.id({ required: true, description: "Its id, as in stance:3f9c…." }) },
    resolve: (_root, { id }, { load }) => load.stances.get(id as StanceId) ?? null,
  }),
  stances: t.connection(
    {
      type: StanceRef,
      description:
        "What was observed: who held what, in which words. Proposed, rejected, retracted and superseded ones too, with their status.",
      args: stanceArgs,
      resolve: (_root, args, context) => stanceList(context, args),
    },
    StanceConnection,
  ),
}));
