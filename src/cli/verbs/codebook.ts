import type { VerbGroup } from "../verb.ts";

export const codebook: VerbGroup = {
  verbs: [
    {
      name: "show",
      summary: "Prints the codebook as a coding file, with its version.",
      load: async () => (await import("../codebook/show.ts")).show,
    },
    {
      name: "check",
      summary: "Tells what coders will stumble over.",
      load: async () => (await import("../codebook/check.ts")).check,
    },
    {
      name: "diff",
      summary: "Tells what is different between two codebooks.",
      load: async () => (await import("../codebook/diff.ts")).diff,
    },
    {
      name: "suggest",
      summary: "Suggests anchors, examples, and issues to split or merge.",
      load: async () => (await import("../codebook/suggest.ts")).suggest,
    },
    {
      name: "recode",
      summary: "Files stances under another issue, as one change.",
      load: async () => (await import("../codebook/recode.ts")).recoding,
    },
    {
      name: "undo",
      summary: "Takes a recoding back.",
      load: async () => (await import("../codebook/undo.ts")).undo,
    },
  ],
};
