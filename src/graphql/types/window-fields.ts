import type { ObjectFieldBuilder } from "@pothos/core";
import type { Window } from "../../analysis/network/windows.ts";
import type { builder } from "../builder.ts";
import { dayOf } from "../network-question.ts";

type TypesOf<Builder> = Builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

/** Of when a window is. */
export function windowFields<Shape extends Window>(t: ObjectFieldBuilder<TypesOf<typeof builder>, Shape>) {
  return {
    from: t.field({ type: "Date", description: "Its first day.", resolve: ({ from }) => dayOf(from) }),
    middle: t.field({
      type: "Date",
      description: "The day it is around.",
      resolve: ({ middle }) => dayOf(middle),
    }),
    to: t.field({ type: "Date", description: "Its last day.", resolve: ({ until }) => dayOf(until) }),
  };
}
