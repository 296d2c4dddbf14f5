import { CoderKindEnum } from "../enums.ts";
import { CoderRef, NodeRef } from "../refs.ts";

CoderRef.implement({
  description: "Who or what coded a stance: a person, or an extractor with its version.",
  interfaces: [NodeRef],
  fields: (t) => ({
    name: t.exposeString("name", { description: "Its name." }),
    kind: t.expose("kind", { type: CoderKindEnum, description: "A person, or a program." }),
    version: t.exposeString("version", {
      nullable: true,
      description: "A program's version; null for people.",
    }),
  }),
});
