import { StanceGraphError } from "./error.ts";
import type { ActorId } from "./id.ts";

export const attributionRoles = ["PUBLISHER", "RELAY", "SPEAKER", "HOLDER"] as const;
export type AttributionRole = (typeof attributionRoles)[number];

export const modes = ["DIRECT_QUOTE", "MIXED", "INDIRECT", "PARAPHRASE", "NARRATION"] as const;
export type Mode = (typeof modes)[number];

export const recordTerms = ["ON_RECORD", "BACKGROUND", "ANONYMOUS"] as const;
export type RecordTerms = (typeof recordTerms)[number];

/** By what right a link speaks for the holder, strongest first: the order in which positions prefer them. */
export const authorities = ["OWN", "SPOKESPERSON", "REPRESENTATIVE", "UNAUTHORISED", "THIRD_PARTY"] as const;
export type Authority = (typeof authorities)[number];

/** A source that is not named: "a senior official", of whom, how high. */
export interface AnonymousSource {
  readonly descriptor: string;
  readonly affiliation: ActorId | null;
  readonly rank: string | null;
}

/** One link of the chain by which a stance reached us; either an actor or an anonymous source. */
export interface AttributionLink {
  readonly role: AttributionRole;
  readonly actor: ActorId | null;
  readonly anonymous: AnonymousSource | null;
  /** The words that attribute, as in "according to". */
  readonly cue: string | null;
  readonly mode: Mode | null;
  readonly onRecord: RecordTerms | null;
  readonly authority: Authority | null;
}

/** A chain runs from the publisher to the holder: roles in order, one source a link, the holder last. */
export function checkChain(links: readonly AttributionLink[], holder: ActorId | null): void {
  let furthest = 0;
  for (const [index, link] of links.entries()) {
    const path = ["attribution", String(index)];
    if ((link.actor === null) === (link.anonymous === null)) {
      throw new StanceGraphError(
        "invalid",
        `Link ${index + 1} needs an actor or an anonymous source, not both.`,
        path,
      );
    }
    const rank = attributionRoles.indexOf(link.role);
    if (rank < furthest) {
      throw new StanceGraphError(
        "invalid",
        `Link ${index + 1} (${link.role}) stands too late: a chain runs ${attributionRoles.join(", ")}.`,
        path,
      );
    }
    furthest = rank;
    if (link.role === "HOLDER" && holder !== null && link.actor !== holder) {
      throw new StanceGraphError(
        "invalid",
        `The HOLDER link names another holder than the stance (${holder}).`,
        path,
      );
    }
  }
}

/** By what right the stance was voiced: the last link that says so; without any, a third party's account. */
export function authorityOf(links: readonly AttributionLink[]): Authority {
  return links.findLast((link) => link.authority !== null)?.authority ?? "THIRD_PARTY";
}

/** A link as plain values in a fixed order, for ids made from content. */
export function linkContent(link: AttributionLink): readonly unknown[] {
  const { role, actor, anonymous, cue, mode, onRecord, authority } = link;
  return [
    role,
    actor,
    anonymous && [anonymous.descriptor, anonymous.affiliation, anonymous.rank],
    cue,
    mode,
    onRecord,
    authority,
  ];
}
