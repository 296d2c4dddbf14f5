import { z } from "zod";
import { tableShape } from "../table/shape.ts";

const { document } = tableShape.shape;

/** How marked words are read: each is a row of a table. */
export const annotationShape = tableShape.omit({ delimiter: true, lookups: true, document: true }).extend({
  labels: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("The labels of the words that are stances; all when left out."),
  document: document
    .omit({ text: true })
    .extend({ title: document.shape.title.default("{document}") })
    .prefault({}),
});
