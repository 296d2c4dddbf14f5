import { startServer } from "../../http/server.ts";
import { openStore } from "../../store/open.ts";
import { countsInWords } from "../counts.ts";
import type { Effects } from "../effects.ts";
import { exitCodes } from "../exit.ts";
import { integer, oneOf, option, optionOr, text, toggle } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { seedOnce } from "../seed.ts";
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
    log: toggle("Write a JSON line a request on a terminal too; elsewhere it is always written."),
  },
  notes:
    "SIGTERM answers what is in flight and ends with 0, Ctrl-C likewise with 130. The log goes to standard error.",
  examples: [
    ["stancegraph serve", "Serves stancegraph.db on http://127.0.0.1:4000."],
    [
      "stancegraph serve --seed seed/us-iraq-talks --port 8080",
      "With the example in it, where the database is new.",
    ],
  ],
  run: async (input, effects) => {
    const stop = effects.signal();
    const path = pathOf(effects, input.db);
    const store = openStore({ path, clock: effects.clock, create: input.seed !== null });
    try {
      if (input.seed !== null) await seedOnce(store, input.seed, effects);
      const { stderr } = effects;
      const isLogged = input.log || !stderr.isTTY;
      const server = await startServer({
        store,
        host: input.host,
        port: input.port,
        settings: { readAccess: input.readAccess },
        clock: effects.clock,
        log: { write: (line) => void (isLogged && stderr.write(line)) },
        version: version(),
      });
      await stderr.write(greeting(server.url, countsInWords(store), effects));
      await aborted(stop);
      await stderr.write("Closing; what is in flight is answered first.\n");
      await server.close();
      return stop.reason === "SIGINT" ? exitCodes.interrupted : exitCodes.ok;
    } finally {
      store.close();
    }
  },
});

/** What a newcomer needs next: where it is, what is in it, and one query to paste. */
function greeting(url: string, counts: string, { stderr, env }: Effects): string {
  const { bold, cyan } = coloursOf(stderr, env);
  const query = "{ positions(first: 5) { nodes { actor { name } issue { label } direction explanation } } }";
  return `${bold("stancegraph")} serves ${counts}

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
