import { lookup } from "node:dns/promises";
import { StanceGraphError } from "../../domain/error.ts";
import { type Host, hostIn } from "../../ingest/documents/address.ts";
import { filesAt } from "../../ingest/documents/files.ts";
import { documentReaders, type FoundDocument } from "../../ingest/documents/index.ts";
import { Ingest, type Ingested } from "../../ingest/documents/ingest.ts";
import { authorOf } from "../author.ts";
import { counted } from "../counts.ts";
import { withStore } from "../database.ts";
import type { Effects } from "../effects.ts";
import { exitCodes, InterruptedError, UsageError } from "../exit.ts";
import { integer, oneOrMore, option, optionOr, options, text, toggle } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { formatFlags, formatOf, printRows } from "../output.ts";
import { withProgress } from "../progress.ts";
import { type ReadingLimits, readingBy } from "../reading/reading.ts";
import { fileSource, isAddress, pageSource, type Source } from "../reading/source.ts";
import type { Column, Row } from "../row.ts";
import { onOneLine } from "../table.ts";
import { verb } from "../verb.ts";

const columns: readonly Column[] = [
  { name: "outcome", summary: "NEW, PRESENT as it was there already, or REPRINT of another document." },
  { name: "title", summary: "Its title." },
  { name: "publisher", summary: "Who published it, where the file tells." },
  { name: "author", summary: "Who wrote it, where the file tells." },
  { name: "publishedOn", summary: "When it was published, EDTF." },
  { name: "language", summary: "Its language, BCP 47." },
  { name: "url", summary: "Where it was published: as it says, else where it was fetched." },
  { name: "id", summary: "Its id." },
  { name: "file", summary: "The file, or the address as it was given." },
];

const defaultSeconds = 60;
const megabytes = 1_000;
/** So many documents are one change. */
const batchSize = 100;
const shownTroubles = 100;

export const ingest = verb({
  arguments: {
    files: oneOrMore(
      "Files, folders, and addresses with --allow-net. Of folders all files that can be read are, in folders within, too.",
    ),
  },
  flags: {
    db,
    dryRun: toggle("Tell what would happen, and write nothing."),
    why: option("<reason>", "Why, for the audit.", text),
    allowNet: toggle("Fetch what is given by its address (http or https)."),
    allowHost: {
      ...options(
        "<host[:port]>",
        "With --allow-net, a host that may be reached at a private address.",
        hostOf,
      ),
      onlyWith: "allowNet",
    },
    timeout: optionOr(
      defaultSeconds,
      "<seconds>",
      `How long a file may take to be read: ${defaultSeconds} when left out.`,
      integer(1, 86_400),
    ),
    licence: option("<licence>", "The licence of their texts.", text),
    ...formatFlags,
  },
  notes: `Reads documents, without stances. Files may be of these kinds:
${documentReaders.map(({ name, endings, summary }) => `  ${name}, ${endings.join(" ")}\n    ${summary}`).join("\n")}

A text that is there already adds nothing, so it may be done again, also where it was interrupted. One that is nearly the same as
another is stored as its reprint: both count as one source. Files are read by a process of their own, of a minute (--timeout) and a
gigabyte at most each; what is wrong with one is told, and the others go on (exit code 3 then). Files fetch nothing from elsewhere.

Pages, feeds and files are fetched from the web with --allow-net only, as in
  stancegraph ingest https://example.org/news/vote.html https://example.org/feed.xml --allow-net
of at most 20 MB in 30 seconds each, through at most five redirects, and never from private addresses, whatever name leads there;
an intranet is named: --allow-host wiki.intranet.example, or with its port, localhost:8080. No proxy is used, no cookie kept.`,
  examples: [
    ["stancegraph ingest articles/", "Reads all articles in a folder."],
    ["stancegraph ingest report.pdf feed.xml --dry-run", "Tells what a PDF and a feed hold."],
  ],
  run: async (input, effects) => {
    const { dryRun, licence } = input;
    const { sources, left, closed, unit } = sourcesOf(input, effects);
    const troubles = closed.map((name) => `${name}: It may not be read; change its permissions.`);
    const limits = { seconds: input.timeout, megabytes };
    const taken = await withStore(input.db, effects, (store) =>
      withProgress(dryRun ? "Reading" : "Ingesting", `${unit}s`, effects, async (onProgress) => {
        const work = new Ingest(store, {
          author: authorOf(effects, input.why),
          dryRun,
          licence: licence ?? undefined,
        });
        return allOf(sources, { work, limits, troubles, onProgress, signal: effects.signal() });
      }),
    );
    await printRows({ columns, rows: taken.map(rowOf), format: formatOf(input) }, effects);
    await tell({ taken, troubles, left, unit, dryRun }, effects);
    return troubles.length > 0 ? exitCodes.rejected : exitCodes.ok;
  },
});

