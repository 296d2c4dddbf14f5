export const directions = [
  "SUPPORTS",
  "AMBIVALENT",
  "NEUTRAL",
  "UNDECIDED",
  "DECLINED_TO_COMMENT",
  "OPPOSES",
] as const;
export type Direction = (typeof directions)[number];

export type ConditionKind = "IF" | "UNLESS" | "ONLY_AFTER" | "UNTIL" | "REQUIRES";

export interface LinkData {
  readonly role: "PUBLISHER" | "RELAY" | "SPEAKER" | "HOLDER";
  readonly cue: string | null;
  readonly actor: { readonly name: string } | null;
  readonly anonymous: {
    readonly descriptor: string;
    readonly affiliation: { readonly name: string } | null;
  } | null;
}

/** A group of stances, and of how many actors they are. */
export interface CountData {
  readonly keys: readonly { readonly value: string | null }[];
  readonly actors: number;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

export interface Connection<T> {
  readonly totalCount: number;
  readonly pageInfo: PageInfo;
  readonly nodes: readonly T[];
}
