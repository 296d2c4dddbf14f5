/** A value as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What a source says of a thing beyond our words, by the source's own names. */
export type Attributes = Readonly<Record<string, Json>>;
