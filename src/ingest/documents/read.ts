import { StanceGraphError } from "../../domain/error.ts";
import { type FoundDocument, readerOf } from "./index.ts";

/** In UTF-16 code units: more than any book. What is longer is a collection, or was made to take memory. */
const maxLength = 10_000_000;

/** The documents in a file, read as its name's ending tells; throws what is wrong with it. */
export async function documentsIn(bytes: Uint8Array, name: string): Promise<readonly FoundDocument[]> {
  const documents = (await readerOf(name)?.read(bytes, name)) ?? [];
  if (documents.length === 0) throw new StanceGraphError("invalid", "There is no document in it.");
  for (const { text } of documents) check(text);
  return documents;
}

function check(text: string): void {
  if (text.length > maxLength)
    throw new StanceGraphError(
      "invalid",
      `A text in it is ${(text.length / 1e6).toFixed(1)} million characters long, more than ${maxLength / 1e6}; split it.`,
    );
  if (text.includes("\0"))
    throw new StanceGraphError("invalid", "It holds NUL characters, as no text does; it is not read.");
  if (!/\S/.test(text)) throw new StanceGraphError("invalid", "There is no text in it.");
}
