import { FuzzyDateRef } from "../refs.ts";

FuzzyDateRef.implement({
  description: "A date as far as it is known: as its source gives it, with the days it can mean.",
  fields: (t) => ({
    edtf: t.field({ type: "EDTF", description: "The date in EDTF.", resolve: (date) => date }),
    earliest: t.expose("earliest", {
      type: "Date",
      description: "The first day it can mean; 0001-01-01 when open.",
    }),
    latest: t.expose("latest", {
      type: "Date",
      description: "The last day it can mean; 9999-12-31 when open.",
    }),
  }),
});
