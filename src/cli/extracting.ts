import { type Codebook, codebookOf } from "../domain/codebook.ts";
import { StanceGraphError } from "../domain/error.ts";
import { type DocumentId, parseId } from "../domain/id.ts";
import { codebookIssues } from "../ingest/codebook.ts";
import { Candidates, EndError, type Extractor, propose } from "../ingest/extract/index.ts";
import type { Store } from "../store/open.ts";
import { authorOf } from "./author.ts";
import type { Effects } from "./effects.ts";
import { InterruptedError } from "./exit.ts";
import type { Row } from "./row.ts";

/** What came of it, over all documents. */
export interface Told {
  readonly rows: readonly Row[];
  readonly refused: readonly {
    readonly document: string;
    readonly message: string;
    readonly value: unknown;
  }[];
  /** What kept documents from being read, a sentence each. */
  readonly troubles: readonly string[];
  readonly documents: number;
  /** Documents that name no actor of the graph. */
  readonly unnamed: number;
  readonly withdrawn: number;
}

interface Options {
  readonly effects: Effects;
  readonly why: string | null;
  readonly dryRun: boolean;
  /** By id or label; all when empty. */
  readonly issues: readonly string[];
}

/** After so many documents in a row that nothing could be had for, the server is taken to be gone. */
const patience = 3;

/** Reads documents by an extractor, several at a time; what is found in one is recorded before the next is told of. */
export class Extracting {
  readonly #store: Store;
  readonly #extractor: Extractor;
  readonly #options: Options;
  readonly #codebook: Codebook;
  readonly #candidates: Candidates;

  constructor(store: Store, extractor: Extractor, options: Options) {
    this.#store = store;
    this.#extractor = extractor;
    this.#options = options;
    const named = options.issues.map((name) => store.issues.named(name));
    const issues = named.length > 0 ? named : codebookIssues(store);
    if (issues.length === 0)
      throw new StanceGraphError(
        "invalid",
        "The graph has no issues to look for; import a coding that has some.",
      );
    this.#codebook = codebookOf(issues);
    this.#candidates = new Candidates(store.actors.all());
  }

  /** The documents that are to be read: those named, else all with a text that this extractor has not read so yet. */
  documents(names: readonly string[], again: boolean): readonly DocumentId[] {
    const { documents, proposals } = this.#store;
    const { coder } = this.#extractor;
    if (names.length > 0) return names.map((name) => this.#named(name));
    const all = [...documents.all()].filter(({ sha256 }) => sha256 !== null).map(({ id }) => id);
    if (again) return all;
    return all.filter((id) => {
      const last = proposals.readingOf(id, coder.id);
      return last?.version !== coder.version || last.codebook !== this.#codebook.version;
    });
  }

  #named(name: string): DocumentId {
    const { documents } = this.#store;
    if (!/^https?:/.test(name)) return documents.require(parseId("document", name)).id;
    const document = documents.by({ url: name });
    if (document !== null) return document.id;
    throw new StanceGraphError("not_found", `No document is from ${name}; ingest it first.`);
  }

  async all(
    ids: readonly DocumentId[],
    parallel: number,
    onProgress: (done: number, total: number) => void,
  ): Promise<Told> {
    const signal = this.#options.effects.signal();
    const rows: Row[] = [];
    const refused: Told["refused"][number][] = [];
    const troubles: string[] = [];
    const counts = { documents: 0, unnamed: 0, withdrawn: 0 };
    const left = ids.values();
    let failures = 0;
    let isOver = false;
    const one = async (): Promise<void> => {
      for (const id of left) {
        if (isOver || signal.aborted) return;
        try {
          const told = await this.#read(id);
          failures = 0;
          rows.push(...told.rows);
          refused.push(...told.refused);
          counts.documents += 1;
          counts.unnamed += told.isUnnamed ? 1 : 0;
          counts.withdrawn += told.withdrawn;
        } catch (error) {
          if (!(error instanceof StanceGraphError)) throw error;
          failures += 1;
          // Others that are under way may come to the same end.
          if (!isOver || !(error instanceof EndError)) troubles.push(`${id}: ${error.message}`);
          isOver ||= error instanceof EndError || failures >= patience;
        }
        onProgress(counts.documents + troubles.length, ids.length);
      }
    };
    await Promise.all(Array.from({ length: parallel }, one));
    if (signal.aborted) throw new InterruptedError();
    const unread = ids.length - counts.documents - troubles.length;
    if (unread > 0) troubles.push(`${unread} more were not read; doing it again goes on where it ended.`);
    return { ...counts, rows, refused, troubles };
  }

  async #read(id: DocumentId) {
    const store = this.#store;
    const { id: _, title, publisher, publishedOn, language } = store.documents.require(id);
    const text = store.documents.text(id);
    if (text === null)
      throw new StanceGraphError("invalid", "It was stored without its text, so nothing can be found in it.");
    const document = { id, title, publisher, publishedOn: publishedOn?.edtf ?? null, language, text };
    const task = { document, actors: this.#candidates.in(text), codebook: this.#codebook };
    const extraction = await this.#extractor.extract(task);
    const { effects, why, dryRun } = this.#options;
    const author = authorOf(effects, why);
    const { proposals, withdrawn, refused } = propose(store, this.#extractor, task, extraction, {
      author,
      dryRun,
    });
    return {
      rows: proposals.map(
        ({ stance, outcome, quotes }): Row => ({
          outcome,
          holder: store.actors.require(stance.holder).name,
          issue: stance.issue,
          direction: stance.direction,
          confidence: stance.confidence,
          quote: quotes.join(" … "),
          document: id,
          id: stance.id,
        }),
      ),
      withdrawn: withdrawn.length,
      isUnnamed: task.actors.length === 0,
      refused: refused.map((each) => ({ document: id, ...each })),
    };
  }
}
