import { documentTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import { documentBy, orNull } from "../by.ts";
import { connectionOf } from "../connection.ts";
import { DocumentByInput } from "../inputs.ts";
import { wholeText } from "../limits.ts";
import { searched } from "../narrowed.ts";
import { orderInput, termsOf } from "../order.ts";
import {
  DocumentConnection,
  DocumentRef,
  EvidenceRef,
  FuzzyDateRef,
  NodeRef,
  StanceConnection,
  StanceRef,
} from "../refs.ts";
import { stanceArgs, stanceList } from "../stance-lists.ts";
import { whereInput } from "../where.ts";

DocumentRef.implement({
  description: "A text with its publisher, date, URL and SHA-256.",
  interfaces: [NodeRef],
  extensions: { table: documentTable },
  fields: (t) => ({
    title: t.exposeString("title", { description: "Its title." }),
    text: t.string({
      nullable: true,
      description:
        "The whole text as it was stored; offsets of evidence count its UTF-16 code units. Null where only its existence is recorded.",
      complexity: wholeText,
      resolve: ({ id }, _args, { store }) => store.documents.text(id),
    }),
    sha256: t.exposeString("sha256", {
      nullable: true,
      description: "SHA-256 of the text's UTF-8 bytes, 64 hex digits; null without a text.",
    }),
    publisher: t.exposeString("publisher", {
      nullable: true,
      description: "Who published it; null when unknown.",
    }),
    author: t.exposeString("author", { nullable: true, description: "Who wrote it; null when unknown." }),
    url: t.exposeString("url", {
      nullable: true,
      description: "Where it was published; null when nowhere known.",
    }),
    language: t.exposeString("language", { description: "BCP 47 tag of its language, as in en." }),
    publishedOn: t.expose("publishedOn", {
      type: FuzzyDateRef,
      nullable: true,
      description: "When it was published; null when unknown.",
    }),
    dateNote: t.exposeString("dateNote", {
      nullable: true,
      description: "How the date was inferred; null when the text states it.",
    }),
    licence: t.exposeString("licence", {
      nullable: true,
      description: "The licence of its text; null when unknown.",
    }),
    independenceGroup: t.exposeString("independenceGroup", {
      description:
        "Shared by documents that reprint one report, which count as one source; its own id otherwise.",
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When we recorded it." }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "Every quote from it, in the order of the text.",
      complexity: { field: 1, multiplier: 20 },
      resolve: ({ id }, _args, { store }) => store.documents.evidenceOf(id),
    }),
    stances: t.connection(
      {
        type: StanceRef,
        description: "The stances found in it.",
        args: stanceArgs,
        resolve: ({ id }, args, context) => stanceList(context, args, { document: { eq: id } }),
      },
      StanceConnection,
    ),
  }),
});

const DocumentOrder = orderInput("Document", {
  PUBLISHED_ON: "By the last day on which it can have been published; undated ones as the oldest.",
  TITLE: "By title.",
  RECORDED_AT: "By when we recorded it.",
});

builder.queryFields((t) => ({
  document: t.field({
    type: DocumentRef,
    nullable: true,
    description: "One document; null when there is none such.",
    args: { by: t.arg({ type: DocumentByInput, required: true, description: "Which one." }) },
    resolve: (_root, { by }, context) => orNull(() => documentBy(context, by)),
  }),
  documents: t.connection(
    {
      type: DocumentRef,
      description: "The texts.",
      args: {
        where: t.arg({ type: whereInput(documentTable), description: "Which ones; all when left out." }),
        search: t.arg.string({
          description: "Words in title or text: each must occur, the last one may be a beginning.",
        }),
        orderBy: t.arg({
          type: [DocumentOrder],
          description: "In which order; the newest first when left out.",
        }),
      },
      resolve: (_root, args, context) => {
        const { store, load } = context;
        const where = searched(args.where, args.search);
        const page = store.documents.page({ ...args, where, orderBy: termsOf(args.orderBy) });
        for (const document of page.items) load.documents.keep(document.id, document);
        return connectionOf(page, () => store.documents.count(where));
      },
    },
    DocumentConnection,
  ),
}));
