import { checkChain } from "../../domain/attribution.ts";
import { parseEdtf } from "../../domain/edtf.ts";
import { StanceGraphError } from "../../domain/error.ts";
import type { DocumentId, EvidenceId, IssueId, StanceId } from "../../domain/id.ts";
import { checkFacets } from "../../domain/issue.ts";
import type { Proposal } from "../../domain/proposal.ts";
import { checkIntensity, defaultIntensity, type StanceContent, stanceId } from "../../domain/stance.ts";
import type { Reading } from "../../store/stances.ts";
import type { CodingStance } from "../coding.ts";
import type { CodingProposal } from "../coding-parts.ts";
import type { Desk, Recorded } from "../desk.ts";
import { at, gathered } from "../problems.ts";
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
  const all = stances.readingsOf(content);
  if (all.some((reading) => reading.id === id))
    return { id, outcome: returnedTo(desk, id) ? "REVISED" : "PRESENT" };
  const reviewed = desk.options.keepsReviewed ? all.find((reading) => isReviewed(desk, reading)) : undefined;
  if (reviewed !== undefined) return { id: reviewed.id, outcome: "PRESENT" };
  const status = item.status ?? desk.options.status;
  const readings = all.filter((reading) => reading.status === "PROPOSED" || reading.status === "ACCEPTED");
  if (readings.some(({ key }) => key > desk.firstKey)) throw contradiction();
  const replaced = readings.filter((reading) => status === "ACCEPTED" || reading.status === "PROPOSED");
  const proposal = item.proposal && proposalOf(desk, content.document, item.proposal);
  stances.add(id, content, { status, at: desk.options.at, ...desk.placed(content) });
  if (proposal) desk.store.proposals.add(id, proposal);
  for (const reading of replaced) supersede(desk, reading.id, id, desk.options.reason ?? newerReading);
  return { id, outcome: replaced.length === 0 ? "ADDED" : "REVISED" };
}

/** Whether somebody has decided on a stance, rather than a newer reading having taken its place. */
function isReviewed({ store }: Desk, { id, status }: Pick<Reading, "id" | "status">): boolean {
  if (status === "PROPOSED") return false;
  const last = store.stances.reviewsOf(id).at(-1);
  return status !== "SUPERSEDED" || (last?.reason !== newerReading && last?.code !== "REEXTRACTED");
}

/**
 * Takes up an earlier reading again, when what took its place did so only as a newer reading of a coding: the coding
 * has gone back to it. What a reviewer put in its place stays.
 */
function returnedTo(desk: Desk, id: StanceId): boolean {
  const { stances } = desk.store;
  const { status, supersededBy } = stances.require(id);
  if (status !== "SUPERSEDED" || supersededBy === null) return false;
  if (stances.reviewsOf(id).at(-1)?.reason !== newerReading) return false;
  if (stances.require(supersededBy).status !== "ACCEPTED") return false;
  const { at: instant, reviewer } = desk.options;
  stances.setStatus(id, "ACCEPTED", instant, { reviewer, reason: "The coding went back to it." });
  supersede(desk, supersededBy, id, newerReading);
  return true;
}

export const newerReading = "A newer reading of the same words took its place.";

function proposalOf(desk: Desk, document: DocumentId, item: CodingProposal): Proposal {
  const length = desk.text(document)?.length ?? 0;
  for (const [index, { start, end }] of item.spans.entries()) {
    if (start < end && end <= length) continue;
    throw new StanceGraphError(
      "invalid",
      `The place ${start} to ${end} is not in the text, which has ${length} characters; correct it.`,
      ["proposal", "spans", String(index)],
    );
  }
  const { model = null, promptHash = null, codebook = null } = item;
  return { ...item, model, promptHash, codebook };
}

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
  const { direction, conditions, facets, act, holderCertainty, codingLevel, statedOn, addressee } = item;
  const document = () => at("document", () => desk.document(item.document));
  const named = gathered({
    holder: () => at("holder", () => desk.actor(item.holder)),
    issue: () => checkedIssue(desk, item),
    document,
    intensity: () => checkIntensity(direction, item.intensity ?? defaultIntensity(direction)),
    addressee: () => (addressee === undefined ? null : at("addressee", () => desk.actor(addressee))),
    evidence: () => evidenceOf(desk, document(), item),
    attribution: () => chainOf(desk, item.attribution, null),
    statedOn: () => (statedOn === undefined ? null : at("statedOn", () => parseEdtf(statedOn))),
    period: () => periodOf(item),
    coder: () => desk.coder(item.coder),
  });
  checkChain(named.attribution, named.holder);
  const { period, ...rest } = named;
  return {
    ...rest,
    ...period,
    direction,
    conditions,
    facets,
    act,
    holderCertainty,
    codingLevel,
    confidence: item.confidence ?? null,
    externalId: item.externalId ?? null,
    note: item.note ?? null,
    attributes: item.attributes,
  };
}

function checkedIssue(desk: Desk, { issue: name, facets }: CodingStance): IssueId {
  const issue = at("issue", () => desk.issue(name));
  checkFacets(issue, facets);
  return issue.id;
}

function evidenceOf(desk: Desk, document: DocumentId, item: CodingStance): readonly EvidenceId[] {
  const evidence = at("quote", () => desk.evidence(document, item.quote));
  if (evidence.length === 0 && desk.text(document) !== null) {
    throw new StanceGraphError("invalid", "A stance needs its quote: the exact words in the document.", [
      "quote",
    ]);
  }
  return evidence;
}
