import { type ExecutionResult, getOperationAST } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { StanceGraphError } from "../domain/error.ts";
import { type Context, contextOf } from "../graphql/context.ts";
import { type Feed, feedOf } from "../graphql/feed.ts";
import { measured } from "../graphql/limits.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import type { Call } from "./call.ts";
import type { ComputePool } from "./compute-pool.ts";
import { documentCache } from "./document-cache.ts";
import { answerTag, asksQuery, hasCurrent, notModified } from "./etag.ts";
import { shown, shownEach } from "./failures.ts";
import type { Known } from "./known.ts";
import { checkCost, checkTokens, limitRules } from "./limits.ts";
import type { Log } from "./log.ts";
import { nameless } from "./nameless.ts";
import { paramsOf } from "./params.ts";
import type { Settings } from "./settings.ts";
import type { Streams } from "./streams.ts";

export interface YogaOptions {
  readonly store: Store;
  readonly settings: Settings;
  readonly log: Log;
  readonly version: string;
  readonly streams: Streams;
  readonly known: Known;
  readonly pool: ComputePool;
}

interface Served {
  readonly call: Call;
}

/** GraphQL over HTTP: parsing, validation, execution and media types are Yoga's, the rules are ours. */
export function yogaOf(options: YogaOptions) {
  const { store, version } = options;
  return createYoga<Served, Context>({
    schema,
    context: ({ call, request }) => {
      if (call.operation?.kind === "subscription") call.news = newsFor(call, options);
      const toldAs = (trouble: StanceGraphError) => toldOutside(trouble, call, options);
      const compute = options.pool.computeFor(request.signal);
      const { who, scope, news: feed } = call;
      return contextOf({ store, who, scope, feed, version, limits: measured, toldAs, compute });
    },
    plugins: [useParams(options), useLimits(options), useOperation(), useFailures(options)],
    parserAndValidationCache: { documentCache: documentCache(), errorCache: documentCache() },
    fetchAPI: { Request, Response, ReadableStream, TransformStream },
    // What follows is done elsewhere in this folder, or not at all.
    maskedErrors: false,
    logging: yogaLog(options.log),
    cors: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: false,
    healthCheckEndpoint: "\0",
  });
}

/** Ends when the key has been revoked that it was asked for with. */
function newsFor({ key }: Call, { store, settings }: YogaOptions): Feed {
  const isInForce = () => store.keys.all().some(({ id, revokedAt }) => id === key && revokedAt === null);
  return feedOf({ store, intervalMs: settings.feedMs, mayTell: () => key === null || isInForce() });
}

/** Notes a trouble of the store, and tells it without the name of its file. */
function toldOutside(trouble: StanceGraphError, call: Call, { store, log }: YogaOptions): StanceGraphError {
  if (trouble.code === "unavailable") call.unavailable += 1;
  if (trouble.code === "unavailable" || trouble.code === "corrupt")
    log.warn({ requestId: call.id, reason: trouble.message }, "store trouble");
  return nameless(trouble, store.path);
}

type OurPlugin = Plugin<Context & Served, Served>;

/** Reads what is asked, and ends there when the caller has the answer already. */
function useParams({ store, settings, version, known: { persisted } }: YogaOptions): OurPlugin {
  return {
    onRequestParse({ setRequestParser, serverContext: { call } }) {
      setRequestParser(async (request) => {
        const params = await paramsOf(request, { persisted, maxBodyBytes: settings.maxBodyBytes });
        const etag = answerTag({ head: request, call, params, version, dataset: store.dataset.get() });
        call.etag = etag;
        return hasCurrent(request, etag) && asksQuery(params) ? notModified(etag, call) : params;
      });
    },
  };
}

function useLimits({ settings, streams, known }: YogaOptions): OurPlugin {
  const rules = limitRules(settings);
  return {
    onParse: ({ params }) => checkTokens(params.source.toString(), settings),
    onValidate({ addValidationRule }) {
      rules.forEach(addValidationRule);
    },
    onExecute({ args }) {
      checkCost(args, settings);
      const { query } = args.contextValue.params;
      if (query) known.documents.set(query, args.document);
    },
    onSubscribe({ args }) {
      checkCost(args, settings);
      streams.enter(args.contextValue.call);
    },
  };
}

/** Notes on the call what kind of operation it turned out to be. */
function useOperation(): OurPlugin {
  return {
    onParse:
      () =>
      ({ result, context: { call, params } }) => {
        if (result === null || result instanceof Error) return;
        const operation = getOperationAST(result, params.operationName);
        if (operation) call.operation = { kind: operation.operation, name: operation.name?.value ?? null };
      },
  };
}

function useFailures({ log, store }: YogaOptions): OurPlugin {
  return {
    onResultProcess({ result, setResult, serverContext: { call } }) {
      if (Array.isArray(result)) return;
      setResult(
        Symbol.asyncIterator in result
          ? shownEach(result, call, log, store.path)
          : shown(result as ExecutionResult, call, log, store.path),
      );
    },
  };
}

function yogaLog(log: Log) {
  const say = (level: "warn" | "error") => (message: unknown, detail?: unknown) =>
    log[level]({ detail }, String(message));
  return { debug: () => {}, info: () => {}, warn: say("warn"), error: say("error") };
}
