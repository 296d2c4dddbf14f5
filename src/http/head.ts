/** What of a request comes before its body. A Request is one. */
export interface Head {
  readonly method: string;
  /** The whole address. */
  readonly url: string;
  /** By names in lower case; null: not sent. */
  readonly headers: { readonly get: (name: string) => string | null };
}
