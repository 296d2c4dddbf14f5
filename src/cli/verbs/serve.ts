import { logTo } from "../../http/log.ts";
import { openStore, type Store } from "../../store/open.ts";
import { sizeInWords } from "../counts.ts";
import type { Effects } from "../effects.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { integer, oneOf, option, optionOr, text, toggle } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { seedOnce } from "../seed.ts";
import type { Serving } from "../serving.ts";
import { coloursOf } from "../style.ts";
import { verb } from "../verb.ts";
import { version } from "../version.ts";

const accesses = ["open", "key"] as const;

export const serve = verb({
  arguments: {},
  flags: {
    db,
    seed: option(
      "[folder]",
      "Make the database when there is none, and fill it, while it is empty, with a folder's coding.",
      text,
    ),
    host: optionOr("127.0.0.1", "<address>", "Where to listen; only this machine when left out.", text),
    port: optionOr(
      4000,
      "<port>",
      "On which port; 4000 when left out, 0 for any free one.",
      integer(0, 65_535),
      { env: "PORT" },
    ),
    readAccess: optionOr(
      "open",
      "<access>",
      "Who may read: everybody, or only who has a key. open when left out.",
      oneOf(accesses),
      {
        choices: accesses,
        env: "STANCEGRAPH_READ_ACCESS",
      },
    ),
    workers: optionOr<number | "auto">(
      1,
      "<number>",
      "How many processes serve, each with memory of its own; auto: one a core. 1 when left out.",
      (given) => (given === "auto" ? given : integer(1, 64)(given)),
      { env: "STANCEGRAPH_WORKERS" },
    ),
    deadline: option(
      "<seconds>",
      "How long a worker may stand still before it is killed and replaced; 30 with several. A single one is watched only with this.",
      integer(1, 3_600),
      { env: "STANCEGRAPH_DEADLINE" },
    ),
    log: toggle("Write a JSON line a request on a terminal too; elsewhere it is always written."),
  },
  notes: `SIGTERM answers what is in flight and ends with 0, Ctrl-C likewise with 130. The log goes to standard error.

Beside a database of more than 20,000 stances it saves what it holds in memory, as <database>-projection, for the next start.
It may be deleted at any time, and whoever changes the database makes the next start build it anew.

Several workers answer on several cores; one that stands still, as in a query that takes minutes, is killed after
the deadline with the requests it was at, while the others go on. The bound on open subscriptions is a worker's.`,
  examples: [
    ["stancegraph serve", "Serves stancegraph.db on http://127.0.0.1:4000."],
    [
      "stancegraph serve --seed seed/us-iraq-talks --port 8080",
      "With the example in it, where the database is new.",
    ],
    ["stancegraph serve --workers auto --deadline 10", "On all cores; no query holds a worker for longer."],
  ],
  run: async (input, effects) => {
    const stop = effects.signal();
    const path = pathOf(effects, input.db);
    const size = input.workers === "auto" ? effects.cores : input.workers;
    const isAlone = size === 1 && input.deadline === null;
    if (!isAlone && path === ":memory:") throw new UsageError("Workers cannot share :memory:; name a file.");
    const store = openStore({ path, clock: effects.clock, create: input.seed !== null });
    try {
      if (input.seed !== null) await seedOnce(store, input.seed, effects);
      const { host, port, readAccess } = input;
      const isLogged = input.log || !effects.stderr.isTTY;
      const serving = { path, host, port, readAccess, isLogged, version: version() };
      if (isAlone) await serveAlone(store, serving, effects, stop);
      else await serveInCrew(store, serving, effects, stop, { size, deadline: input.deadline ?? 30 });
      return stop.reason === "SIGINT" ? exitCodes.interrupted : exitCodes.ok;
    } finally {
      store.close();
    }
  },
});

async function serveAlone(store: Store, serving: Serving, effects: Effects, stop: AbortSignal) {
  const { clock, stderr } = effects;
  const { serveHere } = await import("../serving.ts");
  const server = await serveHere(serving, { store, clock, write: (line) => void stderr.write(line) });
  await stderr.write(greeting(server.url, sizeInWords(store), effects));
  await aborted(stop);
  await stderr.write(farewell);
  await server.close();
}

/** This process only keeps the others; it lets go of the database before they start. */
async function serveInCrew(
  store: Store,
  serving: Serving,
  effects: Effects,
  stop: AbortSignal,
  { size, deadline }: { readonly size: number; readonly deadline: number },
) {
  const { clock, stderr } = effects;
  const content = sizeInWords(store);
  store.close();
  const { crewOf } = await import("../workers/crew.ts");
  const { freePort } = await import("../workers/port.ts");
  const port = serving.port === 0 ? await freePort(serving.host) : serving.port;
  const log = logTo({ write: (line) => void stderr.write(line) }, clock);
  const crew = crewOf({ size, deadline: deadline * 1_000, serving: { ...serving, port }, log });
  const stopped = aborted(stop);
  try {
    const url = await Promise.race([crew.serves, stopped]);
    if (url !== undefined) await stderr.write(greeting(url, content, effects));
    await Promise.race([crew.lost, stopped]);
    await stderr.write(farewell);
  } finally {
    await crew.close();
  }
}

const farewell = "Closing; what is in flight is answered first.\n";

/** What a newcomer needs next: where it is, what is in it, and one query to paste. */
function greeting(url: string, content: string, { stderr, env }: Effects): string {
  const { bold, cyan } = coloursOf(stderr, env);
  const query = "{ positions(first: 5) { nodes { actor { name } issue { label } direction explanation } } }";
  return `${bold("stancegraph")} serves ${content}

  ${cyan(`${url}/`)}          who holds which position
  ${cyan(`${url}/graphql`)}   the API, with a place to try it

Ask it:
  curl -s ${url}/graphql -H 'content-type: application/json' \\
    -d '{"query": "${query}"}'

`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
