import type { CoderId } from "./id.ts";

export const coderKinds = ["PERSON", "EXTRACTOR"] as const;
export type CoderKind = (typeof coderKinds)[number];

/** Who or what coded a stance: a person, or an extractor with its version. */
export interface Coder {
  readonly id: CoderId;
  readonly name: string;
  readonly kind: CoderKind;
  readonly version: string | null;
}

/** Who acts on the store, and why: every change is recorded with both. */
export interface Author {
  readonly who: string;
  readonly why: string | null;
}

/** What a key may do; each scope includes those before it. */
export const scopes = ["read", "propose", "review", "admin"] as const;
export type Scope = (typeof scopes)[number];
