import { passageOf } from "../../domain/document.ts";
import { evidenceTable } from "../../store/tables.ts";
import { referToDocument } from "../references.ts";
import { DocumentRef, EvidenceRef, NodeRef, PassageRef, StanceRef } from "../refs.ts";

EvidenceRef.implement({
  description:
    "A quotation at a place in a document. The document's text from `start` to `end` is the quote, letter by letter.",
  interfaces: [NodeRef],
  extensions: { table: evidenceTable },
  fields: (t) => ({
    document: t.field({
      type: DocumentRef,
      description: "The document quoted.",
      resolve: ({ document }, _args, { load }) => referToDocument(load.documents, document),
    }),
    start: t.exposeInt("start", {
      description: "Where the quote begins: UTF-16 code units from the start of the stored text, from 0.",
    }),
    end: t.exposeInt("end", { description: "Where the quote ends: the first UTF-16 code unit after it." }),
    quote: t.exposeString("quote", { description: "The exact words." }),
    prefix: t.exposeString("prefix", { description: "The words right before, 32 characters at most." }),
    suffix: t.exposeString("suffix", { description: "The words right after, 32 characters at most." }),
    passage: t.field({
      type: PassageRef,
      description: "The quote with the words around it, 400 UTF-16 code units at most on either side.",
      complexity: 10,
      resolve: ({ document, start, end, quote }, _args, { store }) => {
        const text = store.documents.text(document);
        return text === null ? { start, text: quote } : passageOf(text, { start, end });
      },
    }),
    sha256: t.exposeString("sha256", { description: "SHA-256 of the quote's UTF-8 bytes, 64 hex digits." }),
    stances: t.field({
      type: [StanceRef],
      description: "The stances that rest on it, whatever their status.",
      resolve: ({ id }, _args, { store }) => store.stances.ofEvidence(id),
    }),
  }),
});

PassageRef.implement({
  description: "A piece of a document's text.",
  fields: (t) => ({
    start: t.exposeInt("start", {
      description: "Where it begins: UTF-16 code units from the start of the stored text, from 0.",
    }),
    text: t.exposeString("text", { description: "Its words, as they stand there." }),
  }),
});
