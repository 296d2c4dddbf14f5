import { setImmediate as nextTurn } from "node:timers/promises";
import { type Instant, parseDay, parseInstant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import { isDatabase } from "../export/format.ts";
import { formatFor } from "../export/index.ts";
import { networkFormatFor } from "../export/networks/index.ts";
import type { Store } from "../store/open.ts";
import type { Where } from "../store/where.ts";
import { databaseFile } from "./database-file.ts";
import { cacheHeaders, etagOf, hasCurrent, notModified } from "./etag.ts";
import { within } from "./json.ts";
import { type NetworkExportOptions, networkInputOf, networkText } from "./network-export.ts";
import { piecesOf } from "./pieces.ts";
import type { Route } from "./router.ts";
import type { SourceOptions } from "./source.ts";

const prefix = "/export/";

/**
 * Downloads: `/export/stances.csv?where={…}&asOf=2024-03-08&knownAt=…`, streamed; and `/export/network.graphml?input={…}`.
 * A stream is of one revision: when the graph changes while it is under way, it breaks off, so that the caller sees an
 * incomplete transfer and asks again.
 */
export function exportsOf({ store, version, pool }: NetworkExportOptions): Route {
  return {
    path: `${prefix}*`,
    methods: ["GET"],
    access: "readers",
    crossOrigin: true,
    answer(request, call) {
      const { pathname, searchParams } = new URL(request.url);
      const [what = "", ending = ""] = pathname.slice(prefix.length).split(/\.(.*)/);
      if (what === "network") {
        const [format, input] = [networkFormatFor(ending), networkInputOf(searchParams)];
        return downloadOf({ what, format, options: { where: input } }, (headers) =>
          networkText(format, input, { store, version, pool, leaving: request.signal }).then(
            (text) => new Response(text, { headers }),
          ),
        );
      }
      const [format, options] = [formatFor(what, ending), optionsOf(searchParams)];
      return downloadOf({ what, format, options }, (headers, revision) => {
        if (isDatabase(format)) {
          checkDatabase(store, options);
          const bytes = databaseFile(store, format);
          return new Response(bytes as BodyInit, {
            headers: { ...headers, "content-type": format.mediaType },
          });
        }
        const checkRevision = () => requireRevision(store, revision);
        return new Response(streamOf(piecesOf(store, what, format, options), checkRevision), { headers });
      });

      /** What every download says of itself; nothing more is made for who has it already. */
      function downloadOf(
        { what, format, options }: Download,
        make: (headers: Record<string, string>, revision: number) => Response | Promise<Response>,
      ): Response | Promise<Response> {
        const { id, revision } = store.dataset.get();
        const etag = etagOf([version, id, revision, what, format.name, options]);
        if (hasCurrent(request, etag)) return notModified(etag, call);
        const headers = {
          "content-type":
            format.mediaType === "application/zip" ? format.mediaType : `${format.mediaType}; charset=utf-8`,
          "content-disposition": `attachment; filename="${what}-r${revision}.${format.extension}"`,
          etag,
          ...cacheHeaders(call),
        };
        return make(headers, revision);
      }
    },
  };
}

interface Download {
  readonly what: string;
  readonly format: { readonly name: string; readonly mediaType: string; readonly extension: string };
  readonly options: unknown;
}

/** A database is made whole in memory, while others wait. */
const maxStancesOfDatabase = 50_000;

function checkDatabase(store: Store, { where, validAt, knownAt }: SourceOptions): void {
  if ((where ?? validAt ?? knownAt ?? null) !== null)
    throw refusal("A database is of the whole graph; leave where, asOf and knownAt out.");
  if (store.stances.count() > maxStancesOfDatabase) {
    throw refusal(
      `A database of more than ${maxStancesOfDatabase} stances is not made here; write it with \`stancegraph export --out graph.dna\`.`,
    );
  }
}

function optionsOf(given: URLSearchParams): SourceOptions {
  const unknown = [...given.keys()].find((name) => !["where", "asOf", "knownAt"].includes(name));
  if (unknown !== undefined) {
    throw refusal(`There is no parameter "${unknown}"; there are where, asOf and knownAt.`);
  }
  const asOf = given.get("asOf");
  const knownAt = given.get("knownAt");
  return {
    where: whereOf(given.get("where")),
    validAt: asOf === null ? null : parseDay(asOf),
    knownAt: knownAt === null ? null : (parseInstant(knownAt) as Instant),
  };
}

/** A filter in JSON. */
function whereOf(text: string | null): Where | null {
  if (text === null) return null;
  try {
    return within(JSON.parse(text), '"where"');
  } catch (error) {
    if (error instanceof StanceGraphError) throw error;
    throw refusal(
      `"where" is not valid JSON: ${(error as Error).message}. Write it as in {"direction": {"eq": "SUPPORTS"}}.`,
    );
  }
}

function refusal(message: string): StanceGraphError {
  return new StanceGraphError("invalid", message);
}

function requireRevision({ dataset }: Store, revision: number): void {
  const now = dataset.revision();
  if (now === revision) return;
  throw new StanceGraphError(
    "unavailable",
    `The graph went from revision ${revision} to ${now} while it was exported; ask again.`,
  );
}

const pieceLength = 32_768;

/**
 * Text as bytes, made only as fast as it is taken, so that a slow reader costs no memory; and others get their turn
 * between pieces, so that a fast one keeps nobody waiting. Each piece is checked once it is made, before it goes out.
 */
function streamOf(text: Iterable<string | Uint8Array>, check: () => void): ReadableStream<Uint8Array> {
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
            check();
            if (piece !== "") controller.enqueue(encoder.encode(piece));
            controller.close();
            return;
          }
          if (typeof value !== "string") {
            check();
            controller.enqueue(value);
            return;
          }
          piece += value;
        }
        check();
        controller.enqueue(encoder.encode(piece));
      },
      cancel: () => void pieces.return?.(),
    },
    { highWaterMark: 0 },
  );
}
