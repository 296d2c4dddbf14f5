import type { Author } from "../domain/coder.ts";
import { type Problem, RejectedError, StanceGraphError } from "../domain/error.ts";
import type { Store } from "../store/open.ts";
import type { Item, ItemKind } from "./coding.ts";
import { Desk, type Outcome } from "./desk.ts";
import { type Entry, type ImportFormat, problemsOf } from "./formats/format.ts";
import { importFormats } from "./formats/index.ts";
import type { Licence } from "./quote.ts";
import { parsedItem, recordItem } from "./record.ts";
import { fileSource, type Source } from "./source.ts";

export interface ImportOptions {
  readonly author: Author;
  readonly dryRun?: boolean;
  /** What stances are unless they say otherwise; ACCEPTED when left out: a coding is somebody's finished work. */
  readonly status?: "PROPOSED" | "ACCEPTED";
  /** By format name; told by the file name's ending when left out. */
  readonly format?: string;
  /** Takes quotes that differ from the text in marks, spaces, case, what they leave out, or few words: by its own words. */
  readonly align?: boolean;
  /** Imports what can be, and reports the rest in `rejects`, instead of refusing all for a problem. */
  readonly setAside?: boolean;
  /** Told now and then how many things have been read. */
  readonly onProgress?: (items: number) => void;
}

/** What an import did, by kind of thing. */
export interface ImportReport {
  readonly files: readonly string[];
  readonly items: number;
  readonly added: Readonly<Partial<Record<ItemKind, number>>>;
  readonly revised: Readonly<Partial<Record<ItemKind, number>>>;
  readonly present: Readonly<Partial<Record<ItemKind, number>>>;
  /** How things of formats with other words than ours were read, in sentences. */
  readonly told: readonly string[];
  /** What was not taken: what a format has no place for here or a mapping leaves out and, set aside, what has problems. */
  readonly rejects: readonly Rejected[];
}

export interface Rejected extends Problem {
  /** As it stood in the file. */
  readonly value: unknown;
}

/** Definitions are read before findings, over all files, so that order does not matter. */
const passes: readonly (readonly ItemKind[])[] = [
  ["dataset", "coder", "document"],
  ["actor"],
  ["issue"],
  ["relation", "event", "stance"],
];
const keptProblems = 1000;
/** Of so much there are many stances. */
const largeBytes = 2_000_000;
const progressStep = 500;

/** Imports files as one change: all of it or, with every problem reported, nothing. Importing again adds nothing. */
export function importFiles(store: Store, paths: readonly string[], options: ImportOptions): ImportReport {
  return importSources(store, paths.map(fileSource), options);
}

export function importSources(
  store: Store,
  sources: readonly Source[],
  options: ImportOptions,
): ImportReport {
  const readers = sources.map((source) => ({ source, format: formatOf(source, options.format) }));
  const { author, dryRun = false } = options;
  // Apart from the report, for that stands in the audit.
  let rejects: readonly Rejected[] = [];
  const report = store.change(
    { author, action: "import", subject: sources.map(({ name }) => name).join(" "), dryRun },
    (at) => {
      let source = sources[0] as Source;
      const desk = new Desk(store, {
        at,
        reviewer: author.who,
        status: options.status ?? "ACCEPTED",
        isAligning: options.align ?? false,
        readText: (file) => source.readText(file),
      });
      const ledger = new Ledger(options);
      const isLarge = sources.reduce((sum, { bytes }) => sum + bytes, 0) > largeBytes;
      const take = (kinds: readonly ItemKind[], format: ImportFormat) => {
        desk.turnTo(source.name);
        const entries = format.read(source, kinds, ledger.problem);
        for (const entry of kinds.includes("issue") ? wholesFirst(entries) : entries) {
          const written = () => recordItem(desk, itemOf(entry)).outcome;
          const record = options.setAside ? () => store.attempt(written) : written;
          if (!ledger.note(entry, source, record)) desk.giveUp(entry.value);
        }
      };
      const takeAll = () => {
        for (const kinds of passes)
          for (const reader of readers) {
            source = reader.source;
            take(kinds, reader.format);
          }
      };
      if (isLarge) store.inBulk(takeAll);
      else takeAll();
      const told = readers.flatMap(({ source, format }) => format.told?.(source) ?? []);
      const left = readers.flatMap(({ source: from, format }) =>
        (format.left?.(from) ?? []).map((each): Rejected => ({ file: from.name, line: null, ...each })),
      );
      rejects = [...ledger.aside, ...left];
      return ledger.report(
        sources.map(({ name }) => name),
        [...told, ...alignedIn(desk)],
      );
    },
  );
  return { ...report, rejects };
}

