import { StanceGraphError } from "../domain/error.ts";
import type { FacetValues } from "../domain/facet.ts";
import type { ActorId, EvidenceId, IssueId, StanceId } from "../domain/id.ts";
import type { Issue } from "../domain/issue.ts";
import {
  type Direction,
  type Intensity,
  type Stance,
  type StanceContent,
  type Status,
  stanceId,
} from "../domain/stance.ts";
import type { Store } from "../store/open.ts";
import type { Where } from "../store/where.ts";
import { Desk } from "./desk.ts";
import type { EditOptions } from "./edit.ts";
import { supersede } from "./items/stance.ts";

export interface RecodeRequest {
  /** The issue that stances leave, by id or label. */
  readonly from: string;
  /** The issue that they go to. */
  readonly to: string;
  /** Only the stances that this holds of, in the grammar of the API. */
  readonly where?: Where | null | undefined;
  /** Supporting the one is opposing the other. */
  readonly reverse?: boolean;
}

/** One stance and the revision of it on the other issue. */
export interface Recoding {
  readonly old: StanceId;
  readonly new: StanceId;
  readonly holder: ActorId;
  readonly direction: Direction;
  readonly newDirection: Direction;
  readonly evidence: readonly EvidenceId[];
  /** What the other issue does not define. */
  readonly lostFacets: FacetValues;
}

export interface Recoded {
  readonly from: IssueId;
  readonly to: IssueId;
  readonly recodings: readonly Recoding[];
  /** The revision that can be undone; null where nothing was written. */
  readonly revision: number | null;
}

export const recodeAction = "codebook.recode";

type Standing = Extract<Status, "PROPOSED" | "ACCEPTED">;

/** What the audit keeps of a recoded stance: all that undoing needs. */
export interface Pair {
  readonly old: StanceId;
  readonly new: StanceId;
  readonly oldStatus: Standing;
  /** What the new one was before; null where it was not there. */
  readonly newWas: Status | null;
  readonly newStatus: Standing;
}

export interface RecodeDetail {
  readonly from: IssueId;
  readonly to: IssueId;
  readonly reverse: boolean;
  readonly pairs: readonly Pair[];
}

/**
 * Files stances under another issue, as one change: each that stands on the one gets a revision on the other, which
 * takes its place. Refused as a whole where a revision would contradict what stands there.
 */
export function recode(store: Store, request: RecodeRequest, options: EditOptions): Recoded {
  const { where, reverse = false } = request;
  const [from, to] = [unmerged(store, request.from, "from"), unmerged(store, request.to, "to")];
  if (from.id === to.id)
    throw new StanceGraphError("invalid", `${from.id} is both the old issue and the new; name two.`, ["to"]);
  // So that a filter is refused by the words it was written in.
  store.stances.page({ where, first: 0 });
  let recodings: readonly Recoding[] = [];
  let revision: number | null = null;
  store.change({ ...options, action: recodeAction, subject: from.id }, (at, next): RecodeDetail => {
    const { who, why } = options.author;
    const reason = why ?? `Recoded as ${to.id}.`;
    const desk = new Desk(store, { at, reviewer: who, status: "PROPOSED", reason, readText: () => "" });
    const move = new Move(desk, { to, reverse });
    const of = { issue: { eq: from.id }, status: { in: ["PROPOSED", "ACCEPTED"] } };
    const stances = [...store.stances.all({ where: where == null ? of : { AND: [of, where] } })];
    for (const stance of acceptedFirst(stances)) move.take(stance);
    move.refuseObstacles();
    recodings = move.recodings;
    revision = options.dryRun || recodings.length === 0 ? null : next;
    return { from: from.id, to: to.id, reverse, pairs: move.pairs };
  });
  return { from: from.id, to: to.id, recodings, revision };
}

function unmerged(store: Store, name: string, path: string): Issue {
  const issue = store.issues.coded(name);
  if (issue.mergedInto === null) return issue;
  throw new StanceGraphError(
    "conflict",
    `${issue.id} is merged into ${issue.mergedInto}; name that, or unmerge ${issue.id} first.`,
    [path],
  );
}

/** Of several that become one, the accepted one decides what that is. */
function acceptedFirst(stances: readonly Stance[]): readonly Stance[] {
  const isAccepted = ({ status }: Stance) => status === "ACCEPTED";
  return [...stances.filter(isAccepted), ...stances.filter((stance) => !isAccepted(stance))];
}

const shownObstacles = 20;

/** A recoding under way. */
class Move {
  readonly recodings: Recoding[] = [];
  readonly pairs: Pair[] = [];
  readonly #desk: Desk;
  readonly #to: Issue;
  readonly #reverse: boolean;
  readonly #obstacles: { readonly old: StanceId; readonly message: string }[] = [];
  /** The revisions so far. */
  readonly #made = new Map<StanceId, Pick<Pair, "newWas" | "newStatus">>();

