import { StanceGraphError } from "../../domain/error.ts";
import { placeFlags } from "../asking.ts";
import type { Effects } from "../effects.ts";
import { type ExitCode, exitCodeOf, exitCodes, UsageError } from "../exit.ts";
import { readText } from "../file.ts";
import { option, optional, text } from "../flag.ts";
import { pathOf } from "../flags.ts";
import { type AnswerError, troubleOf } from "../graph.ts";
import { operationOf, withoutTypes } from "../operation.ts";
import { graphAt } from "../place.ts";
import { verb } from "../verb.ts";

export const query = verb({
  arguments: { document: optional('The GraphQL document; "-" or nothing reads it from standard input.') },
  flags: {
    file: option("<file>", "Read the document from a file.", text),
    variables: option("<json>", "Its variables, as a JSON object.", objectIn),
    operation: option("<name>", "Which operation of the document to run, where it has several.", text),
    ...placeFlags,
  },
  notes: `Writes the answer as JSON, errors and all, as the API gives it; ends by the first of its errors.
The database here is only read: change it with "stancegraph import", or over --url with a key.`,
  examples: [
    ["stancegraph query '{ dataset { counts { actors stances } } }'", "Asks the database here."],
    [
      `stancegraph query 'query($id: ID!) { actor(by: {id: $id}) { name } }' --variables '{"id": "actor:iraq"}'`,
      "With a variable.",
    ],
  ],
  run: async (input, effects) => {
    const { type, source } = operationOf(await documentOf(input, effects), input.operation);
    if (type === "subscription") throw new UsageError(streamed);
    if (type === "mutation" && input.url === null) throw new StanceGraphError("forbidden", onlyRead);
    const request = {
      query: source,
      variables: input.variables ?? {},
      operationName: input.operation,
    };
    const graph = await graphAt(input, effects);
    try {
      const { errors, ...answer } = await graph.request(request);
      const { data, refusals } = withoutTypes(answer.data);
      await effects.stdout.write(
        `${JSON.stringify({ ...(errors && { errors: errors.map(shown) }), ...(data !== undefined && { data }) }, null, 2)}\n`,
      );
      for (const { message } of errors ?? []) await effects.stderr.write(`stancegraph: ${message}\n`);
      for (const { field, type, message } of refusals)
        await effects.stderr.write(`stancegraph: ${field}: ${message ?? type}\n`);
      if (errors?.[0] !== undefined) return codeOf(errors[0]);
      return refusals[0] === undefined ? exitCodes.ok : (codeOfType[refusals[0].type] ?? exitCodes.rejected);
    } finally {
      graph.close();
    }
  },
});

const onlyRead =
  "query only reads the database here; change it with `stancegraph import`, or ask a server with --url and a key of `stancegraph keys create`.";

const streamed = `A subscription is streamed over server-sent events, which query does not follow; ask a server with
  curl -N -H 'accept: text/event-stream' -H 'content-type: application/json' http://127.0.0.1:4000/graphql -d '{"query": "subscription { … }"}'`;

async function documentOf(
  { document, file }: { document: string | null; file: string | null },
  effects: Effects,
): Promise<string> {
  if (document !== null && file !== null)
    throw new UsageError("Give the document itself or --file, not both.");
  if (file !== null) return readText(pathOf(effects, file));
  return document === null || document === "-" ? effects.stdin() : document;
}

function objectIn(given: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(given);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new UsageError(`"${given}" is no JSON object; write one, as in '{"id": "actor:iraq"}'.`);
}

function shown({ message, path, extensions }: AnswerError): object {
  return {
    message,
    ...(path && { path }),
    ...(extensions && Object.keys(extensions).length > 0 && { extensions }),
  };
}

/** Troubles that come as data; any other is a rejection. */
const codeOfType: Readonly<Record<string, ExitCode>> = {
  ForbiddenError: exitCodes.forbidden,
  NotFoundError: exitCodes.notFound,
};

/** The command line was fine; what is wrong with a document is wrong with the input. */
function codeOf(error: AnswerError): ExitCode {
  const trouble = troubleOf(error);
  return trouble instanceof UsageError ? exitCodes.rejected : exitCodeOf(trouble);
}
