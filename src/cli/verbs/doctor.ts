import { checks, type Finding } from "../checks.ts";
import { exitCodes } from "../exit.ts";
import { integer, optionOr } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { formatFlags, formatOf, printRows } from "../output.ts";
import type { Column, Row } from "../row.ts";
import { coloursOf } from "../style.ts";
import { verb } from "../verb.ts";

const columns: readonly Column[] = [
  { name: "check", summary: "What was looked at." },
  { name: "result", summary: "ok, warn (works, with a drawback) or fail." },
  { name: "found", summary: "What was found." },
  { name: "remedy", summary: "What to do about it; empty where nothing needs doing." },
];

export const doctor = verb({
  arguments: {},
  flags: {
    db,
    port: optionOr(
      4000,
      "<port>",
      'The port that "serve" would use; 4000 when left out.',
      integer(1, 65_535),
      { env: "PORT" },
    ),
    ...formatFlags,
  },
  notes: "Ends with 8 when a check fails.",
  examples: [
    [
      "stancegraph doctor",
      "Looks at Node, SQLite, the database, its disk and the port, and says what to do.",
    ],
  ],
  run: async (input, effects) => {
    const place = {
      path: pathOf(effects, input.db),
      port: input.port,
      node: effects.node,
      clock: effects.clock,
    };
    const rows: Row[] = [];
    for (const { name, look } of checks) rows.push(rowOf(name, await look(place)));
    await printRows({ columns, rows, format: formatOf(input) }, effects);
    const failed = rows.filter(({ result }) => result === "fail");
    const { red, green } = coloursOf(effects.stderr, effects.env);
    await effects.stderr.write(
      failed.length === 0 ? green("All is well enough to work.\n") : red("Something is wrong; see above.\n"),
    );
    return failed.length === 0 ? exitCodes.ok : exitCodes.verification;
  },
});

function rowOf(check: string, { result, found, remedy }: Finding): Row {
  return { check, result, found, remedy: remedy ?? null };
}
