import { defaultLimits } from "../graphql/limits.ts";

/** What one server allows. Sizes in bytes, times in milliseconds. */
export interface Settings {
  /** Who may read: everybody, or only who has a key. Writing always needs a key. */
  readonly readAccess: "open" | "key";
  readonly maxBodyBytes: number;
  /** Fields within fields, counted from the operation. Introspection is exempt. */
  readonly maxDepth: number;
  /** Words and punctuation marks of a GraphQL document. */
  readonly maxTokens: number;
  /** Names under which one selection may ask for one field. */
  readonly maxAliases: number;
  /** About one a field and item; lists count `first`, given as literal or variable. */
  readonly maxCost: number;
  /** Whether a query may be answered on the short way; the full way tells the same, slower. */
  readonly shortWay: boolean;
  /** Memory for answers that are sent again while nothing changes. */
  readonly cacheBytes: number;
  /** For a request's headers to arrive; then for all of it. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** How long a connection without a request is kept, and one whose client reads nothing. */
  readonly keepAliveMs: number;
  readonly idleMs: number;
  /** How often subscriptions look for changes. */
  readonly feedMs: number;
  /** Subscriptions open at a time. */
  readonly maxStreams: number;
  /** How long a change may wait while another program writes; everybody else waits as long. */
  readonly busyMs: number;
  /** Computations at a time in threads of their own, how long each may take, and how many may wait. */
  readonly computeThreads: number;
  readonly computeMs: number;
  readonly computeQueue: number;
  /** How long requests under way may take to end when the server closes. */
  readonly closeMs: number;
}

export const defaultSettings: Settings = {
  readAccess: "open",
  maxBodyBytes: 256_000,
  maxDepth: defaultLimits.maxDepth,
  maxTokens: 1_000,
  maxAliases: 15,
  maxCost: defaultLimits.maxComplexity,
  shortWay: true,
  cacheBytes: 16_000_000,
  headersMs: 10_000,
  requestMs: 30_000,
  // Longer than the usual 60 s of proxies in front, so that it is they who end a connection.
  keepAliveMs: 65_000,
  idleMs: 120_000,
  feedMs: 500,
  maxStreams: 100,
  busyMs: 250,
  computeThreads: 1,
  computeMs: 20_000,
  computeQueue: 8,
  closeMs: 10_000,
};
