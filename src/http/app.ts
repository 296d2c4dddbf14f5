import type { Registry } from "prom-client";
import { StanceGraphError } from "../domain/error.ts";
import type { Store } from "../store/open.ts";
import { api } from "./api.ts";
import { assetsOf } from "./assets.ts";
import { identify, requireReader } from "./auth.ts";
import { type Call, callOf } from "./call.ts";
import { cardsOf } from "./cards.ts";
import type { ComputePool } from "./compute-pool.ts";
import { embedsOf, oembed } from "./embeds.ts";
import { exportsOf } from "./exports.ts";
import { feedsOf } from "./feeds.ts";
import { graphiql } from "./graphiql.ts";
import { guards } from "./guards.ts";
import type { Head } from "./head.ts";
import { alive, ready } from "./health.ts";
import { nothingKnown } from "./known.ts";
import { type Log, logRequest, type Outcome } from "./log.ts";
import { type Metrics, metricsIn } from "./metrics.ts";
import { nameless } from "./nameless.ts";
import { pagesOf } from "./pages.ts";
import { internalError, type Refusal, refusalOf, refuse } from "./refusal.ts";
import { type Route, route } from "./router.ts";
import type { Settings } from "./settings.ts";
import { type Short, shortOf } from "./short.ts";
import { streamsUpTo } from "./streams.ts";
import { yogaOf } from "./yoga.ts";

export interface AppOptions {
  readonly store: Store;
  readonly settings: Settings;
  readonly log: Log;
  readonly registry: Registry;
  readonly gather?: () => Promise<string>;
  readonly newId: () => string;
  readonly version: string;
  readonly pool: ComputePool;
}

/** Everything that is served, from request to response, without a socket. */
export interface App {
  readonly call: (head: Head, path: string) => Call;
  readonly short: Short;
  readonly answer: (request: Request, call: Call) => Promise<Response>;
  /** Tells the log of an answer that broke off while it was sent; null: of a request that none was made of. */
  readonly fail: (call: Call | null, error: unknown) => void;
  /** Writes the log line and the metrics of a request, once its answer has gone out. */
  readonly close: (call: Call, outcome: Outcome) => void;
}

export function appOf(options: AppOptions): App {
  const { store, settings, log, registry, newId, version } = options;
  const metrics = metricsIn(registry, () => store.dataset.revision(), options.gather);
  const streams = streamsUpTo(settings.maxStreams);
  const known = nothingKnown();
  const yoga = yogaOf({ ...options, streams, known });
  const assets = assetsOf();
  if (!assets.isBuilt) log.warn({ remedy: "npm run build" }, "the browser's part of the pages is not built");
  const routes = [
    api(yoga, known),
    exportsOf(options),
    alive,
    ready(store),
    metricsRoute(metrics),
    assets.route,
    ...feedsOf(options),
    embedsOf({ ...options, assets }),
    oembed({ ...options, assets }),
    cardsOf(options),
    ...pagesOf({ ...options, assets }),
  ];
  const browserRoutes = [graphiql, ...routes];

  async function answer(request: Request, call: Call): Promise<Response> {
    try {
      const admit = ({ access }: Route): Refusal | null => {
        if (access === "everybody") return null;
        return identify(request, call, store, settings) ?? requireReader(call);
      };
      return await route(graphiql.suits(request) ? browserRoutes : routes, request, call, admit);
    } catch (error) {
      if (error instanceof StanceGraphError)
        return refuse(request, call, refusalOf(nameless(error, store.path)));
      if (!request.signal.aborted) log.error({ requestId: call.id, err: error }, "unexpected error");
      return refuse(request, call, internalError);
    }
  }

  return {
    call: (head, path) => callOf(head, path, newId),
    short: shortOf({ store, settings, known, version }),
    answer: async (request, call) => finished(await answer(request, call), call),
    fail(call, error) {
      const requestId = call?.id ?? null;
      if (error instanceof StanceGraphError) log.warn({ requestId, reason: error.message }, "broken off");
      else log.error({ requestId, err: error }, "unexpected error");
    },
    close(call, outcome) {
      call.isOver = true;
      streams.leave(call);
      logRequest(log, call, outcome);
      metrics.observe(call, outcome);
    },
  };
}

/** What every response says. */
function finished(response: Response, call: Call): Response {
  response.headers.set("x-request-id", call.id);
  for (const [name, value] of Object.entries(guards)) response.headers.set(name, value);
  return response;
}

function metricsRoute(metrics: Metrics): Route {
  return {
    path: "/metrics",
    methods: ["GET"],
    access: "readers",
    answer: async () =>
      new Response(await metrics.text(), {
        headers: { "content-type": metrics.mediaType, "cache-control": "no-store" },
      }),
  };
}
