import type { GraphQLError } from "graphql";
import { type ErrorCode, errorCodes, StanceGraphError } from "../domain/error.ts";
import type { Effects } from "./effects.ts";
import { UsageError } from "./exit.ts";

/** Where a question goes: a database here, or a server. */
export interface Place {
  readonly db: string;
  readonly url: string | null;
  readonly key: string | null;
}

export interface Request {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
}

/** An answer as GraphQL gives it: data, errors, or some of both. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  /** What was thrown, where it was thrown here. */
  readonly originalError?: Error | null | undefined;
}

/** A graph that answers GraphQL. Close it when done. */
export interface Graph {
  readonly request: (request: Request) => Promise<Answer>;
  readonly close: () => void;
}

/** The graph of a server where a URL is given, else that of the database. */
export async function graphAt(place: Place, effects: Effects): Promise<Graph> {
  return place.url === null
    ? localGraph(place.db, effects)
    : (await import("./remote.ts")).remoteGraph(place.url, place.key);
}

/** The data of an answer that must have no errors. */
export async function ask<Data>(graph: Graph, request: Request): Promise<Data> {
  const { data, errors = [] } = await graph.request(request);
  const [first] = errors;
  if (first !== undefined) throw troubleOf(first);
  return data as Data;
}

/** What an error of an answer is for us; one without a path is about what was put into the request. */
export function troubleOf({ message, path, extensions = {}, originalError }: AnswerError): Error {
  if (originalError instanceof StanceGraphError) return originalError;
  const { code, requestId } = extensions;
  const known = errorCodes.find((each) => each.toUpperCase() === code) ?? ofServer[String(code)];
  if (known !== undefined) {
    return new StanceGraphError(
      known,
      requestId === undefined ? message : `${message} (request ${requestId})`,
    );
  }
  return path === undefined ? new UsageError(plain(message)) : (originalError ?? new Error(message));
}

/** Codes that only a server gives. */
const ofServer: Readonly<Record<string, ErrorCode>> = {
  UNAUTHENTICATED: "forbidden",
  INTERNAL: "unavailable",
};

/** `--where: Field "foo" is not defined by type "ActorWhere".` of what GraphQL says of a variable. */
function plain(message: string): string {
  return message.replace(/^Variable "\$(\w+)" got invalid value .*?; /s, "--$1: ");
}

async function localGraph(db: string, effects: Effects): Promise<Graph> {
  const { openForReading } = await import("./database.ts");
  const store = openForReading(db, effects);
  try {
    const [{ graphql }, { schema }, { contextOf }] = await Promise.all([
      import("graphql"),
      import("../graphql/schema.ts"),
      import("../graphql/context.ts"),
    ]);
    return {
      async request({ query: source, variables: variableValues, operationName }) {
        const contextValue = contextOf({ store, who: effects.user, scope: "admin", limits: unlimited });
        const { data, errors } = await graphql({
          schema,
          source,
          contextValue,
          variableValues,
          operationName,
        });
        return { data, ...(errors && { errors: errors.map(answerErrorOf) }) };
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

function answerErrorOf({ message, path, extensions, originalError }: GraphQLError): AnswerError {
  return { message, path, extensions, originalError };
}
