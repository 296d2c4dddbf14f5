import { itemKinds } from "../../../ingest/coding.ts";
import { importFormats } from "../../../ingest/formats/index.ts";
import { type ImportReport, importSources } from "../../../ingest/import.ts";
import { textSource } from "../../../ingest/source.ts";
import { builder } from "../../builder.ts";
import { edited, editFields } from "../../edit.ts";
import { enumOf } from "../../enums.ts";

/** Those that a text can be in; others are of files. */
const formats = importFormats.filter(({ isOfFiles }) => isOfFiles !== true);
const names = formats.map(({ name }) => name.toUpperCase().replaceAll("-", "_"));

const ImportFormatEnum = enumOf(
  "ImportFormat",
  "What codings can be written in.",
  names,
  Object.fromEntries(names.map((name, index) => [name, formats[index]?.summary ?? ""])),
);

interface Imported extends ImportReport {
  readonly dryRun: boolean;
}

interface ImportCount {
  readonly kind: string;
  readonly added: number;
  readonly revised: number;
  readonly present: number;
}

const ImportCountRef = builder.objectRef<ImportCount>("ImportCount").implement({
  description: "What became of the things of one kind.",
  fields: (t) => ({
    kind: t.exposeString("kind", { description: "The kind, as in stance." }),
    added: t.exposeInt("added", { description: "How many are new." }),
    revised: t.exposeInt("revised", { description: "How many take the place of what was there." }),
    present: t.exposeInt("present", { description: "How many were there already." }),
  }),
});

const ImportPayload = builder.objectRef<Imported>("ImportPayload").implement({
  description: "What an import did, or after a dry run would have done.",
  fields: (t) => ({
    items: t.exposeInt("items", { description: "How many things the coding holds." }),
    counts: t.field({
      type: [ImportCountRef],
      description: "What became of them, by kind; kinds without any are left out.",
      resolve: countsOf,
    }),
    dryRun: t.exposeBoolean("dryRun", { description: "Whether it was undone: nothing was written." }),
  }),
});

builder.mutationField("importCoding", (t) =>
  t.fieldWithInput({
    type: ImportPayload,
    description:
      "Imports a coding: all of it or, with every problem reported, nothing. Importing again adds nothing. Documents give their text themselves, not a file. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: {
      text: t.input.string({ required: true, description: "The coding." }),
      format: t.input.field({
        type: ImportFormatEnum,
        required: true,
        description: "What it is written in.",
      }),
      ...editFields(t.input),
    },
    resolve: (_root, { input: { text, format, ...input } }, context) =>
      edited(context, input, (options) => {
        const { name } = formats[names.indexOf(format)] as (typeof formats)[number];
        const report = importSources(context.store, [textSource("input", text)], {
          ...options,
          format: name,
        });
        return { ...report, dryRun: input.dryRun };
      }),
  }),
);

function countsOf({ added, revised, present }: Imported): ImportCount[] {
  return itemKinds
    .map((kind) => ({
      kind,
      added: added[kind] ?? 0,
      revised: revised[kind] ?? 0,
      present: present[kind] ?? 0,
    }))
    .filter((count) => count.added + count.revised + count.present > 0);
}
