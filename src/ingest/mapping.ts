import { z } from "zod";
import { type Problem, RejectedError, StanceGraphError } from "../domain/error.ts";
import { directions } from "../domain/stance.ts";
import { annotationShape } from "./annotated/shape.ts";
import { parseYaml } from "./formats/yaml.ts";
import { shapeProblems } from "./problems.ts";
import type { Source } from "./source.ts";
import { tableShape } from "./table/shape.ts";

const name = z.string().min(1).max(200);

/** How the variables of a DNA database are read. */
const dnaMapping = z
  .strictObject({
    holder: name.optional().describe("The variable whose entities hold stances; organization when left out."),
    speaker: name.optional().describe("The variable of who speaks for them; person when left out."),
    issue: name.optional().describe("The variable of what it is about; concept when left out."),
    qualifier: name
      .optional()
      .describe(
        "The variable that tells the side: a boolean, a number by its sign, or a text by `values`; agreement when left out, else the only boolean or number of a statement type.",
      ),
    values: z
      .record(z.string(), z.enum(directions))
      .optional()
      .describe("Directions by the texts of the qualifier."),
    language: name.optional().describe("BCP 47 tag of the documents' language; en when left out."),
  })
  .default({});

export type DnaMapping = z.infer<typeof dnaMapping>;

/** A mapping file: how the columns of a table, marked passages, or the variables of a DNA database are read. */
export const mapping = z.strictObject({
  "stancegraph-mapping": z.literal(1),
  dna: dnaMapping,
  table: tableShape.optional(),
  annotations: annotationShape.optional(),
});
export type Mapping = z.infer<typeof mapping>;

/** The mapping that goes with a source; null: there is none. Everything that is wrong with it is told at once. */
export function mappingOf({ mapping: file }: Source): Mapping | null {
  if (file === undefined) return null;
  const { document, lineOf } = parseYaml(file.text());
  const problems = document.errors.map(({ message, linePos }): Problem => {
    const line = linePos?.[0].line ?? null;
    return { file: file.name, line, field: "", message: `${message.split("\n")[0] ?? ""}.` };
  });
  if (problems.length > 0) throw new RejectedError(problems);
  const parsed = mapping.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw new RejectedError(
    shapeProblems(parsed.error).map(({ path, message }) => ({
      file: file.name,
      line: lineOf(path),
      field: path.join("."),
      message,
    })),
  );
}

/** What is wrong with a section of a mapping for what it is to read is told at its place in the mapping file. */
export function inMapping<T>(source: Source, section: "table" | "annotations", read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof StanceGraphError) || source.mapping === undefined) throw error;
    const { name: file, text } = source.mapping;
    const path = [section, ...error.path];
    const line = parseYaml(text()).lineOf(path);
    throw new RejectedError([{ file, line, field: path.join("."), message: error.message }]);
  }
}
