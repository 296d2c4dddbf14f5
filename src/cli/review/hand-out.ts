import { existsSync, rmSync } from "node:fs";
import { StanceGraphError } from "../../domain/error.ts";
import { parseId } from "../../domain/id.ts";
import { codingItems } from "../../export/coding-items.ts";
import { sourceOf } from "../../http/source.ts";
import { importSources } from "../../ingest/import.ts";
import { textSource } from "../../ingest/source.ts";
import { openStore, type Store } from "../../store/open.ts";
import { authorOf } from "../author.ts";
import { counted } from "../counts.ts";
import { withStore } from "../database.ts";
import type { Effects } from "../effects.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { option, options, required, text } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { verb } from "../verb.ts";

export const handOut = verb({
  arguments: { file: required("The database to make for the coder.") },
  flags: {
    db,
    coder: option("<name>", "Who is to code, as stances will name them.", text),
    document: options("<id>", "Only with this document; with all when left out.", text),
  },
  notes: `The coder gets the texts, the actors and the codebook, and nobody's stances, relations or events: so they code blind. They
work in it as in any graph, and what they have coded comes back by "review hand-in", as proposals in their name.`,
  examples: [
    [
      "stancegraph review hand-out ben.db --coder Ben",
      "Makes a graph without any stance, for Ben to code blind.",
    ],
  ],
  run: (input, effects) =>
    withStore(input.db, effects, async (store) => {
      const { coder } = input;
      if (!coder?.trim()) throw new UsageError("--coder: say who is to code.");
      const path = pathOf(effects, input.file);
      if (existsSync(path))
        throw new StanceGraphError(
          "conflict",
          `${input.file} exists already; name another file, or move it away.`,
        );
      const documents = input.document.map((id) => store.documents.require(parseId("document", id)).id);
      const made = handedOut(store, path, { coder, documents }, effects);
      await effects.stderr.write(
        `Made ${input.file} for ${coder}: ${counted(made.documents, "document")}, ${counted(made.actors, "actor")}, ${counted(made.issues, "issue")}, no stance.\n`,
      );
      return exitCodes.ok;
    }),
});

interface Asked {
  readonly coder: string;
  readonly documents: readonly string[];
}

/** Makes the coder's graph, or nothing at all. */
function handedOut(store: Store, path: string, { coder, documents }: Asked, effects: Effects) {
  const only = documents.length === 0 ? {} : { where: { id: { in: documents } } };
  const sources = {
    dataset: [...codingItems.dataset(sourceOf(store))],
    document: [...codingItems.document(sourceOf(store, only))],
    actor: [...codingItems.actor(sourceOf(store))],
    issue: [...codingItems.issue(sourceOf(store))],
  };
  const lines = Object.entries(sources).flatMap(([kind, items]) =>
    items.map((item) => JSON.stringify({ [kind]: kind === "document" ? { ...item, id: undefined } : item })),
  );
  lines.push(JSON.stringify({ coder: { name: coder, kind: "PERSON" } }));
  const target = openStore({ path, clock: effects.clock, create: true });
  try {
    importSources(target, [textSource("hand-out.jsonl", lines.join("\n"))], { author: authorOf(effects) });
    return {
      documents: target.documents.count(),
      actors: target.actors.count(),
      issues: target.issues.count(),
    };
  } catch (error) {
    target.close();
    for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
    throw error;
  } finally {
    target.close();
  }
}
