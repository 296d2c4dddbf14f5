import { strToU8, zipSync } from "fflate";
import { coerceInputValue, type GraphQLInputType } from "graphql";
import { StanceGraphError } from "../domain/error.ts";
import { type ArchiveFormat, type ExportFormat, isArchive } from "../export/format.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import type { Where } from "../store/where.ts";
import { type SourceOptions, sourceOf } from "./source.ts";

/** The text of an export in pieces. What is asked is checked here and now, by the rules of the API. */
export function piecesOf(
  store: Store,
  what: string,
  format: ExportFormat | ArchiveFormat,
  { where = null, validAt = null, knownAt = null }: SourceOptions,
): Iterable<string | Uint8Array> {
  if ((validAt ?? knownAt) !== null && !dated.includes(what)) {
    throw refusal(`A date to look from goes with ${dated.join(" and ")} only; leave it out for ${what}.`);
  }
  const asked = { where: where === null ? null : checkedFilter(what, where), validAt, knownAt };
  if (isArchive(format)) return [archiveOf(format.files(sourceOf(store, asked)))];
  return begun(format.write(what, sourceOf(store, asked)));
}

/** A ZIP archive, the same for the same files: its entries are all of the first day that it knows. */
function archiveOf(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: "1980-01-01T12:00:00Z" });
}

/** What can be asked as of a day, and as known at an instant. */
const dated = ["stances", "positions"];

/** The filter types of the API, by what is exported. */
const filterTypes: Readonly<Record<string, string>> = {
  stances: "StanceWhere",
  positions: "PositionWhere",
  actors: "ActorWhere",
  issues: "IssueWhere",
  documents: "DocumentWhere",
  evidence: "DocumentWhere",
  relations: "RelationWhere",
  events: "EventWhere",
};

function checkedFilter(what: string, where: Where): Where {
  const type = schema.getType(filterTypes[what] ?? "") as GraphQLInputType | undefined;
  if (type === undefined) throw refusal(`${what} takes no filter; leave "where" out.`);
  return coerceInputValue(where, type, (path, _value, error) => {
    throw refusal(`Filter at ${["where", ...path].join(".")}: ${error.message}`);
  }) as Where;
}

function refusal(message: string): StanceGraphError {
  return new StanceGraphError("invalid", message);
}

/** Makes the head and the first item at once, so that what the store refuses is told before anything is sent. */
function begun(pieces: Iterable<string>): Iterable<string> {
  const rest = pieces[Symbol.iterator]();
  const first = [rest.next(), rest.next()].flatMap(({ done, value }) => (done ? [] : [value]));
  return {
    *[Symbol.iterator]() {
      yield* first;
      yield* { [Symbol.iterator]: () => rest };
    },
  };
}
