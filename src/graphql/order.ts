import type { OrderTerm } from "../store/page.ts";
import { builder } from "./builder.ts";
import { enumOf } from "./enums.ts";

const OrderDirection = enumOf("OrderDirection", "Which end of an order comes first.", ["ASC", "DESC"], {
  ASC: "From the least, the first letter, the oldest.",
  DESC: "From the greatest, the last letter, the newest.",
});

/** `ActorOrder {field, direction}`, with an enum of what the concept can be ordered by. */
export function orderInput<F extends string>(concept: string, meanings: Readonly<Record<F, string>>) {
  const fields = Object.keys(meanings) as F[];
  const Field = enumOf(
    `${concept}OrderField`,
    `By what a list of this kind can be ordered.`,
    fields,
    meanings,
  );
  return builder.inputType(`${concept}Order`, {
    description: "A key of an order; the id breaks ties.",
    fields: (t) => ({
      field: t.field({ type: Field, required: true, description: "By what." }),
      direction: t.field({
        type: OrderDirection,
        required: true,
        defaultValue: "ASC",
        description: "Which end comes first; ASC when left out.",
      }),
    }),
  });
}

/** The order as the store takes it; null for its own. */
export function termsOf(
  asked: readonly { readonly field: string; readonly direction: string }[] | null | undefined,
): readonly OrderTerm[] | null {
  return asked?.map(({ field, direction }) => ({ field, descending: direction === "DESC" })) ?? null;
}
