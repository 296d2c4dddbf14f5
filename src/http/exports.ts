import { setImmediate as nextTurn } from "node:timers/promises";
import { coerceInputValue, type GraphQLInputType } from "graphql";
import { type Instant, parseDay, parseInstant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import { formatFor } from "../export/index.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import type { Where } from "../store/where.ts";
import { cacheHeaders, etagOf, hasCurrent, notModified } from "./etag.ts";
import type { Route } from "./router.ts";
import { type SourceOptions, sourceOf } from "./source.ts";

const prefix = "/export/";

/** Downloads: `/export/stances.csv?where={…}&asOf=2024-03-08&knownAt=…`, streamed. */
export function exportsOf(store: Store, version: string): Route {
  return {
    path: `${prefix}*`,
    methods: ["GET"],
    access: "readers",
    crossOrigin: true,
    answer(request, call) {
      const { pathname, searchParams } = new URL(request.url);
      const [what = "", ending = ""] = pathname.slice(prefix.length).split(/\.(.*)/);
      const format = formatFor(what, ending);
      const options = optionsOf(what, searchParams);
      const { id, revision } = store.dataset.get();
      const etag = etagOf([version, id, revision, what, format.name, options]);
      if (hasCurrent(request, etag)) return notModified(etag, call);
      const headers = {
        "content-type": `${format.mediaType}; charset=utf-8`,
        "content-disposition": `attachment; filename="${what}-r${revision}.${format.extension}"`,
        etag,
        ...cacheHeaders(call),
      };
      return new Response(streamOf(format.write(what, sourceOf(store, options))), { headers });
    },
  };
}

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
const dated = ["stances", "positions"];

function optionsOf(what: string, given: URLSearchParams): SourceOptions {
  for (const name of given.keys()) {
    if (!["where", "asOf", "knownAt"].includes(name))
      throw refusal(`There is no parameter "${name}"; there are where, asOf and knownAt.`);
    if (name !== "where" && !dated.includes(what))
      throw refusal(`${name} goes with ${dated.join(" and ")} only; leave it out for ${what}.`);
  }
  const asOf = given.get("asOf");
  const knownAt = given.get("knownAt");
  return {
    where: whereOf(what, given.get("where")),
    validAt: asOf === null ? null : parseDay(asOf),
    knownAt: knownAt === null ? null : (parseInstant(knownAt) as Instant),
  };
}

/** A filter in JSON, checked as the API checks it. */
function whereOf(what: string, text: string | null): Where | null {
  if (text === null) return null;
  const type = schema.getType(filterTypes[what] ?? "") as GraphQLInputType | undefined;
  if (type === undefined) throw refusal(`${what} takes no filter; leave "where" out.`);
  return coerceInputValue(parsed(text), type, (path, _value, error) => {
    throw refusal(`Filter at ${["where", ...path].join(".")}: ${error.message}`);
  }) as Where;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal(
      `"where" is not valid JSON: ${(error as Error).message}. Write it as in {"direction": {"eq": "SUPPORTS"}}.`,
    );
  }
}

function refusal(message: string): StanceGraphError {
  return new StanceGraphError("invalid", message);
}

const pieceLength = 32_768;

/**
 * Text as bytes, made only as fast as it is taken, so that a slow reader costs no memory; and others get their turn
 * between pieces, so that a fast one keeps nobody waiting.
 */
function streamOf(text: Iterable<string>): ReadableStream<Uint8Array> {
  const pieces = text[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        await nextTurn();
        let piece = "";
        while (piece.length < pieceLength) {
          const { done, value } = pieces.next();
          if (done) {
            if (piece !== "") controller.enqueue(encoder.encode(piece));
            controller.close();
            return;
          }
          piece += value;
        }
        controller.enqueue(encoder.encode(piece));
      },
      cancel: () => void pieces.return?.(),
    },
    { highWaterMark: 0 },
  );
}
