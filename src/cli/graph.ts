import { type ErrorCode, errorCodes, StanceGraphError } from "../domain/error.ts";
import { UsageError } from "./exit.ts";

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
