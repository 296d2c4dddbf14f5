import { type AttributionLink, checkChain } from "../../domain/attribution.ts";
import type { ActorId } from "../../domain/id.ts";
import type { CodingLink } from "../coding-parts.ts";
import type { Desk } from "../desk.ts";
import { at } from "../problems.ts";

/** Reads a chain, its actors resolved, and refuses one out of order. */
export function chainOf(
  desk: Desk,
  links: readonly CodingLink[],
  holder: ActorId | null,
): readonly AttributionLink[] {
  const chain = links.map((link, index) => at(`attribution.${index}`, () => linkOf(desk, link)));
  checkChain(chain, holder);
  return chain;
}

function linkOf(
  desk: Desk,
  { role, actor, anonymous, cue, mode, onRecord, authority }: CodingLink,
): AttributionLink {
  return {
    role,
    actor: actor === undefined ? null : at("actor", () => desk.actor(actor)),
    anonymous:
      anonymous === undefined
        ? null
        : {
            descriptor: anonymous.descriptor,
            affiliation:
              anonymous.affiliation === undefined
                ? null
                : at("anonymous.affiliation", () => desk.actor(anonymous.affiliation as string)),
            rank: anonymous.rank ?? null,
          },
    cue: cue ?? null,
    mode: mode ?? null,
    onRecord: onRecord ?? null,
    authority: authority ?? null,
  };
}
