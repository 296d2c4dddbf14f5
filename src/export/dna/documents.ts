import type { Document } from "../../domain/document.ts";
import type { DocumentId } from "../../domain/id.ts";
import { codingItems } from "../coding-items.ts";
import type { Source } from "../source.ts";
import { differences, numbered, shortened } from "./coded.ts";
import type { Sheet } from "./sheet.ts";

/** A document on its way to DNA: its number there, its text, and its time. */
export interface DnaDocument {
  readonly number: number;
  /** Null: the graph has none, and one is written of what its statements say. */
  readonly text: string | null;
}

export function numberedDocuments(source: Source): ReadonlyMap<DocumentId, DnaDocument> {
  const documents = [...source.documents()].reverse();
  const numbers = numbered(documents, ({ id }) => {
    const wanted = source.look.attributes(id)["DNA id"];
    return typeof wanted === "number" ? wanted : null;
  });
  return new Map(
    documents.map((document) => [
      document.id,
      { number: numbers.get(document) as number, text: source.look.text(document.id) },
    ]),
  );
}

interface Adding {
  readonly numbers: ReadonlyMap<DocumentId, DnaDocument>;
  /** The texts written for documents that have none. */
  readonly written: ReadonlyMap<DocumentId, string>;
  readonly coderOf: (name: unknown) => number | null;
  readonly coderNames: ReadonlyMap<number, string>;
}

/** Writes the documents; what DNA has no column for stands in its settings. */
export function addDocuments(
  sheet: Sheet,
  source: Source,
  { numbers, written, coderOf, coderNames }: Adding,
): void {
  const items = new Map(
    [...codingItems.document(source)].map((item) => [item.id as DocumentId, item] as const),
  );
  for (const [id, { number, text }] of numbers) {
    const { id: _, ...item } = items.get(id) as Record<string, unknown>;
    const document = source.look.document(id);
    const attributes = source.look.attributes(id);
    const textual = (name: string) =>
      typeof attributes[name] === "string" ? (attributes[name] as string) : "";
    const time = /^\d\d:\d\d:\d\d$/.test(textual("time")) ? textual("time") : "00:00:00";
    const day = dayOf(document);
    const row = {
      ID: number,
      Title: shortened(document.title),
      Text: text ?? written.get(id) ?? "",
      Coder: coderOf(attributes.coder) ?? 1,
      Author: shortened(document.author ?? ""),
      Source: shortened(document.publisher ?? ""),
      Section: shortened(textual("section")),
      Notes: textual("notes"),
      Type: shortened(textual("type")),
      Date: Date.parse(`${day}T${time}Z`) / 1000,
    };
    sheet.add("DOCUMENTS", row);
    const further = differences(
      { language: "en", ...item },
      {
        title: row.Title,
        text: row.Text,
        author: row.Author,
        publisher: row.Source,
        publishedOn: day,
        language: "en",
        attributes: {
          section: row.Section,
          type: row.Type,
          notes: row.Notes,
          ...(time !== "00:00:00" && { time }),
          coder: coderNames.get(row.Coder),
          annotations: attributes.annotations,
          "DNA id": number,
        },
      },
    );
    if (Object.keys(further).length > 0) sheet.set(`stancegraph document ${number}`, JSON.stringify(further));
  }
}

/** DNA asks for a day of every document: the earliest that its date can mean; without a date the first of 1970. */
function dayOf({ publishedOn }: Document): string {
  const day = publishedOn?.earliest ?? "1970-01-01";
  return day < "0100" ? "1970-01-01" : day;
}
