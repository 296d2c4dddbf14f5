import type { Document } from "../../domain/document.ts";
import { dateColumns, type Table, tableOf } from "../table.ts";

export const documents: Table = tableOf<Document>({
  name: "documents",
  summary: "The texts that quotes come from, without the texts themselves.",
  items: (source) => source.documents(),
  columns: [
    ["id", "The document's id.", ({ id }) => id],
    ["title", "Its title.", ({ title }) => title],
    ["publisher", "Who published it.", ({ publisher }) => publisher],
    ["author", "Who wrote it.", ({ author }) => author],
    ["url", "Where it was published.", ({ url }) => url],
    ["language", "BCP 47 tag of its language.", ({ language }) => language],
    ...dateColumns<Document>("publishedOn", "When it was published.", ({ publishedOn }) => publishedOn),
    ["dateNote", "How the date was inferred.", ({ dateNote }) => dateNote],
    ["licence", "The licence of its text.", ({ licence }) => licence],
    [
      "independenceGroup",
      "Shared by documents that reprint one report.",
      ({ independenceGroup }) => independenceGroup,
    ],
    ["sha256", "SHA-256 of the text, hex.", (document) => document.sha256],
    ["recordedAt", "When it was recorded, UTC.", ({ recordedAt }) => recordedAt],
  ],
});
