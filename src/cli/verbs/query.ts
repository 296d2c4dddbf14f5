import { placeFlags } from "../asking.ts";
import type { Effects } from "../effects.ts";
import { exitCodeOf, exitCodes, UsageError } from "../exit.ts";
import { readText } from "../file.ts";
import { option, optional, text } from "../flag.ts";
import { pathOf } from "../flags.ts";
import { type AnswerError, troubleOf } from "../graph.ts";
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
  notes:
    "Writes the answer as JSON, errors and all, as the API gives it. Over --url changes are possible with a key.",
  examples: [
    ["stancegraph query '{ dataset { counts { actors stances } } }'", "Asks the database here."],
    [
      `stancegraph query 'query($id: ID!) { actor(by: {id: $id}) { name } }' --variables '{"id": "actor:iraq"}'`,
      "With a variable.",
    ],
  ],
  run: async (input, effects) => {
    const request = {
      query: await documentOf(input, effects),
      variables: input.variables ?? {},
      operationName: input.operation,
    };
    const graph = await graphAt(input, effects);
    try {
      const { data, errors } = await graph.request(request);
      await effects.stdout.write(
        `${JSON.stringify({ ...(errors && { errors: errors.map(shown) }), ...(data !== undefined && { data }) }, null, 2)}\n`,
      );
      for (const { message } of errors ?? []) await effects.stderr.write(`stancegraph: ${message}\n`);
      return errors?.[0] === undefined ? exitCodes.ok : codeOf(errors[0]);
    } finally {
      graph.close();
    }
  },
});

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

/** The command line was fine; what is wrong with a document is wrong with the input. */
function codeOf(error: AnswerError): ReturnType<typeof exitCodeOf> {
  const trouble = troubleOf(error);
  return trouble instanceof UsageError ? exitCodes.rejected : exitCodeOf(trouble);
}
