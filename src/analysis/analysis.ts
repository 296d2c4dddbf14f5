/** What an analysis is, for lists and documentation. Its function stands in the same file. */
export interface Analysis {
  readonly name: string;
  readonly summary: string;
  /** Where its measure is defined; null where the definition is ours and stands with the function. */
  readonly reference: string | null;
}
