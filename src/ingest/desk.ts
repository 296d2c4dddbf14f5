import type { Document } from "../domain/document.ts";
import type { Instant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { ActorId, CoderId, DocumentId, EvidenceId, IssueId } from "../domain/id.ts";
import { idFromName, sha256 } from "../domain/id.ts";
import type { Issue } from "../domain/issue.ts";
import type { StanceContent } from "../domain/stance.ts";
import type { Store } from "../store/open.ts";
import type { Recording } from "../store/stance-writer.ts";
import type { CodingQuote } from "./coding-parts.ts";
import { at } from "./problems.ts";
import { aligned, type Licence, locate } from "./quote.ts";
import { remembered } from "./remembered.ts";

export type Outcome = "ADDED" | "REVISED" | "PRESENT";

/** What became of one thing: new, a new version of what was there, or there already. */
export interface Recorded {
  readonly id: string;
  readonly outcome: Outcome;
}

export interface DeskOptions {
  /** When it is recorded. */
  readonly at: Instant;
  /** Who decides, for the review trail. */
  readonly reviewer: string;
  /** What a stance is unless it says otherwise. */
  readonly status: "PROPOSED" | "ACCEPTED";
  /** Why a stance takes another's place; that it is a newer reading when left out. */
  readonly reason?: string;
  /** Whether quotes may differ from the text in marks, spaces, case, what they leave out, or few words. */
  readonly isAligning?: boolean;
  /** Whether a stance that somebody has decided on stays as it is, whatever is read of the same words now. */
  readonly keepsReviewed?: boolean;
  /** Reads a document's text from a file that a coding names. */
  readonly readText: (file: string) => string;
}

const keptTexts = 64;

interface Quoting {
  readonly document?: string | undefined;
  readonly quote?: CodingQuote | CodingQuote[] | undefined;
}

/** What a file names for itself. */
interface Page {
  readonly documents: Map<string, DocumentId>;
  coder: CoderId | null;
}

/** The place where codings are read: it resolves what they name, remembering within one change. */
export class Desk {
  readonly store: Store;
  readonly options: DeskOptions;
  /** Stances with greater keys were recorded at this desk. */
  readonly firstKey: number;
  readonly #pages = new Map<string, Page>();
  readonly #actors = new Map<string, ActorId>();
  readonly #issues = new Map<string, Issue>();
  readonly #texts = new Map<DocumentId, string | null>();
  readonly #provenance = new Map<DocumentId, Pick<Document, "publishedOn" | "independenceGroup">>();
  readonly #holders = new Map<ActorId, ActorId>();
  readonly #filedIssues = new Map<IssueId, IssueId>();
  readonly #evidence = new Map<EvidenceId, number>();
  readonly #coders = new Set<CoderId>();
  readonly #described = new Map<string, string>();
  readonly #broken = new Set<string>();
  /** How many quotes were found though they differ from the text. */
  readonly licences = new Map<Licence, number>();
  #page: Page = { documents: new Map(), coder: null };

  constructor(store: Store, options: DeskOptions) {
    this.store = store;
    this.options = options;
    this.firstKey = store.stances.lastKey();
  }

  /** Turns to a file: its local document ids and its coder are its own. */
  turnTo(file: string): void {
    this.#page = remembered(this.#pages, file, () => ({ documents: new Map(), coder: null }));
  }

  /** Refuses a second, other description of one thing at one desk: neither is more right than the other. */
  describe(id: string, item: unknown): void {
    const words = sha256(JSON.stringify(item));
    if ((this.#described.get(id) ?? words) !== words) {
      throw new StanceGraphError(
        "conflict",
        `${id} is described twice, and differently; keep one, or give one another id.`,
      );
    }
    this.#described.set(id, words);
  }

  /** Notes that a thing could not be read, so that what refers to it is not told to be missing. */
  giveUp(item: unknown): void {
    if (typeof item !== "object" || item === null) return;
    const { id, name, label, title } = item as Readonly<Record<string, unknown>>;
    for (const each of [id, name, label, title]) if (typeof each === "string") this.#broken.add(each);
  }

  /** Says of a thing that was given up what to do first. */
  #refuseBroken(name: string): void {
    if (!this.#broken.has(name.replace(/^(actor|issue|document):/, "")) && !this.#broken.has(name)) return;
    throw new StanceGraphError(
      "invalid",
      `${name} has problems of its own in this coding; mend those first.`,
    );
  }

  actor(name: string): ActorId {
    this.#refuseBroken(name);
    return remembered(this.#actors, name, () => this.store.actors.idNamed(name));
  }

  /** The issue as it was coded, merges not followed. */
  issue(name: string): Issue {
    this.#refuseBroken(name);
    return remembered(this.#issues, name, () => this.store.issues.coded(name));
  }

  /** Forgets what names meant, when an actor or an issue has been added. */
  forgetNames(): void {
    this.#actors.clear();
    this.#issues.clear();
  }

  /** Lets the rest of the file name a document by its id, its local id, or its title. */
  nameDocument(
    { id: local, title }: { readonly id?: string | undefined; readonly title: string },
    id: DocumentId,
    text: string | null,
  ): void {
    if (this.#texts.size > keptTexts) this.#texts.clear();
    this.#texts.set(id, text);
    this.#page.documents.set(id, id);
    if (!this.#page.documents.has(title)) this.#page.documents.set(title, id);
    if (local !== undefined) this.#page.documents.set(local, id);
  }

  /** The document a coding names, or its only one. */
  document(name: string | undefined): DocumentId {
    if (name !== undefined) {
      const id = this.#page.documents.get(name);
      if (id !== undefined) return id;
      this.#refuseBroken(name);
      const { documents } = this.store;
      const known = /^https?:/.test(name)
        ? documents.by({ url: name })
        : documents.get((name.startsWith("document:") ? name : `document:${name}`) as DocumentId);
      if (known !== null) return known.id;
      throw new StanceGraphError(
        "not_found",
        `There is no document ${name}. Name one of this file by its id or title, or a known one by its document:… id or its address.`,
        ["document"],
      );
    }
    const ids = new Set(this.#page.documents.values());
    const [only] = ids;
    if (only === undefined || ids.size > 1) {
      throw new StanceGraphError(
        "invalid",
        "Say which document this is from: the coding has more than one, or none.",
        ["document"],
      );
    }
    return only;
  }

  text(id: DocumentId): string | null {
    if (this.#texts.size > keptTexts) this.#texts.clear();
    return remembered(this.#texts, id, () => this.store.documents.text(id));
  }

  useCoder(id: CoderId): void {
    this.#page.coder = id;
  }

  /** The coder by id or name; without one, the coding's, else one that stands for nobody in particular. */
  coder(name: string | undefined): CoderId {
    const id =
      name === undefined
        ? this.#page.coder
        : ((name.startsWith("coder:") ? name : idFromName("coder", name)) as CoderId);
    if (id !== null && (this.#coders.has(id) || this.store.coders.get(id) !== null)) {
      this.#coders.add(id);
      return id;
    }
    if (name?.startsWith("coder:"))
      throw new StanceGraphError("not_found", `There is no ${name}; add it as the file's coder.`, ["coder"]);
    const coder = {
      id: id ?? ("coder:unnamed" as CoderId),
      name: name ?? "Unnamed coder",
      kind: "PERSON" as const,
      version: null,
    };
    this.store.coders.add(coder);
    return coder.id;
  }

  /** When a document was published, and with which it counts as one source. */
  provenance(id: DocumentId): Pick<Document, "publishedOn" | "independenceGroup"> {
    if (this.#provenance.size > keptTexts) this.#provenance.clear();
    return remembered(this.#provenance, id, () => this.store.documents.require(id));
  }

  /** The evidence of a thing that may do without a quote. */
  quoted({ document, quote }: Quoting): readonly EvidenceId[] {
    if (quote === undefined) return [];
    const id = at("document", () => this.document(document));
    return at("quote", () => this.evidence(id, quote));
  }

  /** Finds quotes in a document and stores them as evidence. */
  evidence(document: DocumentId, quotes: CodingQuote | CodingQuote[] | undefined): readonly EvidenceId[] {
    const list = quotes === undefined ? [] : Array.isArray(quotes) ? quotes : [quotes];
    return list.flatMap((given) => {
      const text = this.text(document);
      if (text === null)
        throw new StanceGraphError(
          "invalid",
          `${document} was stored without its text, so nothing can be quoted from it.`,
          ["quote"],
        );
      const quote = typeof given === "string" ? { exact: given } : given;
      const near = this.options.isAligning ? aligned(text, quote) : null;
      if (near !== null) this.licences.set(near.licence, (this.licences.get(near.licence) ?? 0) + 1);
      return (near?.places ?? [locate(text, quote)]).map((place) => {
        const { id, key } = this.store.documents.addEvidence(document, text, place);
        if (this.#evidence.size > keptTexts) this.#evidence.clear();
        this.#evidence.set(id, key);
        return id;
      });
    });
  }

  /** What the store would otherwise look up of each stance: merges and publication, which this change leaves alone. */
  placed({ holder, issue, document, evidence }: StanceContent): Omit<Recording, "status" | "at"> {
    const { holderOf, issueOf } = this.store.stances.filing;
    const filedUnder = {
      holder: remembered(this.#holders, holder, () => holderOf(holder)),
      issue: remembered(this.#filedIssues, issue, () => issueOf(issue)),
    };
    const evidenceKeys = evidence.flatMap((id) => this.#evidence.get(id) ?? []);
    const isWhole = evidenceKeys.length === evidence.length;
    return { document: this.provenance(document), filedUnder, ...(isWhole && { evidenceKeys }) };
  }
}
