import { AuditEntryRef } from "../refs.ts";

AuditEntryRef.implement({
  description:
    "One change to the graph: who did what when, and why. Changes are never taken from the record.",
  fields: (t) => ({
    revision: t.exposeInt("revision", {
      description: "The revision of the graph that the change made, from 1.",
    }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
    who: t.exposeString("who", { description: "Who: the name of a key, or of a user of the command line." }),
    why: t.exposeString("why", {
      nullable: true,
      description: "Why, in their words; null when they gave no reason.",
    }),
    action: t.exposeString("action", { description: "What was done, as in stance.record." }),
    subject: t.exposeString("subject", {
      nullable: true,
      description: "The id of the thing changed, or the files imported; null when it is not one thing.",
    }),
  }),
});
