import { builder } from "./builder.ts";
import { RuleNameEnum } from "./enums.ts";

/** As of when: what held on a day, as known at an instant. */
export const AsOfInput = builder.inputType("AsOf", {
  description: "As of when. Without it everything counts that counts now, undated stances too.",
  fields: (t) => ({
    validAt: t.field({
      type: "Date",
      description:
        "The day asked about: only stances count that were certainly held by then and are not over. Undated ones do not.",
    }),
    knownAt: t.field({
      type: "DateTime",
      description:
        "The instant of knowledge: only what had been recorded and accepted by then counts, and was not retracted yet.",
    }),
  }),
});

export const PositionRuleInput = builder.inputType("PositionRule", {
  description: "How stances make a position.",
  fields: (t) => ({
    name: t.field({
      type: RuleNameEnum,
      required: true,
      defaultValue: "LATEST",
      description: "The rule; LATEST when left out.",
    }),
    windowDays: t.int({
      required: true,
      defaultValue: 365,
      description:
        "Days, 1 to 36500, before the day asked for (or the newest stance) that MODAL counts, and in which opposite sides contest; 365 when left out.",
    }),
    halfLifeDays: t.int({
      required: true,
      defaultValue: 180,
      description: "Days, 1 to 36500, after which a stance weighs half under WEIGHTED; 180 when left out.",
    }),
  }),
});

export const ActorByInput = builder.inputType("ActorBy", {
  description: "One actor, by exactly one of these. A merged actor answers by the one it was merged into.",
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: "Its id, as in actor:united-states." }),
    slug: t.string({ description: "Its id without the kind, as in united-states." }),
    wikidata: t.string({ description: "Its Wikidata id, as in Q30." }),
    name: t.string({
      description:
        "Any name it goes by; upper or lower case, accents and a leading the do not matter. A name of two actors is an error.",
    }),
  }),
});

export const IssueByInput = builder.inputType("IssueBy", {
  description: "One issue, by exactly one of these. A merged issue answers by the one it was merged into.",
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: "Its id, as in issue:us-withdrawal." }),
    slug: t.string({ description: "Its id without the kind, as in us-withdrawal." }),
    label: t.string({ description: "Its label, in upper or lower case. A label of two issues is an error." }),
  }),
});

export const DocumentByInput = builder.inputType("DocumentBy", {
  description: "One document, by exactly one of these.",
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: "Its id, as in document:6d066288d130." }),
    slug: t.string({ description: "Its id without the kind, as in 6d066288d130." }),
    sha256: t.string({ description: "SHA-256 of its text, 64 hex digits; the first of reprints." }),
    url: t.string({ description: "Where it was published." }),
  }),
});
