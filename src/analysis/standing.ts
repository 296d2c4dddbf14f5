import type { StanceId } from "../domain/id.ts";
import { type Columns, countsOn, stanceIdAt } from "../domain/projection/columns.ts";
import { noDay } from "../domain/projection/day-number.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { directions, signOf } from "../domain/stance.ts";
import { firstOnIssue, firstUpTo, stretchOfPair } from "./stretch.ts";

/**
 * Where an actor stands by the rule LATEST, read from a projection: the same as `position` gives, for actors who speak
 * for themselves in documents that do not reprint one another. `start` to `end` are the places of its stances on the
 * issue in the projection's `ofActor`, most preferred first; days are numbers, null for no limit.
 */
export interface Standing {
  readonly actor: number;
  readonly issue: number;
  readonly start: number;
  readonly end: number;
  /** The place of the stance that decides. */
  readonly deciding: number;
}

/** What decides a standing: enough for most questions about it. */
export type Decided = Pick<Standing, "actor" | "issue" | "deciding">;

/** The place of the stance that decides where an actor stands on an issue; null where none counts on the day. */
export function decidingOf(
  { columns, ofActor }: Projection,
  { actor, issue }: { readonly actor: number; readonly issue: number },
  day: number | null,
): number | null {
  const { places, starts, issue: issueAt, latest } = ofActor;
  const last = day ?? Number.POSITIVE_INFINITY;
  const end = starts[actor + 1] as number;
  let [low, high] = [starts[actor] as number, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const on = issueAt[middle] as number;
    if (on < issue || (on === issue && (latest[middle] as number) > last)) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < end && issueAt[at] === issue; at += 1) {
    const place = places[at] as number;
    if (countsOn(columns, place, day)) return place;
  }
  return null;
}

/** The standing of an actor on an issue; null where no stance of it counts on the day. */
export function standingOf(
  projection: Projection,
  { actor, issue }: { readonly actor: number; readonly issue: number },
  day: number | null,
): Standing | null {
  const { start, end } = stretchOfPair(projection, { actor, issue });
  return start === end ? null : standingIn(projection, { actor, issue, start, end }, day);
}

/** The standings of an actor on all issues, by issue number. */
export function* standingsOf(projection: Projection, actor: number, day: number | null): Generator<Standing> {
  const { ofActor } = projection;
  const last = ofActor.starts[actor + 1] as number;
  for (let start = ofActor.starts[actor] as number; start < last; ) {
    const issue = ofActor.issue[start] as number;
    const end = firstOnIssue(ofActor, issue + 1, start, last);
    const standing = standingIn(projection, { actor, issue, start, end }, day);
    if (standing !== null) yield standing;
    start = end;
  }
}

type Group = Omit<Standing, "deciding">;

function standingIn(projection: Projection, group: Group, day: number | null): Standing | null {
  const { columns, ofActor } = projection;
  const { start, end } = group;
  for (let at = firstUpTo(columns, { places: ofActor.places, start, end }, day); at < end; at += 1) {
    const deciding = ofActor.places[at] as number;
    if (countsOn(columns, deciding, day)) return { ...group, start: at, deciding };
  }
  return null;
}

/** Whether stances for and against fall within so many days before the day asked about, or the newest stance. */
export function isContested(
  projection: Projection,
  standing: Standing,
  { day, windowDays }: { readonly day: number | null; readonly windowDays: number },
): boolean {
  const { latest, direction } = projection.columns;
  const newest = latest[standing.deciding] as number;
  const last = day ?? (newest === noDay ? null : newest);
  const before = last === null ? null : Math.max(0, last - windowDays);
  let [isFor, isAgainst] = [false, false];
  for (const place of counting(projection, standing, day)) {
    if (before !== null && (latest[place] as number) <= before) break;
    const sign = signs[direction[place] as number];
    if (sign === 1) isFor = true;
    if (sign === -1) isAgainst = true;
    if (isFor && isAgainst) return true;
  }
  return false;
}

const signs = directions.map(signOf);

/** The place of the oldest dated stance in the unbroken run of the deciding direction; null when none is dated. */
export function sinceOf(projection: Projection, standing: Standing, day: number | null): number | null {
  const { latest, direction } = projection.columns;
  const { deciding } = standing;
  let since = latest[deciding] === noDay ? null : deciding;
  let last = latest[deciding];
  for (const place of counting(projection, standing, day)) {
    if (place === deciding) continue;
    const held = latest[place];
    if (held !== noDay && held === last) continue;
    if (direction[place] !== direction[deciding]) break;
    if (held !== noDay) since = place;
    last = held;
  }
  return since;
}

/** The stances considered, most preferred first: what one source reports of one direction counts once. */
export function consideredIn(
  projection: Projection,
  standing: Standing,
  day: number | null,
): readonly number[] {
  const { source, direction } = projection.columns;
  const seen = new Set<number>();
  return [...counting(projection, standing, day)].filter((place) => {
    const report = (source[place] as number) * directions.length + (direction[place] as number);
    return !seen.has(report) && seen.add(report);
  });
}

export function sourcesAmong({ source }: Columns, places: readonly number[]): number {
  return new Set(places.map((place) => source[place])).size;
}

export function idsAt(columns: Columns, places: readonly number[]): readonly StanceId[] {
  return places.map((place) => stanceIdAt(columns, place));
}

function* counting(
  { columns, ofActor }: Projection,
  { start, end }: Standing,
  day: number | null,
): Generator<number> {
  for (let at = start; at < end; at += 1) {
    const place = ofActor.places[at] as number;
    if (countsOn(columns, place, day)) yield place;
  }
}
