/** What a file tells of a document. What it does not tell is left out. */
export interface FoundDocument {
  readonly title: string;
  readonly text: string;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  /** EDTF, as precisely as it is told. */
  readonly publishedOn?: string | undefined;
  /** How the date was found, where the document does not state it. */
  readonly dateNote?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  readonly url?: string | undefined;
}

/** A way to read documents from a file. */
export interface DocumentReader {
  readonly name: string;
  readonly summary: string;
  /** Of file names, with the dot. */
  readonly endings: readonly string[];
  /** The documents in a file; throws what is wrong with it. */
  readonly read: (
    bytes: Uint8Array,
    file: string,
  ) => Promise<readonly FoundDocument[]> | readonly FoundDocument[];
}
