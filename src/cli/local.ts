import type { GraphQLError } from "graphql";
import { inPlainWords, openForReading } from "./database.ts";
import type { Effects } from "./effects.ts";
import type { AnswerError, Graph } from "./graph.ts";

/** The graph of a database here, to read: it is changed by `import`, or by who has a key at a server. */
export async function localGraph(db: string, effects: Effects): Promise<Graph> {
  const store = openForReading(db, effects);
  try {
    const [{ graphql }, { schema }, { contextOf }] = await Promise.all([
      import("graphql"),
      import("../graphql/schema.ts"),
      import("../graphql/context.ts"),
    ]);
    return {
      async request({ query: source, variables: variableValues, operationName }) {
        const contextValue = contextOf({ store, who: effects.user, scope: "read", limits: unlimited });
        const { data, errors } = await graphql({
          schema,
          source,
          contextValue,
          variableValues,
          operationName,
        });
        return { data, ...(errors && { errors: errors.map((error) => answerErrorOf(error, store.path)) }) };
      },
      close: () => store.close(),
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Nobody else waits for a database of one's own. */
const unlimited = { maxComplexity: Number.MAX_SAFE_INTEGER, maxDepth: 1000 };

function answerErrorOf({ message, path, extensions, originalError }: GraphQLError, db: string): AnswerError {
  return { message, path, extensions, originalError: inPlainWords(originalError, db) as Error | null };
}
