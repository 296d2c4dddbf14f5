import type { MetricObjectWithValues, MetricValue } from "prom-client";
import type { Serving } from "../serving.ts";
import type { Trouble } from "../trouble.ts";

/** The metrics of one process, as values. */
export type Figures = readonly MetricObjectWithValues<MetricValue<string>>[];

/** What a worker is told. */
export type Told =
  /** The first, once. */
  | { readonly kind: "serve"; readonly serving: Serving }
  | { readonly kind: "report" }
  /** The metrics of all, in Prometheus' format. */
  | { readonly kind: "gathered"; readonly text: string }
  /** Answer what is in flight, then end. */
  | { readonly kind: "close" };

/** What a worker says. */
export type Said =
  /** It can still turn to something else. */
  | { readonly kind: "alive" }
  | { readonly kind: "listens"; readonly url: string }
  | { readonly kind: "failed"; readonly trouble: Trouble }
  | { readonly kind: "reported"; readonly figures: Figures }
  /** Somebody asks it for the metrics of all. */
  | { readonly kind: "gather" };

/** Milliseconds. */
export const paces = {
  /** Between two signs of life. */
  alive: 250,
  /** For a worker to load and listen: as long as that takes on a busy machine. */
  start: 60_000,
  /** For a worker to tell its metrics, before those it told last are taken. */
  report: 1_000,
  /** For the metrics of all to reach the worker that was asked. */
  gather: 5_000,
  /** Beyond what the server allows requests under way when it closes. */
  close: 2_000,
} as const;