function hostOf(given: string): Host {
  const host = hostIn(given);
  if (host === null)
    throw new UsageError(`"${given}" is no host; write it as in wiki.example, localhost:8080 or [fd00::1].`);
  return host;
}

interface Given {
  readonly files: readonly string[];
  readonly allowNet: boolean;
  readonly allowHost: readonly Host[];
}

/** Files first, since whether they are there is known before anything is fetched. */
function sourcesOf({ files: given, allowNet, allowHost }: Given, effects: Effects) {
  const addresses = given.filter(isAddress);
  const [first] = addresses;
  if (first !== undefined && !allowNet)
    throw new UsageError(`${first} is an address; nothing is fetched without --allow-net.`);
  const names = given.filter((name) => !isAddress(name));
  const { files, left, closed } = filesAt(names.map((name) => ({ name, path: pathOf(effects, name) })));
  const resolve = (name: string) => lookup(name, { all: true });
  const fetching = { resolve, allowed: allowHost, signal: effects.signal() };
  const sources = [...files.map(fileSource), ...addresses.map((each) => pageSource(each, fetching))];
  return { sources, left, closed, unit: first === undefined ? "file" : "source" };
}

interface Taken extends Ingested {
  readonly file: string;
}

interface Working {
  readonly work: Ingest;
  readonly limits: ReadingLimits;
  readonly troubles: string[];
  readonly onProgress: (done: number, total: number | null) => void;
  readonly signal: AbortSignal;
}

async function allOf(
  sources: readonly Source[],
  { work, limits, troubles, onProgress, signal }: Working,
): Promise<readonly Taken[]> {
  const reading = readingBy(limits);
  const taken: Taken[] = [];
  const waiting: { readonly found: FoundDocument; readonly file: string }[] = [];
  const take = () => {
    const batch = waiting.splice(0, batchSize);
    const done = work.take(batch.map(({ found }) => found));
    // The texts are in the graph now, and not kept twice.
    for (const [index, each] of done.entries())
      taken.push(withoutText({ ...each, file: batch[index]?.file ?? "" }));
  };
  try {
    for (const [index, { name, read }] of sources.entries()) {
      if (signal.aborted) throw new InterruptedError();
      try {
        for (const found of await read(reading)) waiting.push({ found, file: name });
      } catch (error) {
        if (signal.aborted) throw new InterruptedError();
        if (!(error instanceof StanceGraphError)) throw error;
        troubles.push(`${name}: ${error.message}`);
      }
      while (waiting.length >= batchSize) take();
      onProgress(index + 1, sources.length);
    }
    take();
  } finally {
    reading.end();
  }
  return taken;
}

function withoutText({ found, ...taken }: Taken): Taken {
  return { ...taken, found: { ...found, text: "" } };
}

function rowOf({ id, found, outcome, file }: Taken): Row {
  const { title, publisher = null, author = null, publishedOn = null, language = null, url = null } = found;
  return { outcome, title, publisher, author, publishedOn, language, url, id, file };
}

interface Told {
  readonly taken: readonly Taken[];
  readonly troubles: readonly string[];
  readonly left: ReadonlyMap<string, number>;
  readonly unit: string;
  readonly dryRun: boolean;
}

async function tell({ taken, troubles, left, unit, dryRun }: Told, { stderr }: Effects): Promise<void> {
  for (const trouble of troubles.slice(0, shownTroubles)) await stderr.write(`${onOneLine(trouble)}\n`);
  if (troubles.length > shownTroubles) await stderr.write(`… and ${troubles.length - shownTroubles} more.\n`);
  if (left.size > 0)
    await stderr.write(
      `Left alone: ${[...left].map(([ending, count]) => `${count} ${ending}`).join(", ")}.\n`,
    );
  const count = (outcome: string) => taken.filter((each) => each.outcome === outcome).length;
  const words = `${counted(taken.length, "document")} read, ${count("NEW")} new, ${count("REPRINT")} new that print another again, ${count("PRESENT")} there already`;
  const refused = troubles.length === 0 ? "" : `; ${counted(troubles.length, unit)} could not be read`;
  await stderr.write(`${words}${refused}.${dryRun ? " A dry run: nothing was written." : ""}\n`);
}
