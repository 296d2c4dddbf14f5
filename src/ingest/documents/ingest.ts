import type { Author } from "../../domain/coder.ts";
import { documentId } from "../../domain/document.ts";
import type { DocumentId } from "../../domain/id.ts";
import type { Store } from "../../store/open.ts";
import { importSources } from "../import.ts";
import { textSource } from "../source.ts";
import type { FoundDocument } from "./reader.ts";
import { Reprints } from "./reprints.ts";

export interface IngestOptions {
  readonly author: Author;
  readonly dryRun: boolean;
  readonly licence?: string | undefined;
}

/** What became of a document: it is new, it was there already, or it is new and prints again what another has. */
export type IngestOutcome = "NEW" | "PRESENT" | "REPRINT";

export interface Ingested {
  readonly id: DocumentId;
  readonly found: FoundDocument;
  readonly outcome: IngestOutcome;
}

/** Takes documents into a graph, some at a time: each time is one change, and what is there already stays as it is. */
export class Ingest {
  readonly #store: Store;
  readonly #options: IngestOptions;
  #reprints: Reprints | null = null;
  readonly #seen = new Set<DocumentId>();

  constructor(store: Store, options: IngestOptions) {
    this.#store = store;
    this.#options = options;
  }

  take(documents: readonly FoundDocument[]): readonly Ingested[] {
    const taken = documents.map((found) => this.#looked(found));
    const fresh = taken.filter(({ outcome }) => outcome !== "PRESENT");
    if (fresh.length > 0) {
      const { author, dryRun } = this.#options;
      const coding = { stancegraph: 1, documents: fresh.map(({ item }) => item) };
      importSources(this.#store, [textSource("ingest.json", JSON.stringify(coding))], { author, dryRun });
    }
    return taken.map(({ id, found, outcome }) => ({ id, found, outcome }));
  }

  #looked(found: FoundDocument): Ingested & { readonly item: unknown } {
    const { title, text, publisher = null, url = null, publishedOn = null } = found;
    const id = documentId({ text, title, publisher, url, publishedOn });
    const item = { ...found, licence: this.#options.licence };
    if (this.#seen.has(id) || this.#store.documents.get(id) !== null)
      return { id, found, outcome: "PRESENT", item };
    this.#seen.add(id);
    const group = this.#known().add(id, text);
    if (group === id) return { id, found, outcome: "NEW", item };
    return { id, found, outcome: "REPRINT", item: { ...item, independenceGroup: group } };
  }

  /** The texts that are there, in the order in which they came; looked at once there is one to compare with them. */
  #known(): Reprints {
    if (this.#reprints !== null) return this.#reprints;
    const known = new Reprints();
    for (const { id, text, group } of this.#store.documents.texts()) known.add(id, text, group);
    this.#reprints = known;
    return known;
  }
}
