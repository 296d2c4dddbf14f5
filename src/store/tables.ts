import { actorKinds, nameTypes, relationKinds } from "../domain/actor.ts";
import { attributionRoles, modes, recordTerms } from "../domain/attribution.ts";
import { eventKinds } from "../domain/event.ts";
import { acts, certainties, codingLevels, conditionKinds, directions, statuses } from "../domain/stance.ts";
import {
  choice,
  date,
  hanging,
  id,
  instant,
  many,
  manyCoded,
  number,
  one,
  oneCoded,
  text,
} from "./fields.ts";
import { ledForward } from "./merges.ts";
import type { Table } from "./where.ts";

const recordedAt = instant("recorded_at", "When we recorded it.");

export const actorTable: Table = {
  name: "actor",
  merging: "actor",
  search: (alias, match) =>
    `${alias}.id in (${ledForward(
      `select n.actor_id from actor_text t join actor_name n on n.key = t.rowid where actor_text match ${match}`,
      "actor",
    )})`,
  fields: {
    id: id("The actor's id."),
    name: text("name", "The name it is shown by."),
    kind: choice("kind", actorKinds, "What kind of actor it is."),
    description: text("description", "Its description."),
    recordedAt,
    names: manyCoded("actor_id", () => actorNameTable, "Every name it goes by."),
    stances: many("holder_id", () => stanceTable, "The stances it holds."),
    relations: manyCoded("subject_id", () => relationTable, "Ties in which it is the subject."),
    relationsTo: manyCoded("object_id", () => relationTable, "Ties in which it is the object."),
    events: {
      kind: "many",
      tie: {
        column: "id",
        innerColumn: "id",
        through: { table: "event_participant", outer: "actor_id", inner: "event_id" },
        coded: { by: "inner", table: "actor" },
      },
      table: () => eventTable,
      summary: "Events it took part in.",
    },
  },
};

const actorNameTable: Table = {
  name: "actor_name",
  fields: {
    name: text("name", "The name."),
    type: choice("type", nameTypes, "What kind of name it is."),
    language: text("language", "BCP 47 tag of its language."),
  },
};

export const relationTable: Table = {
  name: "relation",
  fields: {
    id: id("The relation's id."),
    kind: choice("kind", relationKinds, "What ties them."),
    subject: oneCoded("subject_id", "actor", () => actorTable, "Who is tied."),
    object: oneCoded("object_id", "actor", () => actorTable, "To whom."),
    validFrom: date("from", "When it began."),
    validUntil: date("until", "When it ended."),
    recordedAt,
  },
};

export const issueTable: Table = {
  name: "issue",
  merging: "issue",
  search: (alias, match) =>
    `${alias}.id in (${ledForward(
      `select i.id from issue_text t join issue i on i.key = t.rowid where issue_text match ${match}`,
      "issue",
    )})`,
  fields: {
    id: id("The issue's id."),
    label: text("label", "Its short name."),
    proposition: text("proposition", "What one can be for or against."),
    recordedAt,
    parent: oneCoded("parent_id", "issue", () => issueTable, "The issue it is part of."),
    stances: many("issue_id", () => stanceTable, "The stances on it."),
  },
  shown: {
    pro: text("pro", "What counts as support."),
    contra: text("contra", "What counts as opposition."),
  },
};

export const documentTable: Table = {
  name: "document",
  search: (alias, match) =>
    `${alias}.key in (select rowid from document_text where document_text match ${match})`,
  fields: {
    id: id("The document's id."),
    title: text("title", "Its title."),
    publisher: text("publisher", "Who published it."),
    author: text("author", "Who wrote it."),
    url: text("url", "Where it was published."),
    language: text("language", "BCP 47 tag of its language."),
    sha256: text("sha256", "SHA-256 of its text, hex."),
    publishedOn: date("published", "When it was published."),
    recordedAt,
    stances: many("document_id", () => stanceTable, "The stances found in it."),
  },
  brief: {
    index: "document_in_brief",
    columns: ["id", "title", "publisher", "published_edtf", "published_earliest", "published_latest", "url"],
  },
};

