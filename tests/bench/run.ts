import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkAgreement, refusalOf, type Sides } from "./agree.ts";
import { connections } from "./ask.ts";
import { startFloor, startProduct } from "./children.ts";
import { databasesIn } from "./databases.ts";
import { type ImportResult, imported, toldImport } from "./import.ts";
import { type Options, optionsOf } from "./options.ts";
import { type BenchQuery, queries, type World } from "./queries.ts";
import { repeated, type Servers } from "./repeated.ts";
import { tableOf } from "./report.ts";
import { answerOf, floorRequest, paramsFrom, productRequest } from "./requests.ts";
import { measured, type Result } from "./rounds.ts";
import { type Start, started } from "./start.ts";
import { worldOf } from "./world.ts";

/**
 * How near the product is to the floor: the same answers, by hand-written SQL from tables made for them, over bare
 * HTTP. Both run as processes of their own and answer the same stream of requests, in turn.
 */
const tell = (sentence: string) => console.error(sentence);
const [first] = queries as [BenchQuery];

async function bench(options: Options): Promise<void> {
  const logs = mkdtempSync(join(tmpdir(), "stancegraph-bench-logs-"));
  const agent = connections(options.connections);
  const running: { end: () => Promise<void> }[] = [];
  try {
    const files = await databasesIn(options.folder, options.stances, tell);
    const floor = await startFloor(files.floor, join(logs, "floor.log"));
    running.push(floor);
    const params = paramsFrom(first, { stances: 0, actors: 20, issues: 10, cursors: [] }, 1)();
    const asked = { request: floorRequest(first.name, params), expected: undefined };
    const floorStart = await started(agent, floor, asked);
    const product = await startProduct(files.product, join(logs, "product.log"));
    running.push(product);
    const request = productRequest(first, params);
    const productStart = await started(agent, product, { request, expected: floorStart.data });
    const servers = { agent, floor, product };
    const world = await worldOf(options.stances, 60, sidesOf(servers).product);
    const results = await resultsOf(servers, world, options);
    const starts = { floor: floorStart, product: productStart };
    print(options, {
      results,
      starts,
      imported: isAsked(options, "q7") ? imported(files.coding, options.stances) : null,
    });
  } finally {
    agent.destroy();
    await Promise.all(running.map(({ end }) => end()));
    rmSync(logs, { recursive: true });
  }
}

function isAsked({ queries: names }: Options, name: string): boolean {
  return names.length === 0 || names.includes(name);
}

async function resultsOf(servers: Servers, world: World, options: Options): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const query of queries) {
    if (isAsked(options, query.name))
      results.push(...(await resultsOfQuery(servers, query, { world, options })));
  }
  if (isAsked(options, "q8"))
    results.push(...(await repeated(servers, { query: first, world, pace: options })));
  return results;
}

async function resultsOfQuery(
  servers: Servers,
  query: BenchQuery,
  { world, options }: { readonly world: World; readonly options: Options },
): Promise<readonly Result[]> {
  const sides = sidesOf(servers);
  const refusal = await refusalOf(sides, query, world);
  if (refusal !== null) {
    tell(`${query.name}, ${query.summary}, is left out: the product says “${refusal}”`);
    return [];
  }
  const times = await checkAgreement(sides, query, { world, times: options.checks });
  tell(`${query.name}, ${query.summary}: the same answer ${times} times.`);
  const paramsOf = (round: number) => paramsFrom(query, world, 1000 + round);
  const floors = query.floors.map((path) => ({
    name: path === query.name ? "floor" : `floor ${path.slice(query.name.length)}`,
    child: servers.floor,
    requests: (round: number) => {
      const next = paramsOf(round);
      return () => floorRequest(path, next());
    },
  }));
  const ours = {
    name: "product",
    child: servers.product,
    requests: (round: number) => {
      const next = paramsOf(round);
      return () => productRequest(query, next());
    },
  };
  return measured(query.name, [...floors, ours], {
    ...options,
    connections: query.connections ?? options.connections,
  });
}

function sidesOf({ agent, floor, product }: Servers): Sides {
  return {
    product: (document, params) => answerOf(agent, product.port, productRequest({ document }, params)),
    floor: (path, params) => answerOf(agent, floor.port, floorRequest(path, params)),
  };
}

interface Told {
  readonly results: readonly Result[];
  readonly starts: Readonly<Record<"floor" | "product", Start>>;
  readonly imported: ImportResult | null;
}

function print(options: Options, { results, starts, imported: q7 }: Told): void {
  const times = Object.entries(starts).map(([server, { milliseconds, rss }]) => ({
    server,
    milliseconds,
    rss,
  }));
  if (options.json) {
    console.log(JSON.stringify({ stances: options.stances, results, starts: times, import: q7 }, null, 2));
    return;
  }
  console.log(
    `${options.stances.toLocaleString("en")} stances; CPU is that of the server's process for one request.`,
  );
  if (results.length > 0) console.log(tableOf(results));
  for (const { server, milliseconds, rss } of times) {
    console.log(
      `${server}: first correct answer ${milliseconds.toFixed(0)} ms after its start, ${(rss / 1e6).toFixed(0)} MB then`,
    );
  }
  if (q7 !== null) console.log(toldImport(q7));
}

// Ending kills the servers, too.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
await bench(optionsOf(process.argv.slice(2)));
