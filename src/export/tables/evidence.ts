import type { Evidence } from "../../domain/document.ts";
import { type Table, tableOf } from "../table.ts";

export const evidence: Table = tableOf<Evidence>({
  name: "evidence",
  summary: "Quotations with their places in the texts.",
  items: (source) => source.evidence(),
  columns: [
    ["id", "The evidence's id.", ({ id }) => id],
    ["document", "The document quoted, by id.", ({ document }) => document],
    ["documentTitle", "The document's title.", ({ document }, look) => look.document(document).title],
    ["start", "Where it begins, in UTF-16 code units of the text.", ({ start }) => start],
    ["end", "Where it ends, exclusive, in UTF-16 code units.", ({ end }) => end],
    ["quote", "The exact words.", ({ quote }) => quote],
    ["prefix", "Up to 32 characters before.", ({ prefix }) => prefix],
    ["suffix", "Up to 32 characters after.", ({ suffix }) => suffix],
    ["sha256", "SHA-256 of the quote, hex.", (each) => each.sha256],
  ],
});
