import type { Entry } from "../formats/format.ts";
import { coderName, type DnaBase, type Statement } from "./base.ts";
import type { Beside } from "./settings.ts";
import { remarkOf } from "./statements.ts";
import { noLine } from "./things.ts";

interface Describing {
  readonly remarks: readonly Statement[];
  readonly language: string | undefined;
  readonly beside: Beside;
}

/** The documents of a DNA database, with what else it says of them, and remarks at places in them. */
export function documentEntries(
  { documents, coders }: DnaBase,
  { remarks, language, beside }: Describing,
): readonly Entry[] {
  const names = new Map(coders.map((coder) => [coder.ID, coderName(coder)]));
  const remarksIn = Map.groupBy(remarks, ({ document }) => document);
  return documents.map((row): Entry => {
    const { ID: id, Title, Text, Author, Source, Section, Type, Notes, Date: seconds } = row;
    const instant = new Date(seconds * 1000).toISOString();
    const time = instant.slice(11, 19);
    const own = remarksIn.get(id)?.map(remarkOf) ?? [];
    const attributes = Object.entries({
      section: Section,
      type: Type,
      notes: Notes,
      time: time === "00:00:00" ? "" : time,
      coder: names.get(row.Coder) ?? "",
      "DNA id": id,
      annotations: own.length === 0 ? "" : own,
    }).filter(([, value]) => value !== "");
    return {
      kind: "document",
      field: `DOCUMENTS ${id}`,
      lineOf: noLine,
      value: beside.applied(`document ${id}`, {
        id: `DNA ${id}`,
        title: Title.trim() === "" ? `Document ${id}` : Title,
        text: Text === "" ? undefined : Text,
        author: Author === "" ? undefined : Author,
        publisher: Source === "" ? undefined : Source,
        publishedOn: instant.slice(0, 10),
        language,
        attributes: Object.fromEntries(attributes),
      }),
    };
  });
}
