import type { Issue } from "../../domain/issue.ts";
import { type Table, tableOf } from "../table.ts";

export const issues: Table = tableOf<Issue>({
  name: "issues",
  summary: "Propositions one can be for or against.",
  items: (source) => source.issues(),
  columns: [
    ["id", "The issue's id.", ({ id }) => id],
    ["label", "Its short name.", ({ label }) => label],
    ["proposition", "What one can be for or against.", ({ proposition }) => proposition],
    ["pro", "What counts as support.", ({ pro }) => pro],
    ["contra", "What counts as opposition.", ({ contra }) => contra],
    ["parent", "The issue it is part of, by id.", ({ parent }) => parent],
    [
      "facets",
      "Ways to qualify a stance on it: a list of {name, values}.",
      ({ facets }) => facets.map((each) => ({ ...each })),
    ],
    ["recordedAt", "When it was recorded, UTC.", ({ recordedAt }) => recordedAt],
    [
      "examples",
      "Passages coded rightly: a list of {direction, text}.",
      ({ examples }) => examples.map((each) => ({ ...each })),
    ],
    ["anchors", "Words by which passages on it are found.", ({ anchors }) => [...anchors]],
  ],
});
