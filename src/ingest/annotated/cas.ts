import type { Values } from "./annotated.ts";

/** A Common Analysis Structure of Apache UIMA, as far as it marks one text. */
export interface Cas {
  readonly text: string;
  /** What its metadata call the document; null: nothing. */
  readonly title: string | null;
  readonly about: Values;
  readonly features: readonly Feature[];
  readonly byId: ReadonlyMap<string, Feature>;
}

/** A feature structure. */
export interface Feature {
  readonly id: string;
  /** With its package: `webanno.custom.Stance`. */
  readonly type: string;
  /** In UTF-16 units; null: it marks nothing. */
  readonly begin: number | null;
  readonly end: number | null;
  readonly features: Values;
  /** Other feature structures, by the feature that leads to them. */
  readonly references: Readonly<Record<string, readonly string[]>>;
}

/** The parts that every analysis has, from its feature structures. */
export function casOf(text: string, features: readonly Feature[]): Cas {
  const metadata = features.find(({ type }) => /(^|\.)DocumentMetaData$/.test(type))?.features ?? {};
  const { documentTitle, language } = metadata;
  return {
    text,
    title: documentTitle ?? null,
    about: {
      ...(language !== undefined && language !== "x-unspecified" && { language }),
      ...features.find(({ type }) => type === "stancegraph.About")?.features,
    },
    features,
    byId: new Map(features.map((each) => [each.id, each])),
  };
}
