import { askFlags, limit } from "./asking.ts";
import { counted } from "./counts.ts";
import type { Effects } from "./effects.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { ask, type Graph } from "./graph.ts";
import { formatOf, printRows } from "./output.ts";
import { graphAt } from "./place.ts";
import type { Column, Row } from "./row.ts";
import { type Arguments, type Example, type Flags, type InputOf, type Verb, verb } from "./verb.ts";

type Variables = Readonly<Record<string, unknown>>;

interface Reading<A extends Arguments, F extends Flags> {
  readonly arguments: A;
  readonly flags: F;
  readonly examples: readonly Example[];
  readonly notes?: string;
  /** What it asks, in GraphQL. */
  readonly document: string;
  readonly variables: (input: InputOf<A, F>, graph: Graph) => Variables | Promise<Variables>;
  /** What the table shows instead of the rows, where rows alone would be hard to read. */
  readonly asTable?: (rows: readonly Row[]) => Shown;
  /** What it writes. Scripts rely on it: names and places stay, new columns come last. */
  readonly columns: readonly Column[];
}

/** Rows made for the eye, and what people should know of them. */
export interface Shown {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly note?: string;
}

/** A page of a list of the API. */
export interface Connection<Item> {
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface List<Data, Item> {
  readonly list: (data: Data) => Connection<Item>;
  readonly row: (item: Item) => Row;
}

/** A verb that writes a list, page after page until the limit. Its document takes $first and $after. */
export function listVerb<Data, Item, A extends Arguments, F extends Flags>(
  reading: Reading<A, F> & List<Data, Item>,
): Verb {
  return readVerb({ ...reading, flags: { ...reading.flags, limit } }, (graph, variables, input, effects) =>
    pagesOf(
      graph,
      { ...reading, variables, limit: (input as { readonly limit: number | null }).limit },
      effects,
    ),
  );
}

/** A verb that writes rows which come in one answer. */
export function rowsVerb<Data, A extends Arguments, F extends Flags>(
  reading: Reading<A, F> & { readonly rows: (data: Data) => readonly Row[] },
): Verb {
  return readVerb(reading, async function* (graph, variables) {
    yield* reading.rows(await ask<Data>(graph, { query: reading.document, variables }));
  });
}

type Rows<I> = (graph: Graph, variables: Variables, input: I, effects: Effects) => AsyncIterable<Row>;

function readVerb<A extends Arguments, F extends Flags>(
  reading: Reading<A, F>,
  rows: Rows<InputOf<A, F>>,
): Verb {
  const { columns, variables, asTable } = reading;
  const run = async (
    input: InputOf<A, F> & InputOf<A, typeof askFlags>,
    effects: Effects,
  ): Promise<ExitCode> => {
    const format = formatOf(input);
    const graph = await graphAt(input, effects);
    try {
      let count = 0;
      const found = told(rows(graph, await variables(input, graph), input, effects), () => {
        count += 1;
      });
      if (format === "table" && asTable !== undefined) await show(asTable(await collected(found)), effects);
      else await printRows({ columns, rows: found, format }, effects);
      const { at } = input as { readonly at?: string | null };
      if (count === 0 && typeof at === "string")
        await effects.stderr.write(`Stances dated after ${at} are not counted, nor undated ones.\n`);
      return exitCodes.ok;
    } finally {
      graph.close();
    }
  };
  return verb<A, F & typeof askFlags>({
    ...reading,
    flags: { ...reading.flags, ...askFlags },
    notes: [reading.notes, columnNotes(columns)].filter((note) => note !== undefined).join("\n\n"),
    run: run as unknown as Parameters<typeof verb<A, F & typeof askFlags>>[0]["run"],
  });
}

/** The same rows, each told of as it passes. */
async function* told(rows: AsyncIterable<Row>, onRow: () => void): AsyncGenerator<Row> {
  for await (const row of rows) {
    onRow();
    yield row;
  }
}

async function show({ columns, rows, note }: Shown, effects: Effects): Promise<void> {
  await printRows({ columns, rows, format: "table" }, effects);
  if (note !== undefined) await effects.stderr.write(`${note}\n`);
}

async function collected(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const pageSize = 100;

async function* pagesOf<Data, Item>(
  graph: Graph,
  {
    document,
    variables,
    limit,
    list,
    row,
  }: List<Data, Item> & { document: string; variables: Variables; limit: number | null },
  effects: Effects,
): AsyncGenerator<Row> {
  let after: string | null = null;
  let left = limit ?? Number.POSITIVE_INFINITY;
  do {
    const first = Math.min(pageSize, left);
    const page: Connection<Item> = list(
      await ask<Data>(graph, { query: document, variables: { ...variables, first, after } }),
    );
    yield* page.nodes.map(row);
    left -= page.nodes.length;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null && left > 0);
  if (after !== null)
    await effects.stderr.write(
      `Ended after ${counted(limit ?? 0, "row")}, and there are more; ask for them with --limit.\n`,
    );
}

function columnNotes(columns: readonly Column[]): string {
  const length = Math.max(...columns.map(({ name }) => name.length));
  const lines = columns.map(
    ({ name, summary, isDetail }) => `  ${name.padEnd(length)}  ${summary}${isDetail ? " *" : ""}`,
  );
  const omitted = columns.some(({ isDetail }) => isDetail)
    ? ["", "* not in the table, which has to fit a screen"]
    : [];
  return ["Columns (in JSON as they are, lists and all; elsewhere in words):", ...lines, ...omitted].join(
    "\n",
  );
}
