import { type ExecutionResult, getOperationAST } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import { type Context, contextOf } from "../graphql/context.ts";
import { feedOf } from "../graphql/feed.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import type { Call } from "./call.ts";
import { documentCache } from "./document-cache.ts";
import { asksQuery, etagOf, hasCurrent, notModified } from "./etag.ts";
import { shown, shownEach } from "./failures.ts";
import { checkCost, checkTokens, limitRules } from "./limits.ts";
import type { Log } from "./log.ts";
import { paramsOf } from "./params.ts";
import type { Settings } from "./settings.ts";

export interface YogaOptions {
  readonly store: Store;
  readonly settings: Settings;
  readonly log: Log;
  readonly version: string;
}

interface Served {
  readonly call: Call;
}

/** GraphQL over HTTP: parsing, validation, execution and media types are Yoga's, the rules are ours. */
export function yogaOf(options: YogaOptions) {
  const { store, settings, log, version } = options;
  const limits = { maxDepth: settings.maxDepth, maxComplexity: settings.maxCost };
  return createYoga<Served, Context>({
    schema,
    context: ({ call }) => {
      if (call.operation?.kind === "subscription") call.news = feedOf({ store, intervalMs: settings.feedMs });
      return contextOf({ store, who: call.who, scope: call.scope, feed: call.news, version, limits });
    },
    plugins: [useParams(options), useLimits(settings), useOperation(), useFailures(log)],
    parserAndValidationCache: { documentCache: documentCache(), errorCache: documentCache() },
    fetchAPI: { Request, Response, ReadableStream, TransformStream },
    // What follows is done elsewhere in this folder, or not at all.
    maskedErrors: false,
    logging: yogaLog(log),
    cors: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: false,
    healthCheckEndpoint: "\0",
  });
}

type OurPlugin = Plugin<Context & Served, Served>;

/** Reads what is asked, and ends there when the caller has the answer already. */
function useParams({ store, settings, version }: YogaOptions): OurPlugin {
  return {
    onRequestParse({ setRequestParser, serverContext: { call } }) {
      setRequestParser(async (request) => {
        const params = await paramsOf(request, settings.maxBodyBytes);
        const { id, revision } = store.dataset.get();
        const asked = [params.query, params.variables ?? null, params.operationName ?? null];
        const etag = etagOf([version, id, revision, call.scope, request.headers.get("accept"), ...asked]);
        call.etag = etag;
        return hasCurrent(request, etag) && asksQuery(params) ? notModified(etag, call) : params;
      });
    },
  };
}

function useLimits(settings: Settings): OurPlugin {
  const rules = limitRules(settings);
  return {
    onParse: ({ params }) => checkTokens(params.source.toString(), settings),
    onValidate({ addValidationRule }) {
      rules.forEach(addValidationRule);
    },
    onExecute: ({ args }) => checkCost(args, settings),
    onSubscribe: ({ args }) => checkCost(args, settings),
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

function useFailures(log: Log): OurPlugin {
  return {
    onResultProcess({ result, setResult, serverContext: { call } }) {
      if (Array.isArray(result)) return;
      setResult(
        Symbol.asyncIterator in result
          ? shownEach(result, call, log)
          : shown(result as ExecutionResult, call, log),
      );
    },
  };
}

function yogaLog(log: Log) {
  const say = (level: "warn" | "error") => (message: unknown, detail?: unknown) =>
    log[level]({ detail }, String(message));
  return { debug: () => {}, info: () => {}, warn: say("warn"), error: say("error") };
}
