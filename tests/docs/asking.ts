import { graphql } from "graphql";
import { contextOf } from "../../src/graphql/context.ts";
import { schema } from "../../src/graphql/schema.ts";
import type { Store } from "../../src/store/open.ts";

/** Asks in GraphQL; the answer's shape is the asker's word. */
export type Ask = <Answer>(source: string) => Promise<Answer>;

/** Asks a graph as its own user may: without limits. */
export function asking(store: Store): Ask {
  const limits = { maxComplexity: Number.MAX_SAFE_INTEGER, maxDepth: 1000 };
  return async <Answer>(source: string) => {
    const contextValue = contextOf({ store, who: "reader", scope: "read", limits });
    const { data, errors } = await graphql({ schema, source, contextValue });
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join("\n"));
    return data as Answer;
  };
}
