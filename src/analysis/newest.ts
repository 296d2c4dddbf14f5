import { countsOn } from "../domain/projection/columns.ts";
import { preferred } from "../domain/projection/order.ts";
import { type Projection, pairOf } from "../domain/projection/projection.ts";
import { isIntricate, type Pairs, stancesOf } from "./pairs.ts";
import { type Decided, decidingOf } from "./standing.ts";
import { standingsAmong } from "./standings.ts";
import { firstUpTo, type Stretch } from "./stretch.ts";

/**
 * Standings, the newest first, as they are met on the way through the stances that count: so the first of them cost no
 * more than they are. `from` is the latest day of interest, no later than `day`. Pairs that a projection alone cannot
 * tell are left out.
 */
export function* newestStandings(
  projection: Projection,
  pairs: Pairs,
  { day, from }: { readonly day: number | null; readonly from: number | null },
): Generator<Decided> {
  const { columns } = projection;
  const walk = walkOf(projection, pairs);
  const { places, end, actors } = walk;
  if (stancesOf(projection, pairs) * many < end - walk.start) {
    yield* sorted(projection, pairs, { day, from });
    return;
  }
  const isFirst = from === day ? firstMet() : firstOfAll(projection, day);
  for (let at = firstUpTo(columns, walk, from); at < end; at += 1) {
    const place = places[at] as number;
    // Of what is told beside its place, none is too late, and nothing else can keep it from counting.
    const told = actors === null ? -1 : (actors[at] as number);
    if (told < 0 && !countsOn(columns, place, day)) continue;
    const actor = told < 0 ? (columns.actor[place] as number) : told;
    const issue = walk.issue ?? (columns.issue[place] as number);
    const decided = { actor, issue, deciding: place };
    if (isAmong(decided, pairs) && !isIntricate(projection, decided) && isFirst(decided)) yield decided;
  }
}

/** Whether a stance is the most preferred of its pair, where all that are preferred to it come before. */
function firstMet(): (decided: Decided) => boolean {
  const met = new Set<number>();
  return ({ actor, issue }) => {
    const before = met.size;
    return met.add(pairOf(actor, issue)).size > before;
  };
}

/** The same, whatever came before. */
function firstOfAll(projection: Projection, day: number | null): (decided: Decided) => boolean {
  return (decided) => decidingOf(projection, decided, day) === decided.deciding;
}

/** Where so many times fewer stances are looked for than there are on the way, they are looked up and sorted instead. */
const many = 4;

function sorted(
  projection: Projection,
  pairs: Pairs,
  { day, from }: { readonly day: number | null; readonly from: number | null },
): readonly Decided[] {
  const { columns } = projection;
  return standingsAmong(projection, pairs, day)
    .filter(({ deciding }) => from === null || (columns.latest[deciding] as number) <= from)
    .toSorted((a, b) => preferred(columns, a.deciding, b.deciding));
}

/** Stances to go through: of one issue, with their actors beside them as the projection has them; else null. */
interface Walk extends Stretch {
  readonly issue: number | null;
  readonly actors: Int32Array | null;
}

/** Those on the one issue that is asked for, else all. */
function walkOf({ onIssue, newest }: Projection, { issues }: Pairs): Walk {
  const [issue] = issues ?? [];
  if (issues?.size !== 1 || issue === undefined)
    return {
      places: newest,
      start: 0,
      end: issues?.size === 0 ? 0 : newest.length,
      issue: null,
      actors: null,
    };
  return {
    places: onIssue.places,
    start: onIssue.starts[issue] as number,
    end: onIssue.starts[issue + 1] as number,
    issue,
    actors: onIssue.actor,
  };
}

function isAmong(
  { actor, issue }: { readonly actor: number; readonly issue: number },
  { actors, issues }: Pairs,
): boolean {
  return (actors === null || actors.has(actor)) && (issues === null || issues.has(issue));
}
