import { type ExecutionResult, graphql } from "graphql";
import type { Scope } from "../../src/domain/coder.ts";
import { type ContextOptions, contextOf } from "../../src/graphql/context.ts";
import { graphqlErrorOf } from "../../src/graphql/errors.ts";
import { schema } from "../../src/graphql/schema.ts";
import { importSources } from "../../src/ingest/import.ts";
import { textSource } from "../../src/ingest/source.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { coding } from "./world-coding.ts";

/** A small graph in memory, recorded on 2025-01-01. Its clock goes on by a minute with each reading. */
export function worldStore(): Store {
  let now = Date.parse("2025-01-01T00:00:00Z");
  const store = openStore({
    path: ":memory:",
    clock: () => {
      now += 60_000;
      return new Date(now);
    },
  });
  importSources(store, [textSource("world.json", JSON.stringify(coding))], {
    author: { who: "Ada", why: "The world" },
    format: "json",
  });
  return store;
}

/** The same graph as one whose stances nobody has asked to be held in memory. */
export function unprojected(store: Store): Store {
  return { ...store, projection: { ...store.projection, current: () => null } };
}

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for.
  readonly data: any;
  /** `INVALID Say which one.`; UNEXPECTED for those that a server would mask. */
  readonly errors: readonly string[];
}

export interface Asking extends Partial<ContextOptions> {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly scope?: Scope | null;
}

/** Asks as a server would, with all rights unless told otherwise. */
export async function ask(
  store: Store,
  source: string,
  { variables, ...options }: Asking = {},
): Promise<Answer> {
  const contextValue = contextOf({ who: "Grace", scope: "admin", ...options, store });
  return answerOf(await graphql({ schema, source, contextValue, variableValues: variables ?? null }));
}

export function answerOf({ data, errors = [] }: ExecutionResult): Answer {
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    errors: errors.map((error) => {
      const told = graphqlErrorOf(error);
      return told === null
        ? `UNEXPECTED ${error.message}`
        : `${told.extensions.code ?? "GRAPHQL"} ${told.message}`;
    }),
  };
}

/** A store that notes which of its functions are called. */
export function watched(store: Store): { readonly store: Store; readonly calls: string[] } {
  const calls: string[] = [];
  const watch = <T extends object>(target: T, path: string): T =>
    new Proxy(target, {
      get(object, name, receiver) {
        const value: unknown = Reflect.get(object, name, receiver);
        const full = path === "" ? String(name) : `${path}.${String(name)}`;
        if (typeof value === "function") {
          return (...args: unknown[]) => {
            calls.push(full);
            return Reflect.apply(value, object, args);
          };
        }
        return typeof value === "object" && value !== null ? watch(value, full) : value;
      },
    });
  return { store: watch(store, ""), calls };
}
