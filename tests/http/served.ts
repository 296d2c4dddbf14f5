import { Registry } from "prom-client";
import type { Scope } from "../../src/domain/coder.ts";
import { computeHere } from "../../src/graphql/compute.ts";
import { type App, type AppOptions, appOf } from "../../src/http/app.ts";
import { logTo } from "../../src/http/log.ts";
import { defaultSettings, type Settings } from "../../src/http/settings.ts";
import type { Store } from "../../src/store/open.ts";
import { seededStore } from "../seed/seeded.ts";

export interface Served {
  readonly store: Store;
  /** Asks without a socket. A path, or a whole address. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Posts a GraphQL request. */
  readonly post: (query: string, over?: Post) => Promise<Response>;
  /** The log so far, a line an entry. */
  readonly log: readonly Record<string, unknown>[];
  readonly app: App;
}

export interface Post {
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly headers?: Record<string, string>;
}

const origin = "http://localhost:4000";

/** Everything that is served, over the seed or another store. */
export function served({
  store = seededStore(),
  settings = {},
}: {
  readonly store?: Store;
  readonly settings?: Partial<Settings>;
} = {}): Served {
  const log: Record<string, unknown>[] = [];
  let made = 0;
  const options: AppOptions = {
    store,
    settings: { ...defaultSettings, ...settings },
    log: logTo(
      { write: (line) => void log.push(JSON.parse(line) as Record<string, unknown>) },
      () => new Date("2026-01-01T00:00:00Z"),
    ),
    registry: new Registry(),
    newId: () => {
      made += 1;
      return `id-${made}`;
    },
    version: "1.2.3",
    pool: { computeFor: () => computeHere, close: async () => {} },
  };
  const app = appOf(options);
  const ask = async (path: string, init?: RequestInit) => {
    const request = new Request(new URL(path, origin), init);
    const call = app.call(request, new URL(request.url).pathname);
    const response = await app.answer(request, call);
    app.close(call, { status: response.status, bytes: 0, milliseconds: 1, aborted: false });
    return response;
  };
  const post = (query: string, { headers, ...over }: Post = {}) =>
    ask("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query, ...over }),
    });
  return { store, ask, post, log, app };
}

/** A key in force; what it returns goes into the Authorization header. */
export function bearer(store: Store, scope: Scope, secret = `secret-of-${scope}`): string {
  const key = {
    id: `key:${scope}`,
    name: `the ${scope} key`,
    scope,
    createdAt: "2026-01-01T00:00:00.000Z",
  } as const;
  store.keys.add(key, secret);
  return `Bearer ${secret}`;
}

/** The first error of a GraphQL response. */
export async function errorOf(
  response: Response,
): Promise<{ readonly message: string; readonly code: unknown; readonly requestId: unknown }> {
  const { errors } = (await response.json()) as {
    readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  };
  const [error] = errors ?? [];
  return {
    message: error?.message ?? "",
    code: error?.extensions?.code,
    requestId: error?.extensions?.requestId,
  };
}
