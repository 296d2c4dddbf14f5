import { documentId } from "../../domain/document.ts";
import { parseEdtf } from "../../domain/edtf.ts";
import { StanceGraphError } from "../../domain/error.ts";
import { sha256 } from "../../domain/id.ts";
import type { CodingDocument } from "../coding.ts";
import type { Desk, Recorded } from "../desk.ts";
import { at } from "../problems.ts";

/** Records a document once, its text untouched. */
export function recordDocument(desk: Desk, item: CodingDocument): Recorded {
  const text = textOf(desk, item);
  const {
    title,
    publisher = null,
    author = null,
    url = null,
    language,
    dateNote = null,
    licence = null,
  } = item;
  const id = documentId({ text, title, publisher, url });
  // Named before its date is read, so that a wrong date is the only problem told.
  desk.nameDocument(item.id, id, text);
  const publishedOn =
    item.publishedOn === undefined ? null : at("publishedOn", () => parseEdtf(item.publishedOn as string));
  if (desk.store.documents.get(id) !== null) return { id, outcome: "PRESENT" };
  desk.store.documents.add(
    {
      id,
      title,
      sha256: text === null ? null : sha256(text),
      publisher,
      author,
      url,
      language,
      publishedOn,
      dateNote,
      licence,
      independenceGroup: item.independenceGroup ?? id,
      recordedAt: desk.options.at,
    },
    text,
  );
  return { id, outcome: "ADDED" };
}

function textOf(desk: Desk, { text, file }: CodingDocument): string | null {
  if (text !== undefined && file !== undefined) {
    throw new StanceGraphError("invalid", "Give the text or a file, not both.", ["file"]);
  }
  if (file !== undefined) return at("file", () => desk.options.readText(file));
  return text ?? null;
}
