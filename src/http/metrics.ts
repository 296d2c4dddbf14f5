import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from "prom-client";
import type { Call } from "./call.ts";
import type { Outcome } from "./log.ts";

/** What the server counts of itself, for Prometheus. */
export interface Metrics {
  readonly observe: (call: Call, outcome: Outcome) => void;
  readonly text: () => Promise<string>;
  readonly mediaType: string;
}

/** `gather` tells the metrics of all processes that serve together; absent, this one serves alone. */
export function metricsIn(
  registry: Registry,
  revision: () => number,
  gather: () => Promise<string> = () => registry.metrics(),
): Metrics {
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: "stancegraph_http_requests_total",
    help: "Requests answered, by route, method and status.",
    labelNames: ["route", "method", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "stancegraph_http_request_duration_seconds",
    help: "Seconds from a request's arrival to its answer's end, by route, GraphQL operation kind and status.",
    labelNames: ["route", "operation", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  new Gauge({
    name: "stancegraph_dataset_revision",
    help: "How often the graph has changed.",
    // Of several processes on one graph: each has looked at its own moment.
    aggregator: "max",
    registers,
    collect() {
      this.set(revision());
    },
  });
  return {
    // Labels come from closed lists, whatever is asked: a path or method of the caller's would never end.
    observe(call, { status, milliseconds }) {
      const route = call.route ?? "none";
      requests.inc({ route, method: methods.has(call.method) ? call.method : "other", status });
      durations.observe({ route, operation: call.operation?.kind ?? "none", status }, milliseconds / 1000);
    },
    text: gather,
    mediaType: registry.contentType,
  };
}

const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
