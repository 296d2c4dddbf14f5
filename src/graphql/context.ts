import type { Scope } from "../domain/coder.ts";
import type { StanceGraphError } from "../domain/error.ts";
import type { Store } from "../store/open.ts";
import { type Compute, computeHere } from "./compute.ts";
import type { Feed } from "./feed.ts";
import { defaultLimits, type Limits, measured } from "./limits.ts";
import { type Loads, loadsOf } from "./loads.ts";

/** What resolvers have at hand: one context a request. It is a plain object, so that a server may spread it. */
export interface Context {
  readonly store: Store;
  /** Who asks, as the audit will name them. */
  readonly who: string;
  /** What they may do; null: nothing, not even read. */
  readonly scope: Scope | null;
  /** News of changes for subscriptions; null where there are none. */
  readonly feed: Feed | null;
  /** The version of stancegraph that answers. */
  readonly version: string;
  readonly limits: Limits;
  /** How a trouble with an edit is told to who asks: a server says less of its files. */
  readonly toldAs: (trouble: StanceGraphError) => StanceGraphError;
  /** Does what may take seconds, so that others are served meanwhile. */
  readonly compute: Compute;
  /** What this request has loaded. */
  readonly load: Loads;
}

export interface ContextOptions {
  readonly store: Store;
  readonly who: string;
  readonly scope: Scope | null;
  readonly feed?: Feed | null;
  readonly version?: string;
  readonly limits?: Partial<Limits>;
  readonly toldAs?: (trouble: StanceGraphError) => StanceGraphError;
  readonly compute?: Compute;
}

/** The context of one request, with nothing loaded yet. */
export function contextOf({
  store,
  who,
  scope,
  feed = null,
  version = "0",
  limits,
  toldAs = (trouble) => trouble,
  compute = computeHere,
}: ContextOptions): Context {
  const allowed = limits === measured ? measured : { ...defaultLimits, ...limits };
  return { store, who, scope, feed, version, limits: allowed, toldAs, compute, load: loadsOf(store) };
}
