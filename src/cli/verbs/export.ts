import { StanceGraphError } from "../../domain/error.ts";
import { isArchive, isDatabase } from "../../export/format.ts";
import { exported, exportFormats, formatFor } from "../../export/index.ts";
import { databaseFile } from "../../http/database-file.ts";
import { piecesOf } from "../../http/pieces.ts";
import { asOfFlags, whereFlag } from "../asking.ts";
import { inPlainWords, openForReading } from "../database.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { gathered, saveFile } from "../file.ts";
import { oneOf, option, text } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { verb } from "../verb.ts";

const things = exported.map(({ name }) => name);
const formats = exportFormats.map(({ name }) => name);
/** What the positions of a day, and the filters of the API, can be asked of. */
const dated = ["stances", "positions"];

export const exporting = verb({
  arguments: {
    what: {
      summary: "What to export; the whole graph when left out.",
      isRequired: false,
      isMany: false,
      choices: things,
      read: ([first]) => (first === undefined ? "graph" : oneOf(things)(first)),
    },
  },
  flags: {
    db,
    format: option(
      "<format>",
      "How; told by the ending of --out, else csv, and for the graph coding.",
      oneOf(formats),
      {
        choices: formats,
      },
    ),
    out: option("<file>", "Write into a file, which is replaced only when all is written.", text),
    where: whereFlag("{direction: {eq: SUPPORTS}}"),
    ...asOfFlags,
  },
  notes: `Columns keep their names and places. Formats:\n${exportFormats.map(({ name, summary }) => `  ${name.padEnd(14)}  ${summary}`).join("\n")}`,
  examples: [
    ["stancegraph export stances --out stances.csv", "Writes every stance with its quote as CSV."],
    [
      "stancegraph export positions --format jsonl --at 2024-12-01",
      "Positions at a day, one JSON object a line.",
    ],
    ["stancegraph export --out debate.dna", "Everything, for the Discourse Network Analyzer."],
    ["stancegraph export --out coding.yaml", "Everything, as a coding that can be imported again."],
  ],
  run: async (input, effects) => {
    const { what, out, at, knownAt } = input;
    if ((at ?? knownAt) !== null && !dated.includes(what))
      throw new UsageError(`--at and --known-at go with ${dated.join(" and ")} only.`);
    const format = formatOf(what, input.format ?? endingOf(out) ?? (what === "graph" ? "coding" : "csv"));
    if (isDatabase(format)) checkDatabase(input);
    if (isArchive(format) && out === null) throw new UsageError("Name the file of the archive with --out.");
    const store = openForReading(input.db, effects);
    try {
      if (isDatabase(format)) {
        saveFile(pathOf(effects, out as string), [databaseFile(store, format)]);
        return exitCodes.ok;
      }
      const pieces = piecesOf(store, what, format, { where: input.where, validAt: at, knownAt });
      if (out === null)
        for (const piece of gathered(pieces as Iterable<string>)) await effects.stdout.write(piece);
      else saveFile(pathOf(effects, out), pieces);
      return exitCodes.ok;
    } catch (error) {
      throw inPlainWords(error, store.path);
    } finally {
      store.close();
    }
  },
});

/** A database is of the whole graph, and is no text for a terminal. */
function checkDatabase({ out, where }: { readonly out: string | null; readonly where: unknown }): void {
  if (out === null) throw new UsageError("Name the file of the database with --out.");
  if (where !== null) throw new UsageError("A database is of the whole graph; leave --where out.");
}

/** A format that does not go with what is exported is a wrong command line, whichever flag named it. */
function formatOf(what: string, ending: string): ReturnType<typeof formatFor> {
  try {
    return formatFor(what, ending);
  } catch (error) {
    throw error instanceof StanceGraphError ? new UsageError(error.message) : error;
  }
}

function endingOf(out: string | null): string | null {
  return out === null ? null : (/\.([a-z0-9]+)$/i.exec(out)?.[1]?.toLowerCase() ?? null);
}