export const evidenceTable: Table = {
  name: "evidence",
  fields: {
    id: id("The evidence's id."),
    quote: text("quote", "The exact words."),
    document: one("document_id", () => documentTable, "The document quoted."),
  },
  shown: {
    start: number("start", "Where the quote begins."),
    end: number("end", "Where it ends."),
    prefix: text("prefix", "The words before."),
    suffix: text("suffix", "The words after."),
    sha256: text("sha256", "SHA-256 of the quote, hex."),
  },
};

const conditionTable: Table = {
  name: "stance_condition",
  fields: {
    kind: choice("kind", conditionKinds, "How the stance depends on it."),
    text: text("text", "What it depends on."),
  },
};

const facetTable: Table = {
  name: "stance_facet",
  fields: {
    name: text("name", "The facet, as in pace."),
    value: text("value", "Its value, as in immediate."),
  },
};

const attributionTable: Table = {
  name: "attribution_link",
  fields: {
    role: choice("role", attributionRoles, "The link's place in the chain."),
    actor: oneCoded("actor_id", "actor", () => actorTable, "The actor that is the link."),
    anonymous: text("anonymous_descriptor", "The words for an unnamed source."),
    cue: text("cue", "The words that attribute."),
    mode: choice("mode", modes, "How the words were rendered."),
    onRecord: choice("on_record", recordTerms, "On what terms the source spoke."),
  },
};

const coderTable: Table = {
  name: "coder",
  fields: { id: id("The coder's id."), name: text("name", "The coder's name.") },
};

export const stanceTable: Table = {
  name: "stance",
  search: (alias, match) =>
    `${alias}.key in (select e.stance_key from stance_evidence e where e.evidence_key in
      (select q.key from evidence_text t join evidence q on q.age = t.rowid where evidence_text match ${match}))`,
  fields: {
    id: id("The stance's id."),
    holder: one("holder_id", () => actorTable, "Who holds it."),
    issue: one("issue_id", () => issueTable, "On what."),
    direction: choice("direction", directions, "For, against, or neither."),
    intensity: number("intensity", "-2 to 2."),
    act: choice("act", acts, "What was done to show it."),
    holderCertainty: choice("holder_certainty", certainties, "How sure the holder is."),
    codingLevel: choice("coding_level", codingLevels, "How far the coder went beyond the words."),
    confidence: number("confidence", "The coder's, 0 to 1."),
    addressee: oneCoded("addressee_id", "actor", () => actorTable, "To whom it was addressed."),
    document: one("document_id", () => documentTable, "Where it was found."),
    coder: one("coder_id", () => coderTable, "Who coded it."),
    status: choice("status", statuses, "Where it is in review."),
    statedOn: date("stated", "When it was said or done."),
    effectiveOn: date("effective", "When it was said or done, else published."),
    externalId: text("external_id", "The coding's own identifier of it."),
    note: text("note", "The coder's remark."),
    recordedAt,
    retractedAt: instant("retracted_at", "When it ceased to count."),
    evidence: {
      kind: "many",
      tie: {
        column: "key",
        innerColumn: "key",
        through: {
          table: "stance_evidence",
          outer: "stance_key",
          inner: "evidence_key",
          order: "ordinal",
        },
      },
      table: () => evidenceTable,
      summary: "The quotes it rests on.",
    },
    conditions: hanging(() => conditionTable, "What it depends on."),
    facets: hanging(() => facetTable, "Its values for the issue's facets."),
    attribution: hanging(() => attributionTable, "The chain by which it reached us."),
  },
  shown: {
    validFrom: date("valid_from", "From when it is meant to hold."),
    validUntil: date("valid_until", "The first day on which it no longer holds."),
    acceptedAt: instant("accepted_at", "When it began to count."),
  },
};

export const eventTable: Table = {
  name: "event",
  fields: {
    id: id("The event's id."),
    label: text("label", "Its short name."),
    kind: choice("kind", eventKinds, "What kind of event it is."),
    description: text("description", "What happened."),
    happenedOn: date("happened", "When it happened."),
    certainty: choice("certainty", certainties, "How sure it is."),
    recordedAt,
    participants: {
      kind: "many",
      tie: {
        column: "id",
        innerColumn: "id",
        through: { table: "event_participant", outer: "event_id", inner: "actor_id" },
        coded: { by: "outer", table: "actor" },
      },
      table: () => actorTable,
      summary: "Who took part.",
    },
  },
};
