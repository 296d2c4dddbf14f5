import { chosenIn } from "../components/choices.ts";
import { bySimilarity } from "../order.ts";
import { listIn, type Place } from "../place.ts";
import type { Direction } from "../query.ts";
import { kindWords } from "../words.ts";

export interface Cell {
  readonly actorId: string;
  readonly actorName: string;
  readonly issueId: string;
  readonly issueLabel: string;
  readonly direction: Direction;
  readonly intensity: number;
  readonly conditional: boolean;
  readonly contested: boolean;
  readonly actor: { readonly kind: string };
}

export interface GridActor {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** By issue. */
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface Group {
  /** Null where there are no groups. */
  readonly kind: string | null;
  readonly actors: readonly GridActor[];
  readonly isFolded: boolean;
}

export interface Grid {
  readonly issues: readonly { readonly id: string; readonly label: string }[];
  readonly actors: readonly GridActor[];
  readonly groups: readonly Group[];
}

export const sorts = [
  ["group", "group"],
  ["name", "name"],
  ["similarity", "similarity"],
] as const;

/** The cells as rows and columns, in the order that the URL asks for; pinned actors first. */
export function gridOf(place: Place, cells: readonly Cell[]): Grid {
  const sort = chosenIn(place, "sort", sorts);
  const pinned = listIn(place, "pin");
  const actors = actorsIn(cells);
  const ordered =
    sort === "similarity" ? similar(actors) : actors.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  const [first, others] = [true, false].map((isPinned) =>
    ordered.filter(({ id }) => pinned.includes(id) === isPinned),
  ) as [GridActor[], GridActor[]];
  const groups =
    sort === "group"
      ? byKind(others, listIn(place, "fold"))
      : [{ kind: null, actors: others, isFolded: false }];
  return {
    issues: issuesIn(cells),
    actors,
    groups: first.length === 0 ? groups : [{ kind: "pinned", actors: first, isFolded: false }, ...groups],
  };
}

function actorsIn(cells: readonly Cell[]): readonly GridActor[] {
  return [...Map.groupBy(cells, ({ actorId }) => actorId)].map(([id, own]) => {
    const [cell] = own as [Cell];
    return {
      id,
      name: cell.actorName,
      kind: cell.actor.kind,
      cells: new Map(own.map((each) => [each.issueId, each])),
    };
  });
}

function issuesIn(cells: readonly Cell[]): Grid["issues"] {
  const labels = new Map(cells.map(({ issueId, issueLabel }) => [issueId, issueLabel]));
  const held = Map.groupBy(cells, ({ issueId }) => issueId);
  return [...labels]
    .map(([id, label]) => ({ id, label }))
    .sort(
      (a, b) =>
        (held.get(b.id)?.length ?? 0) - (held.get(a.id)?.length ?? 0) || a.label.localeCompare(b.label, "en"),
    );
}

function similar(actors: readonly GridActor[]): readonly GridActor[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const places = new Map(
    actors.map(({ id, cells }) => [
      id,
      new Map([...cells].map(([issue, { intensity }]) => [issue, intensity / 2])),
    ]),
  );
  return bySimilarity(places).map((id) => byId.get(id) as GridActor);
}

function byKind(actors: readonly GridActor[], folded: readonly string[]): readonly Group[] {
  const groups = Map.groupBy(actors, ({ kind }) => kind);
  return Object.keys(kindWords).flatMap((kind) => {
    const own = groups.get(kind);
    return own === undefined ? [] : [{ kind, actors: own, isFolded: folded.includes(kind) }];
  });
}
