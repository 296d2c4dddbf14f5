import { codebookOf } from "../../domain/codebook.ts";
import { StanceGraphError } from "../../domain/error.ts";
import { codebookIssues } from "../../ingest/codebook.ts";
import type { DatasetCounts } from "../../store/dataset.ts";
import { maxPageSize } from "../../store/page.ts";
import { builder } from "../builder.ts";
import { AuditEntryRef, DatasetRef } from "../refs.ts";

DatasetRef.implement({
  description: "The graph as a whole.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "A UUID, made once." }),
    title: t.exposeString("title", { description: "What it is called." }),
    description: t.exposeString("description", {
      nullable: true,
      description: "What it is about; null when that was not said.",
    }),
    licence: t.exposeString("licence", {
      nullable: true,
      description: "Its licence, as an SPDX id or a URL; null when none was named.",
    }),
    citation: t.exposeString("citation", {
      nullable: true,
      description: "How to cite it; null when that was not said.",
    }),
    version: t.string({
      description: "The version of stancegraph that answers.",
      resolve: (_dataset, _args, { version }) => version,
    }),
    codebookVersion: t.string({
      description:
        "The version of its codebook, 12 hex digits: another as soon as a word of an issue is. Extractors tell by which version they proposed.",
      resolve: (_dataset, _args, { store }) => codebookOf(codebookIssues(store)).version,
    }),
    revision: t.exposeInt("revision", {
      description: "Counts its changes, from 0: the same revision is the same data.",
    }),
    changedAt: t.expose("changedAt", { type: "DateTime", description: "When it last changed." }),
    counts: t.field({
      type: DatasetCountsRef,
      description: "How much there is.",
      resolve: (_dataset, _args, { store }) => store.dataset.counts(),
    }),
    audit: t.field({
      type: [AuditEntryRef],
      description: "The latest changes, newest first.",
      args: {
        limit: t.arg.int({
          required: true,
          defaultValue: 20,
          description: "How many at most, 0 to 100; 20 when left out.",
        }),
        before: t.arg.int({ description: "Only those before this revision." }),
      },
      complexity: ({ limit }) => ({ field: 1, multiplier: limit }),
      resolve: (_dataset, { limit, before }, { store }) => {
        if (limit < 0 || limit > maxPageSize) {
          throw new StanceGraphError("invalid", `The limit is 0 to ${maxPageSize}; ${limit} was given.`, [
            "limit",
          ]);
        }
        return store.dataset.audit(limit, before ?? undefined);
      },
    }),
  }),
});

const DatasetCountsRef = builder.objectRef<DatasetCounts>("DatasetCounts").implement({
  description: "How much there is.",
  fields: (t) => ({
    actors: t.exposeInt("actors", { description: "How many actors, merged ones not counted." }),
    issues: t.exposeInt("issues", { description: "How many issues, merged ones not counted." }),
    documents: t.exposeInt("documents", { description: "How many documents." }),
    evidence: t.exposeInt("evidence", { description: "How many quotes." }),
    stances: t.exposeInt("stances", { description: "How many stances, whatever their status." }),
    relations: t.exposeInt("relations", { description: "How many ties between actors." }),
    events: t.exposeInt("events", { description: "How many events." }),
    coders: t.exposeInt("coders", { description: "How many coders." }),
  }),
});

builder.queryField("dataset", (t) =>
  t.field({
    type: DatasetRef,
    description: "The graph as a whole: what it is, how much there is, and how often it has changed.",
    resolve: (_root, _args, { store }) => store.dataset.get(),
  }),
);
