import { parseEdtf } from "../../domain/edtf.ts";
import { StanceGraphError } from "../../domain/error.ts";
import type { StanceId } from "../../domain/id.ts";
import { checkFacets } from "../../domain/issue.ts";
import { checkIntensity, defaultIntensity, type StanceContent, stanceId } from "../../domain/stance.ts";
import type { CodingStance } from "../coding.ts";
import type { Desk, Recorded } from "../desk.ts";
import { at } from "../problems.ts";
import { chainOf } from "./attribution.ts";
import { periodOf } from "./relation.ts";

/**
 * Records a stance once. Another reading by the same coder of the same holder, issue and quote is a new revision of
 * the first, unless both come in one go: then it is a contradiction, and refused. A proposal takes the place of
 * proposals only; what was accepted stands until the proposal is accepted too.
 */
export function recordStance(desk: Desk, item: CodingStance): Recorded {
  const content = contentOf(desk, item);
  const id = stanceId(content);
  const { stances } = desk.store;
  if (stances.has(id)) return { id, outcome: "PRESENT" };
  const status = item.status ?? desk.options.status;
  const readings = stances.readingsOf(content);
  if (readings.some(({ key }) => key > desk.firstKey)) throw contradiction();
  const replaced = readings.filter((reading) => status === "ACCEPTED" || reading.status === "PROPOSED");
  stances.add(id, content, { status, at: desk.options.at, document: desk.provenance(content.document) });
  for (const reading of replaced) supersede(desk, reading.id, id, newerReading);
  return { id, outcome: replaced.length === 0 ? "ADDED" : "REVISED" };
}

export const newerReading = "A newer reading of the same words took its place.";

/** Lets one stance take the place of another from now on. */
export function supersede(desk: Desk, old: StanceId, by: StanceId, reason: string): void {
  const { at: instant, reviewer } = desk.options;
  desk.store.stances.setStatus(old, "SUPERSEDED", instant, { reviewer, reason, supersededBy: by });
}

function contradiction(): StanceGraphError {
  return new StanceGraphError(
    "conflict",
    "This reads the same words of the same holder on the same issue differently from another entry. " +
      "Keep one, or give each an externalId to keep both.",
  );
}

function contentOf(desk: Desk, item: CodingStance): StanceContent {
  const holder = at("holder", () => desk.actor(item.holder));
  const issue = at("issue", () => desk.issue(item.issue));
  checkFacets(issue, item.facets);
  const document = at("document", () => desk.document(item.document));
  const evidence = at("quote", () => desk.evidence(document, item.quote));
  if (evidence.length === 0 && desk.text(document) !== null) {
    throw new StanceGraphError("invalid", "A stance needs its quote: the exact words in the document.", [
      "quote",
    ]);
  }
  const { direction, conditions, facets, act, holderCertainty, codingLevel } = item;
  const { statedOn, addressee } = item;
  return {
    holder,
    issue: issue.id,
    direction,
    intensity: checkIntensity(direction, item.intensity ?? defaultIntensity(direction)),
    conditions,
    facets,
    act,
    holderCertainty,
    codingLevel,
    confidence: item.confidence ?? null,
    addressee: addressee === undefined ? null : at("addressee", () => desk.actor(addressee)),
    document,
    evidence,
    attribution: chainOf(desk, item.attribution, holder),
    statedOn: statedOn === undefined ? null : at("statedOn", () => parseEdtf(statedOn)),
    ...periodOf(item),
    coder: desk.coder(item.coder),
    externalId: item.externalId ?? null,
    note: item.note ?? null,
  };
}
