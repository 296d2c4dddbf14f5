import type { VerbEntry } from "../verb.ts";

/** Every verb, in the order of the help. */
export const verbs: readonly VerbEntry[] = [
  {
    name: "init",
    group: "Make and serve a graph:",
    summary: "Makes a database, empty or with an example in it.",
    load: async () => (await import("./init.ts")).init,
  },
  {
    name: "import",
    group: "Make and serve a graph:",
    summary: "Imports coding files, all or nothing, and reports what it did.",
    load: async () => (await import("./import.ts")).importing,
  },
  {
    name: "serve",
    group: "Make and serve a graph:",
    summary: "Serves the API and its page over HTTP.",
    load: async () => (await import("./serve.ts")).serve,
  },
  {
    name: "actors",
    group: "Ask it:",
    summary: "Lists who can hold a stance.",
    load: async () => (await import("./actors.ts")).actors,
  },
  {
    name: "issues",
    group: "Ask it:",
    summary: "Lists what one can be for or against.",
    load: async () => (await import("./issues.ts")).issues,
  },
  {
    name: "documents",
    group: "Ask it:",
    summary: "Lists the texts.",
    load: async () => (await import("./documents.ts")).documents,
  },
  {
    name: "stances",
    group: "Ask it:",
    summary: "Lists what was observed, in which words.",
    load: async () => (await import("./stances.ts")).stances,
  },
  {
    name: "positions",
    group: "Ask it:",
    summary: "Lists who holds which position on which issue; with --matrix as actors by issues.",
    load: async () => (await import("./positions.ts")).positions,
  },
  {
    name: "timeline",
    group: "Ask it:",
    summary: "Shows where actors stood on an issue over time.",
    load: async () => (await import("./timeline.ts")).timeline,
  },
  {
    name: "changes",
    group: "Ask it:",
    summary: "Lists who changed position on what, with both quotes.",
    load: async () => (await import("./changes.ts")).changes,
  },
  {
    name: "compare",
    group: "Ask it:",
    summary: "Puts actors side by side, issue by issue.",
    load: async () => (await import("./compare.ts")).compare,
  },
  {
    name: "network",
    group: "Ask it:",
    summary: "Ties actors or issues by what was said: who agrees with whom, and how much.",
    load: async () => (await import("./network.ts")).network,
  },
  {
    name: "polarization",
    group: "Ask it:",
    summary: "Tells how far actors fall into camps, and who is in which.",
    load: async () => (await import("./polarization.ts")).polarization,
  },
  {
    name: "search",
    group: "Ask it:",
    summary: "Finds words in names, issues, texts and quotes.",
    load: async () => (await import("./search.ts")).search,
  },
  {
    name: "query",
    group: "Ask it:",
    summary: "Asks in GraphQL, here or at a server.",
    load: async () => (await import("./query.ts")).query,
  },
  {
    name: "export",
    group: "Take from it and look after it:",
    summary: "Writes the graph, or a table of it, in the format you choose.",
    load: async () => (await import("./export.ts")).exporting,
  },
  {
    name: "verify",
    group: "Take from it and look after it:",
    summary: "Proves each quote against its text, by hash and place.",
    load: async () => (await import("./verify.ts")).verify,
  },
  {
    name: "stats",
    group: "Take from it and look after it:",
    summary: "Counts what is in the graph.",
    load: async () => (await import("./stats.ts")).stats,
  },
  {
    name: "backup",
    group: "Take from it and look after it:",
    summary: "Copies the graph into a new file while others use it.",
    load: async () => (await import("./backup.ts")).backup,
  },
  {
    name: "restore",
    group: "Take from it and look after it:",
    summary: "Puts a backup in the database's place, and keeps the old one.",
    load: async () => (await import("./restore.ts")).restore,
  },
  {
    name: "keys",
    group: "Take from it and look after it:",
    summary: "Makes, lists and revokes the keys that changes over the API need.",
    load: async () => (await import("./keys.ts")).keys,
  },
  {
    name: "schema",
    group: "Take from it and look after it:",
    summary: "Prints the API's schema, or that of coding files.",
    load: async () => (await import("./schema.ts")).schema,
  },
  {
    name: "doctor",
    group: "Take from it and look after it:",
    summary: "Looks at Node, SQLite, the database, its disk and the port, and says what to do.",
    load: async () => (await import("./doctor.ts")).doctor,
  },
  {
    name: "completion",
    group: "Take from it and look after it:",
    summary: "Prints the completion script for your shell.",
    load: async () => (await import("./completion.ts")).completion(() => verbs),
  },
];
