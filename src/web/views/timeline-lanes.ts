import type { Lane, LanesShown, Segment } from "../components/lanes.ts";
import { anchorOf } from "../components/stance.ts";
import { numberOf } from "../days.ts";
import { asOfAt, hrefTo, type Place, pathOf } from "../place.ts";
import type { Direction } from "../query.ts";
import { dateWords, directionWords } from "../words.ts";

export interface TimeRow {
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly direction: Direction;
  readonly intensity: number;
}

interface Fuzzy {
  readonly edtf: string;
  readonly earliest: string;
  readonly latest: string;
}

export interface Dated {
  readonly id: string;
  readonly holder: { readonly id: string; readonly name: string };
  readonly direction: Direction;
  readonly intensity: number;
  readonly effectiveOn: Fuzzy | null;
  readonly evidence: readonly { readonly id: string; readonly quote: string }[];
  readonly document: { readonly id: string };
}

export interface Happening {
  readonly id: string;
  readonly label: string;
  readonly happenedOn: Fuzzy | null;
}

/** What a query answers of positions on an issue over time. */
export interface OverTime {
  readonly positionTimeline: readonly TimeRow[];
  readonly stances: { readonly nodes: readonly Dated[] };
  readonly events: { readonly nodes: readonly Happening[] };
}

/** What it asks, with `$by` and `$id` for the issue, and `$to`, `$knownAt` and `$asOf` for the time. */
export const overTimeFields = `
  positionTimeline(issue: $by, to: $to, knownAt: $knownAt, interval: YEAR) { at actorId actorName direction intensity }
  stances(where: { issue: { eq: $id }, status: { eq: ACCEPTED } }, asOf: $asOf, first: 100, orderBy: [{ field: EFFECTIVE_ON, direction: DESC }]) {
    nodes { id holder { id name } direction intensity effectiveOn { edtf earliest latest } evidence { id quote } document { id } }
  }
  events(first: 30, orderBy: [{ field: HAPPENED_ON, direction: DESC }]) { nodes { id label happenedOn { edtf earliest latest } } }
`;

export function overTimeVariables(place: Place, id: string) {
  return { by: { id }, id, to: place.at, knownAt: place.known, asOf: asOfAt(place) };
}

/** Whether there is anything to draw. */
export function isDrawn({ stances }: OverTime): boolean {
  return stances.nodes.some(({ effectiveOn }) => effectiveOn !== null);
}

const maxLanes = 24;

/** Those with most stances on the issue, each with the stretches of its positions and its stances. */
export function lanesOf(place: Place, over: OverTime): LanesShown {
  const rows = over.positionTimeline;
  const stances = over.stances.nodes;
  const events = over.events.nodes;
  const dated = stances.filter(({ effectiveOn }) => effectiveOn !== null);
  const days = dated.flatMap(({ effectiveOn }) => [
    numberOf((effectiveOn as Fuzzy).earliest),
    numberOf((effectiveOn as Fuzzy).latest),
  ]);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const margin = Math.max(20, Math.round((to - from) * 0.03));
  const held = Map.groupBy(dated, ({ holder }) => holder.id);
  const rowsOf = Map.groupBy(rows, ({ actorId }) => actorId);
  const most = [...held].toSorted(([, a], [, b]) => b.length - a.length).slice(0, maxLanes);
  return {
    from: from - margin,
    to: to + margin,
    lanes: most.map(([actor, own]) => laneOf(place, own, rowsOf.get(actor) ?? [], to + margin)),
    events: events.flatMap(({ label, happenedOn }) => {
      const day = happenedOn === null ? Number.NaN : numberOf(happenedOn.latest);
      return day >= from - margin && day <= to + margin
        ? [{ day, label: `${label}, ${dateWords((happenedOn as Fuzzy).edtf)}` }]
        : [];
    }),
    hidden: held.size - most.length,
  };
}

function laneOf(place: Place, own: readonly Dated[], rows: readonly TimeRow[], end: number): Lane {
  const [{ holder }] = own as [Dated];
  return {
    name: holder.name,
    href: hrefTo(place, pathOf(holder.id)),
    segments: segmentsOf(own, rows, end),
    ticks: own.map(({ direction, intensity, effectiveOn, evidence, document }) => ({
      from: numberOf((effectiveOn as Fuzzy).earliest),
      to: numberOf((effectiveOn as Fuzzy).latest),
      direction,
      title: `${holder.name} ${directionWords(direction, intensity).words}, ${dateWords((effectiveOn as Fuzzy).edtf)}${evidence[0] === undefined ? "" : `: “${evidence[0].quote}”`}`,
      href: `${hrefTo(place, pathOf(document.id))}${evidence[0] === undefined ? "" : `#${anchorOf(evidence[0].id)}`}`,
    })),
  };
}

/** From each stance to the next of another direction; where more are known than are shown, the years' rows begin it. */
function segmentsOf(own: readonly Dated[], rows: readonly TimeRow[], end: number): readonly Segment[] {
  const points = [
    ...rows.map(({ at, direction }) => ({ day: numberOf(at), direction })),
    ...own.map(({ effectiveOn, direction }) => ({ day: numberOf((effectiveOn as Fuzzy).latest), direction })),
  ].sort((a, b) => a.day - b.day);
  const segments: { from: number; to: number; direction: Direction }[] = [];
  for (const { day, direction } of points) {
    const last = segments.at(-1);
    if (last !== undefined) last.to = day;
    if (last?.direction !== direction) segments.push({ from: day, to: end, direction });
  }
  const last = segments.at(-1);
  if (last !== undefined) last.to = end;
  return segments;
}
