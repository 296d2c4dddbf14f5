import { existsSync, readFileSync } from "node:fs";
import { root } from "./seeded.ts";

/** The earlier independent coding of the seed's text, as far as it is compared. It lies beside the repository. */
export interface EarlierCoding {
  readonly actors: readonly {
    readonly id: string;
    readonly aliases: readonly string[];
    readonly wikidata?: string | null;
    readonly parent?: string;
    readonly members?: readonly string[];
  }[];
  readonly issues: readonly { readonly id: string }[];
  readonly stances: readonly {
    readonly id: string;
    readonly actor: string;
    readonly issue: string;
    readonly position: string;
    readonly facets?: Readonly<Record<string, string>>;
    readonly evidence: Span;
  }[];
  readonly claims: readonly {
    readonly id: string;
    readonly source: string;
    readonly alsoSources?: readonly string[];
    readonly content: Span;
  }[];
  readonly relations: readonly {
    readonly id: string;
    readonly subject: string;
    readonly object: string;
    readonly evidence: Span;
  }[];
  readonly events: readonly {
    readonly id: string;
    readonly participants: readonly { readonly actor: string }[];
    readonly time: { readonly value: string } | null;
    readonly mentions: readonly Span[];
  }[];
}

/** UTF-16 code units of the text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const file = `${root}../shared/data/seed/gold.json`;

/** Null where the coding is not at hand. */
export function earlierCoding(): EarlierCoding | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as EarlierCoding) : null;
}

/** Its actors' ids here, where they are not the same. */
const renamedActors: Readonly<Record<string, string>> = {
  us: "united-states",
  article: "us-iraq-talks-article",
  "both-sides": "united-states-and-iraq",
};

export function actorHere(id: string): `actor:${string}` {
  return `actor:${renamedActors[id] ?? id}`;
}

/** Its events' ids here. */
export const eventHere: Readonly<Record<string, `event:${string}`>> = {
  talks: "event:us-iraq-talks",
  "coalition-formed": "event:us-led-coalition-formed",
  "is-territory": "event:is-seizes-territory-in-iraq",
  "windup-decision": "event:coalition-wind-up-decision",
  tensions: "event:us-shiite-tensions",
  "regional-conflicts": "event:regional-conflicts",
  "gaza-war": "event:gaza-war",
  lull: "event:clashes-paused",
  "us-election": "event:us-presidential-election-2024",
  "is-defeat": "event:is-defeated",
  "invasion-2003": "event:us-invasion-of-iraq",
  "saddam-ousted": "event:saddam-hussein-ousted",
  "us-return": "event:us-returns-to-iraq",
  "is-resurgence": "event:is-resurgence",
  "no-comment": "event:pentagon-declines-comment",
};

/** Where each of its relations is found here: as relations (kind, and object where another), or in an event. */
export const relationHere: Readonly<Record<string, readonly string[]>> = {
  r1: ["actor:haider-al-abadi REPRESENTS actor:cf-moderates"],
  r2: ["actor:cf-moderates PART_OF actor:coordination-framework"],
  r3: ["actor:coordination-framework LEADS actor:iraq"],
  r4: ["actor:haider-al-abadi HOLDS_OFFICE actor:prime-minister-of-iraq"],
  r5: ["actor:shiite-factions BACKS actor:iraqi-government"],
  r6: ["actor:shiite-armed-groups BACKS actor:iraqi-government"],
  r7: ["actor:senior-iraqi-official MEMBER_OF actor:iraqi-government"],
  r8: [
    "actor:reuters in event:official-expects-talks-beyond-election",
    "actor:senior-iraqi-official in event:official-expects-talks-beyond-election",
  ],
  r9: ["actor:united-states in event:us-iraq-talks", "actor:iraq in event:us-iraq-talks"],
  r10: ["actor:united-states LEADS actor:us-led-coalition"],
  r11: ["actor:us-led-coalition OPPOSES actor:islamic-state"],
  r12: [
    "actor:us-forces OPPOSES actor:shiite-armed-groups",
    "actor:shiite-armed-groups OPPOSES actor:us-forces",
  ],
  r13: ["actor:iraqi-factions in event:us-iraq-talks"],
  r14: ["actor:saddam-hussein HOLDS_OFFICE actor:president-of-iraq"],
  // That the coalition operates in Iraq stands in its name: actors are not tied to places.
  r15: [],
  r16: ["actor:united-states OPPOSES actor:islamic-state"],
  r17: ["actor:us-advisers PART_OF actor:us-forces"],
  r18: ["actor:israel in event:gaza-war"],
};