const licences: Readonly<Record<Licence, string>> = {
  NORMALIZED: "but for marks, spaces and case",
  ELLIPSIS: "in parts around what they leave out",
  APPROXIMATE: "but for few words",
};

/** How quotes were found that are not in a text to the letter. */
function alignedIn({ licences: counts }: Desk): readonly string[] {
  return [...counts].map(
    ([licence, count]) =>
      `${count} ${count === 1 ? "quote was" : "quotes were"} found ${licences[licence]}; the text's own words are stored.`,
  );
}

function itemOf({ kind, value, isChecked }: Entry): Item {
  return isChecked ? ({ kind, item: value } as Item) : parsedItem(kind, value);
}

/** Issues in such an order that each comes after the one it is part of. */
function wholesFirst(entries: Iterable<Entry>): readonly Entry[] {
  const all = [...entries];
  const byName = new Map(all.flatMap((entry) => namesOf(entry).map((name) => [name, entry] as const)));
  const seen = new Set<Entry>();
  return all.flatMap((entry) => {
    const upwards: Entry[] = [];
    for (let each: Entry | undefined = entry; each !== undefined && !seen.has(each); ) {
      seen.add(each);
      upwards.push(each);
      const parent = parentOf(each);
      each = parent === undefined ? undefined : byName.get(parent);
    }
    return upwards.reverse();
  });
}

/** Everything an issue may be named by: its id, with and without its kind, and its label. */
function namesOf({ value }: Entry): readonly unknown[] {
  const { id, label } = (value ?? {}) as { readonly id?: unknown; readonly label?: unknown };
  return [...(typeof id === "string" ? [id, `issue:${id}`] : []), label];
}

function parentOf({ value }: Entry): unknown {
  return ((value ?? {}) as { readonly parent?: unknown }).parent;
}

/** The format a file is in, by name or by its ending. */
function formatOf({ name }: Pick<Source, "name">, asked?: string): ImportFormat {
  const fitting = importFormats.flatMap((format) =>
    format.extensions.flatMap((ending) => (name.toLowerCase().endsWith(ending) ? [{ format, ending }] : [])),
  );
  const [closest] = fitting.toSorted((a, b) => b.ending.length - a.ending.length);
  const format = asked === undefined ? closest?.format : importFormats.find((each) => each.name === asked);
  if (format !== undefined) return format;
  const known = importFormats.map((each) => `${each.name} (${each.extensions.join(", ")})`).join(", ");
  throw new StanceGraphError("invalid", `${asked ?? name} is in no format we read; there are: ${known}.`);
}

/** Counts what becomes of each entry and collects what is wrong, to the last. */
class Ledger {
  readonly #counts: Record<Outcome, Partial<Record<ItemKind, number>>> = {
    ADDED: {},
    REVISED: {},
    PRESENT: {},
  };
  readonly #problems: Problem[] = [];
  readonly #aside: Rejected[] | null;
  readonly #onProgress: (items: number) => void;
  #problemCount = 0;
  #items = 0;

  constructor({ onProgress = () => {}, setAside = false }: Pick<ImportOptions, "onProgress" | "setAside">) {
    this.#onProgress = onProgress;
    this.#aside = setAside ? [] : null;
  }

  readonly problem = (problem: Problem): void => {
    if (this.#aside !== null) {
      this.#aside.push({ ...problem, value: null });
      return;
    }
    this.#problemCount += 1;
    if (this.#problems.length < keptProblems) this.#problems.push(problem);
  };

  /** Whether the entry could be recorded. */
  note(entry: Entry, source: Source, record: () => Outcome): boolean {
    this.#items += 1;
    if (this.#items % progressStep === 0) this.#onProgress(this.#items);
    try {
      const counts = this.#counts[record()];
      counts[entry.kind] = (counts[entry.kind] ?? 0) + 1;
      return true;
    } catch (error) {
      const problems = problemsOf(error, entry, source.name);
      if (this.#aside === null) problems.forEach(this.problem);
      else {
        const message = problems.map((problem) => problem.message).join(" ");
        this.#aside.push({ ...(problems[0] as Problem), message, value: entry.value });
      }
      return false;
    }
  }

  get aside(): readonly Rejected[] {
    return this.#aside ?? [];
  }

  report(files: readonly string[], told: readonly string[]): Omit<ImportReport, "rejects"> {
    if (this.#problemCount > 0) throw new RejectedError(this.#problems, this.#problemCount);
    const { ADDED, REVISED, PRESENT } = this.#counts;
    return {
      files,
      items: this.#items,
      added: ADDED,
      revised: REVISED,
      present: PRESENT,
      told,
    };
  }
}
