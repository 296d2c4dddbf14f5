import { CommanderError } from "commander";
import { placeOf, RejectedError, StanceGraphError } from "../domain/error.ts";
import { commandOf } from "./command.ts";
import type { Effects } from "./effects.ts";
import { type ExitCode, exitCodeOf, exitCodes, InterruptedError, UsageError } from "./exit.ts";
import { coloursOf } from "./style.ts";
import { verbs } from "./verbs/index.ts";
import { version } from "./version.ts";

/** Runs one command line; what comes of it goes to the effects, and the exit code is returned. */
export async function run(given: readonly string[], effects: Effects): Promise<ExitCode> {
  const args = given[0] === "help" ? [...given.slice(1), "--help"] : given;
  let code: ExitCode = exitCodes.ok;
  try {
    const command = await commandOf({ verbs, version }, args, effects, async (verb, input) => {
      code = await verb.run(input as never, effects);
    });
    await command.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    return tell(error, effects);
  }
}

/** Says what went wrong, in plain words where it was expected, and returns the exit code for it. */
async function tell(error: unknown, effects: Effects): Promise<ExitCode> {
  const failure = error instanceof CommanderError ? new UsageError(plain(error)) : error;
  const code = exitCodeOf(failure);
  const { red } = coloursOf(effects.stderr, effects.env);
  await effects.stderr.write(`${red("stancegraph:")} ${wordsOf(failure)}\n`);
  return code;
}

function wordsOf(error: unknown): string {
  if (error instanceof RejectedError) return rejection(error);
  if (error instanceof UsageError)
    return `${error.message}\nSee "stancegraph --help" or "stancegraph <verb> --help".`;
  if (error instanceof StanceGraphError || error instanceof InterruptedError) return error.message;
  return `Internal error, a bug of ours. ${error instanceof Error ? error.stack : String(error)}`;
}

/** Every problem on its own line, as compilers do: `file:line field: message`. */
function rejection({ problems, message }: RejectedError): string {
  const lines = problems.map((problem) => `${placeOf(problem)}: ${problem.message}`);
  return [message.replace(/ First: .*$/s, ""), ...lines].join("\n");
}

/** Without commander's own prefix; without arguments it has shown its help already. */
function plain({ code, message }: CommanderError): string {
  if (code === "commander.help") return "Which verb?";
  return message.replace(/^error: /, "").replace(/^./, (letter) => letter.toUpperCase());
}
