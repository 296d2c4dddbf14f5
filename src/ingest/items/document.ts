import { isDeepStrictEqual } from "node:util";
import { type Document, documentId } from "../../domain/document.ts";
import { parseEdtf } from "../../domain/edtf.ts";
import { StanceGraphError } from "../../domain/error.ts";
import { sha256 } from "../../domain/id.ts";
import type { CodingDocument } from "../coding.ts";
import type { Desk, Recorded } from "../desk.ts";
import { at } from "../problems.ts";

/** Records a document, its text untouched, or a correction of what is said of it; what is left out stays. */
export function recordDocument(desk: Desk, item: CodingDocument): Recorded {
  const { documents } = desk.store;
  const text = textOf(desk, item);
  const { title, publisher = null, url = null, language } = item;
  const id = documentId({ text, title, publisher, url, publishedOn: item.publishedOn ?? null });
  // Named before its date is read, so that a wrong date is the only problem told.
  desk.nameDocument(item, id, text);
  const known = documents.get(id);
  const document: Document = {
    id,
    title,
    sha256: text === null ? null : sha256(text),
    publisher,
    author: item.author ?? known?.author ?? null,
    url,
    language,
    publishedOn:
      item.publishedOn === undefined
        ? (known?.publishedOn ?? null)
        : at("publishedOn", () => parseEdtf(item.publishedOn as string)),
    dateNote: item.dateNote ?? known?.dateNote ?? null,
    licence: item.licence ?? known?.licence ?? null,
    independenceGroup: item.independenceGroup ?? known?.independenceGroup ?? id,
    recordedAt: known?.recordedAt ?? desk.options.at,
  };
  const further = desk.store.attributes.set(id, item.attributes);
  if (known !== null && !further && isDeepStrictEqual(known, document)) return { id, outcome: "PRESENT" };
  if (known === null) documents.add(document, text);
  else documents.change(document);
  return { id, outcome: known === null ? "ADDED" : "REVISED" };
}

function textOf(desk: Desk, { text, file }: CodingDocument): string | null {
  if (text !== undefined && file !== undefined) {
    throw new StanceGraphError("invalid", "Give the text or a file, not both.", ["file"]);
  }
  if (file !== undefined) return at("file", () => desk.options.readText(file));
  return text ?? null;
}