  constructor(desk: Desk, { to, reverse }: { readonly to: Issue; readonly reverse: boolean }) {
    this.#desk = desk;
    this.#to = to;
    this.#reverse = reverse;
  }

  take(stance: Stance): void {
    const { content, lostFacets } = this.#revised(stance);
    const id = stanceId(content);
    const oldStatus = stance.status as Standing;
    const made = this.#made.get(id) ?? this.#make(id, content, stance);
    if (made === null) return;
    this.#made.set(id, made);
    supersede(this.#desk, stance.id, id, this.#reason);
    this.pairs.push({ old: stance.id, new: id, oldStatus, ...made });
    const { holder, direction, evidence } = stance;
    this.recodings.push({
      ...{ old: stance.id, new: id, holder, direction, newDirection: content.direction },
      ...{ evidence, lostFacets },
    });
  }

  refuseObstacles(): void {
    const [first, ...others] = this.#obstacles;
    if (first === undefined) return;
    const named = others.slice(0, shownObstacles).map(({ old }) => old);
    const more = others.length > named.length ? ` and ${others.length - named.length} more` : "";
    const rest = named.length === 0 ? "" : ` The like stands in the way of ${named.join(", ")}${more}.`;
    throw new StanceGraphError(
      "conflict",
      `${first.message}${rest} Nothing was written; decide on them first, or leave them out by their ids.`,
    );
  }

  get #reason(): string {
    return this.#desk.options.reason ?? "";
  }

  /** The same observation as one of the other issue. */
  #revised(stance: Stance): { readonly content: StanceContent; readonly lostFacets: FacetValues } {
    const { id, publishedOn, status, recordedAt, acceptedAt, retractedAt, supersededBy, ...said } = stance;
    const isKept = ([name, value]: [string, string]) =>
      this.#to.facets.some((facet) => facet.name === name && facet.values.includes(value));
    const facets = Object.entries(stance.facets);
    const content = {
      ...said,
      holder: this.#desk.store.stances.coded(id).holder,
      issue: this.#to.id,
      direction: this.#reverse ? reversed(stance.direction) : stance.direction,
      intensity: (this.#reverse ? 0 - stance.intensity : stance.intensity) as Intensity,
      facets: Object.fromEntries(facets.filter(isKept)),
    };
    return { content, lostFacets: Object.fromEntries(facets.filter((facet) => !isKept(facet))) };
  }

  /** Lets the revision stand; null where something is in its way, which is noted. */
  #make(id: StanceId, content: StanceContent, old: Stance): Pick<Pair, "newWas" | "newStatus"> | null {
    const { stances, proposals } = this.#desk.store;
    const { at, reviewer } = this.#desk.options;
    const readings = stances.readingsOf(content);
    const known = readings.find((reading) => reading.id === id);
    const newStatus = known?.status === "ACCEPTED" ? "ACCEPTED" : (old.status as Standing);
    const other = readings.find((reading) => reading.id !== id && reading.status === newStatus);
    if (other !== undefined) {
      return this.#refuse(old, `${other.id} reads the words of ${old.id} on ${this.#to.id} in another way.`);
    }
    if (known === undefined) {
      stances.add(id, content, { status: newStatus, at, ...this.#desk.placed(content) });
      const proposal = proposals.of(old.id);
      if (proposal !== null) proposals.add(id, proposal);
    } else if (known.status !== newStatus) {
      if (known.status !== "PROPOSED" && !this.#isFollowedBy(id, old.id)) {
        return this.#refuse(
          old,
          `${id}, which says of ${this.#to.id} what ${old.id} would, was ${known.status.toLowerCase()}.`,
        );
      }
      stances.setStatus(id, newStatus, at, { reviewer, reason: this.#reason });
    }
    return { newWas: known?.status ?? null, newStatus };
  }

  #refuse({ id: old }: Stance, message: string): null {
    this.#obstacles.push({ old, message });
    return null;
  }

  /** Whether an earlier revision gave way to this very stance, directly or through others: then it may return. */
  #isFollowedBy(earlier: StanceId, later: StanceId): boolean {
    const seen = new Set<StanceId>();
    for (let each: StanceId | null = earlier; each !== null && !seen.has(each); ) {
      const stance: Stance = this.#desk.store.stances.require(each);
      if (each === later) return true;
      if (stance.status !== "SUPERSEDED") return false;
      seen.add(each);
      each = stance.supersededBy;
    }
    return false;
  }
}

function reversed(direction: Direction): Direction {
  if (direction === "SUPPORTS") return "OPPOSES";
  return direction === "OPPOSES" ? "SUPPORTS" : direction;
}
