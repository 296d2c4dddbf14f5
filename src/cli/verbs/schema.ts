import { exitCodes, UsageError } from "../exit.ts";
import { readText, saveFile } from "../file.ts";
import { option, text, toggle } from "../flag.ts";
import { pathOf } from "../flags.ts";
import { verb } from "../verb.ts";

export const schema = verb({
  arguments: {},
  flags: {
    write: option("<file>", "Write it into a file.", text),
    check: option("<file>", "Compare it with a file; ends with 8 when they differ.", text),
    jsonSchema: toggle("The JSON Schema of coding files instead, for editors."),
  },
  examples: [
    ["stancegraph schema", "Prints the GraphQL schema that the API serves."],
    ["stancegraph schema --check schema/schema.graphql", "Tells whether a copy is current."],
    ["stancegraph schema --json-schema", "Prints the JSON Schema of coding files."],
  ],
  run: async ({ write, check, jsonSchema }, effects) => {
    if (write !== null && check !== null) throw new UsageError("Choose --write or --check.");
    const current = jsonSchema ? await codingSchema() : await apiSchema();
    if (check !== null) {
      if (readText(pathOf(effects, check)) === current) return exitCodes.ok;
      await effects.stderr.write(
        `${check} is not the schema that is served; write it anew with \`stancegraph schema --write ${check}\`.\n`,
      );
      return exitCodes.verification;
    }
    if (write === null) await effects.stdout.write(current);
    else saveFile(pathOf(effects, write), [current]);
    return exitCodes.ok;
  },
});

async function apiSchema(): Promise<string> {
  const { printedSchema } = await import("../../graphql/print.ts");
  return printedSchema();
}

async function codingSchema(): Promise<string> {
  const { codingJsonSchema } = await import("../../ingest/coding.ts");
  return `${JSON.stringify(codingJsonSchema(), null, 2)}\n`;
}
