import { RejectedError } from "../../domain/error.ts";
import type { DnaBase } from "./base.ts";

type Item = Readonly<Record<string, unknown>>;

/**
 * What an export of ours has put beside DNA's tables, in its settings: the fields in which a thing of the graph differs
 * from what DNA's tables say of it.
 */
export interface Beside {
  /** An item with these fields; null: there is to be none. */
  readonly applied: (name: string, item: Item) => Item | null;
  readonly items: (
    kind: "relation" | "event",
  ) => readonly { readonly name: string; readonly item: unknown }[];
  /** The id that is told of a thing; null: none is. */
  readonly idOf: (name: string) => string | null;
}

const prefix = "stancegraph ";

export function besideOf({ settings }: Pick<DnaBase, "settings">, file: string): Beside {
  const own = new Map(
    Object.entries(settings)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, text]) => [name.slice(prefix.length), parsedJson(text, `SETTINGS ${name}`, file)]),
  );
  return {
    idOf: (name) => ((own.get(name) as Item | null | undefined)?.id as string | undefined) ?? null,
    applied(name, item) {
      const further = own.get(name);
      if (further === undefined) return item;
      return further === null ? null : withFields(item, further as Item);
    },
    items: (kind) =>
      [...own]
        .filter(([name]) => name.startsWith(`${kind} `))
        .map(([name, item]) => ({ name: `SETTINGS ${prefix}${name}`, item })),
  };
}

/** An item with other fields; those that are null are left out. */
export function withFields(item: Item, further: Item): Item {
  return Object.fromEntries(Object.entries({ ...item, ...further }).filter(([, value]) => value !== null));
}

export function parsedJson(text: string, field: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = "This was written by stancegraph as JSON and is none any more; restore it, or delete it.";
    throw new RejectedError([{ file, line: null, field, message }]);
  }
}
