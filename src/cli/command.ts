import { Command, Argument as CommandArgument, Option } from "commander";
import type { Effects } from "./effects.ts";
import { UsageError } from "./exit.ts";
import type { Argument, Flag } from "./flag.ts";
import { isColoured } from "./style.ts";
import { isGroup, type Verb, type VerbEntry, type VerbGroup } from "./verb.ts";

/** What happens with a verb once its input is known. */
export type Act = (verb: Verb, input: Record<string, unknown>) => Promise<void>;

export interface Program {
  readonly verbs: readonly VerbEntry[];
  readonly version: () => string;
}

/** The command line as commander reads it. Of the verbs only those named in the arguments are loaded. */
export async function commandOf(
  program: Program,
  args: readonly string[],
  effects: Effects,
  act: Act,
): Promise<Command> {
  const root = new Command("stancegraph")
    .description(
      "Who holds which position on which issue, since when, according to whom, in which exact words.",
    )
    .helpOption("-h, --help", "Show this help, or that of a verb.")
    .helpCommand(false)
    .usage("<verb> [options]")
    .addHelpText("after", rootNotes)
    .exitOverride()
    .configureOutput(outputOf(effects))
    .configureHelp({ subcommandTerm: (command) => command.name() });
  if (args.some((arg) => arg === "-V" || arg === "--version"))
    root.version(program.version(), "-V, --version");
  else root.option("-V, --version", "Show the version.");
  await addVerbs(root, program.verbs, args, act, effects);
  return root;
}

const rootNotes = `
Data goes to standard output, everything else to standard error. "stancegraph <verb> --help" shows its examples.

Exit codes: 0 done, 1 unexpected, 2 wrong command line, 3 input rejected, 4 not found, 6 not permitted,
8 verification failed, 130 interrupted.`;

async function addVerbs(
  parent: Command,
  entries: readonly VerbEntry[],
  args: readonly string[],
  act: Act,
  effects: Effects,
  otherwise?: string,
) {
  const [name, ...rest] = args;
  for (const entry of entries) {
    const isDefault = entry.name === otherwise;
    const command = parent.command(entry.name, { isDefault }).description(entry.summary).helpCommand(false);
    command.helpGroup(entry.group ?? "Verbs:");
    if (entry.name === name) await fill(command, await entry.load(), rest, act, effects);
  }
}

async function fill(
  command: Command,
  body: Verb | VerbGroup,
  rest: readonly string[],
  act: Act,
  effects: Effects,
) {
  if (isGroup(body)) {
    command.usage("<verb> [options]");
    const isNamed = body.verbs.some(({ name }) => name === rest[0]);
    const { otherwise } = body;
    const args = isNamed || otherwise === undefined ? rest : [otherwise, ...rest];
    await addVerbs(command, body.verbs, args, act, effects, otherwise);
    return;
  }
  for (const [name, argument] of Object.entries(body.arguments))
    command.addArgument(argumentOf(name, argument));
  for (const [name, flag] of Object.entries(body.flags)) command.addOption(optionOf(name, flag));
  command
    .addHelpText("after", () => helpAfter(body))
    .action(async () => act(body, await inputOf(body, command, effects.env)));
}

function argumentOf(
  name: string,
  { summary, isRequired, isMany, choices }: Argument<unknown>,
): CommandArgument {
  const term = `${name}${isMany ? "..." : ""}`;
  const about = choices === undefined ? summary : `${summary} One of: ${choices.join(", ")}.`;
  return new CommandArgument(isRequired ? `<${term}>` : `[${term}]`, about);
}

function optionOf(name: string, { value, summary, env, choices }: Flag<unknown>): Option {
  const about = [summary, choices && `One of: ${choices.join(", ")}.`, env && `Also by ${env}.`];
  const found = new Option(
    `${flagName(name)}${value === null ? "" : ` ${value}`}`,
    about.filter(Boolean).join(" "),
  );
  if (value === null) return found;
  return found.argParser((text: string, before: unknown) => [...(Array.isArray(before) ? before : []), text]);
}

/** `--known-at` of `knownAt`. */
export function flagName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

async function inputOf(verb: Verb, command: Command, env: Effects["env"]): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  for (const [index, [name, argument]] of Object.entries(verb.arguments).entries()) {
    const given = command.processedArgs[index] as string | readonly string[] | undefined;
    input[name] = await readAs(name, argument, given === undefined ? [] : [given].flat());
  }
  for (const [name, flag] of Object.entries(verb.flags)) {
    requireCompany(name, flag, command);
    input[name] = await readAs(flagName(name), flag, textsOf(command.getOptionValue(name), flag, env));
  }
  return input;
}

/** Refuses a flag that is written without the one it needs, or with one it contradicts; the environment may say both. */
function requireCompany(name: string, { onlyWith, notWith }: Flag<unknown>, command: Command): void {
  const isWritten = (each: string) => command.getOptionValue(each) !== undefined;
  if (!isWritten(name)) return;
  if (onlyWith !== undefined && !isWritten(onlyWith))
    throw new UsageError(`${flagName(name)} goes with ${flagName(onlyWith)} only.`);
  if (notWith !== undefined && isWritten(notWith))
    throw new UsageError(`Choose ${flagName(name)} or ${flagName(notWith)}, not both.`);
}

/** A switch is one text, and so is a flag whose value was left out: an empty one. */
function textsOf(given: unknown, { env: variable }: Flag<unknown>, env: Effects["env"]): readonly string[] {
  if (given === true) return [""];
  if (Array.isArray(given)) return given as readonly string[];
  const spoken = variable === undefined ? undefined : env[variable];
  return spoken ? [spoken] : [];
}

/** What is wrong with a value is told with the name of what it was given for. */
async function readAs(
  name: string,
  taker: Pick<Flag<unknown>, "read">,
  given: readonly string[],
): Promise<unknown> {
  try {
    return await taker.read(given);
  } catch (error) {
    if (error instanceof Error && /^(UsageError|StanceGraphError)$/.test(error.name)) {
      throw new UsageError(`${name}: ${error.message}`);
    }
    throw error;
  }
}

function helpAfter({ examples, notes }: Verb): string {
  const lines = examples.map(([line, does]) => `  $ ${line}\n      ${does}`);
  return ["", ...(notes === undefined ? [] : [notes, ""]), "Examples:", ...lines].join("\n");
}

function outputOf({ stdout, stderr, env }: Effects) {
  return {
    writeOut: (text: string) => void stdout.write(text),
    writeErr: (text: string) => void stderr.write(text),
    // Said once, by whoever ends the run.
    outputError: () => {},
    getOutHelpWidth: () => stdout.columns ?? 100,
    getErrHelpWidth: () => stderr.columns ?? 100,
    getOutHasColors: () => isColoured(stdout, env),
    getErrHasColors: () => isColoured(stderr, env),
  };
}
