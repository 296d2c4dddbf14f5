import type { IncomingMessage } from "node:http";
import { getOperationAST } from "graphql";
import { answerText } from "../graphql/answer.ts";
import { askedBefore } from "../graphql/asked-before.ts";
import { contextOf } from "../graphql/context.ts";
import { measured } from "../graphql/limits.ts";
import { hashOf } from "../graphql/plan/text-table.ts";
import type { Store } from "../store/open.ts";
import { identify, requireReader } from "./auth.ts";
import { decoded } from "./body.ts";
import type { Call } from "./call.ts";
import { allowed } from "./cors.ts";
import { answerTag, cacheHeaders, hasCurrent } from "./etag.ts";
import { guards } from "./guards.ts";
import type { Head } from "./head.ts";
import { prefersHtml } from "./html.ts";
import { apiPath, isPlain } from "./incoming.ts";
import type { Known } from "./known.ts";
import { checkCost } from "./limits.ts";
import { paramsIn } from "./params.ts";
import { responseCache } from "./response-cache.ts";
import type { Settings } from "./settings.ts";

export interface ShortOptions {
  readonly store: Store;
  readonly settings: Settings;
  readonly known: Known;
  readonly version: string;
}

/** A response without its name for the request. */
export interface Ready {
  readonly status: 200 | 304;
  /** Names and values in turn, in the order of their names. */
  readonly headers: readonly string[];
  readonly body: Buffer | null;
}

/** An answer that went well, ready to be sent again. */
interface Answer {
  readonly etag: string;
  readonly operation: Call["operation"];
  /** Names and values in turn, those of the body's length and the request's id left out. */
  readonly headers: readonly string[];
  /** The same of the response to who has the answer already. */
  readonly headers304: readonly string[];
  readonly body: Buffer;
}

/** Milliseconds from which an answer is kept when it is first given, not when it is asked for again. */
const slowMs = 10;
/** As many as there are answers in memory, about: what is asked again later than that would not be there any more. */
const maxRecent = 2048;

/**
 * The short way to answer a GraphQL query: without a web request, and from memory where the same was asked before. It
 * gives only answers that are whole and without errors. For anything else it gives null and leaves no trace, and the
 * full way answers; a query can be asked twice.
 */
export interface Short {
  /** Whether it may go this way, by all that comes before its body; who asks is noted on the call. */
  readonly takes: (incoming: IncomingMessage, head: Head, call: Call) => boolean;
  readonly answer: (head: Head, call: Call, body: Buffer | null) => Ready | null;
}

export function shortOf(options: ShortOptions): Short {
  const { store, settings, known, version } = options;
  const cache = responseCache<Answer>(settings.cacheBytes);
  const isAskedAgain = askedBefore(maxRecent);
  let dataset = { id: "", revision: Number.NaN };

  function answer(head: Head, call: Call, body: Buffer | null): Ready | null {
    const mediaType = known.mediaTypes.get(head.headers.get("accept") ?? "");
    if (mediaType === undefined) return null;
    const revision = store.dataset.revision();
    const key = keyOf(head, call, body);
    const kept = cache.get(revision, key);
    if (kept !== undefined)
      return hasCurrent(head, kept.etag) ? notModified(kept.headers304, call) : whole(kept, call);
    if (dataset.revision !== revision) dataset = store.dataset.get();
    const startedAt = performance.now();
    const made = answerTo(head, call, body, mediaType);
    if (made === null) return null;
    if (!("body" in made)) return notModified(made.headers304, call);
    // What scripts ask once is not worth the memory, nor its collection.
    if (performance.now() - startedAt > slowMs || isAskedAgain(hashOf(0, made.etag)))
      cache.keep(dataset.revision, key, made);
    return whole(made, call);
  }

  /** An answer; without its body when the caller has it; null when there is none here. */
  function answerTo(
    head: Head,
    call: Call,
    body: Buffer | null,
    mediaType: string,
  ): Answer | Pick<Answer, "headers304"> | null {
    const params = paramsIn(head, body === null ? "" : decoded(body), known.persisted);
    const document = known.documents.get(params.query ?? "");
    if (document === undefined) return null;
    const { variables = {}, operationName = null } = params;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== "query") return null;
    const etag = answerTag({ head, call, params, version, dataset });
    const headers304 = headersWith(etag, null, call);
    if (hasCurrent(head, etag)) return { headers304 };
    checkCost({ document, operationName, variableValues: variables }, settings);
    const context = contextOf({ store, who: call.who, scope: call.scope, version, limits: measured });
    const text = answerText({ document, operationName, variables: variables ?? {} }, context);
    if (text === null) return null;
    return {
      etag,
      operation: { kind: "query", name: operation.name?.value ?? null },
      headers: headersWith(etag, mediaType, call),
      headers304,
      body: Buffer.from(text),
    };
  }

  function takes(incoming: IncomingMessage, head: Head, call: Call): boolean {
    if (!settings.shortWay || !isPlain(incoming, settings.maxBodyBytes) || prefersHtml(head)) return false;
    return (identify(head, call, store, settings) ?? requireReader(call)) === null;
  }

  return {
    takes: (...asked) => orElse(false, () => takes(...asked)),
    answer: (...asked) => orElse(null, () => store.reading(() => answer(...asked))),
  };
}

/** What is thrown here is thrown again on the full way, and told there. */
function orElse<T>(otherwise: T, work: () => T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** All that an answer depends on, besides the graph. */
function keyOf({ method, url, headers }: Head, { scope, who }: Call, body: Buffer | null): string {
  const asked = body === null ? url : body.toString("latin1");
  const isNamed = who !== "anonymous";
  return `${method} ${scope} ${isNamed} ${headers.get("accept")}\n${asked}`;
}

function whole({ operation, headers, body }: Answer, call: Call): Ready {
  call.route = apiPath;
  call.operation = operation;
  return { status: 200, headers, body };
}

function notModified(headers: readonly string[], call: Call): Ready {
  call.route = apiPath;
  return { status: 304, headers, body: null };
}

const templates = new Map<string, readonly string[]>();

/** What an answer to a query says: sorted once for all that differ only in their tags. */
function headersWith(etag: string, mediaType: string | null, call: Call): readonly string[] {
  const caching = cacheHeaders(call);
  const key = `${mediaType} ${caching["cache-control"]}`;
  const template =
    templates.get(key) ??
    flat({ ...(mediaType !== null && { "content-type": mediaType }), etag: "", ...caching });
  templates.set(key, template);
  return template.with(template.indexOf("etag") + 1, etag);
}

function flat(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries({ ...allowed, ...guards, ...headers })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat();
}
