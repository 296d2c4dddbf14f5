import type { VerbEntry } from "../verb.ts";

/** Every verb, in the order of the help: to make and fill a graph, to ask it, to look after it. */
export const verbs: readonly VerbEntry[] = [
  {
    name: "init",
    summary: "Makes a database, empty or with an example in it.",
    load: async () => (await import("./init.ts")).init,
  },
  {
    name: "verify",
    summary: "Proves each quote against its text, by hash and place.",
    load: async () => (await import("./verify.ts")).verify,
  },
  {
    name: "stats",
    summary: "Counts what is in the graph.",
    load: async () => (await import("./stats.ts")).stats,
  },
  {
    name: "backup",
    summary: "Copies the graph into a new file while others use it.",
    load: async () => (await import("./backup.ts")).backup,
  },
  {
    name: "restore",
    summary: "Puts a backup in the database's place, and keeps the old one.",
    load: async () => (await import("./restore.ts")).restore,
  },
  {
    name: "keys",
    summary: "Makes, lists and revokes the keys that changes over the API need.",
    load: async () => (await import("./keys.ts")).keys,
  },
  {
    name: "doctor",
    summary: "Looks at Node, SQLite, the database, its disk and the port, and says what to do.",
    load: async () => (await import("./doctor.ts")).doctor,
  },
  {
    name: "completion",
    summary: "Prints the completion script for your shell.",
    load: async () => (await import("./completion.ts")).completion(() => verbs),
  },
];
