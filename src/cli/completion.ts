import { flagName } from "./command.ts";
import { isGroup, type VerbEntry } from "./verb.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** What can follow after some words: the verbs, or the flags of a verb. */
interface Level {
  /** The words before: none, `keys`, or `keys create`. */
  readonly path: readonly string[];
  readonly words: readonly Word[];
}

interface Word {
  readonly name: string;
  readonly summary: string;
  /** Whether a value follows it, and which values where they are a closed list. */
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** A script that completes the verbs, their flags and the values of closed lists. */
export async function completionScript(shell: Shell, verbs: readonly VerbEntry[]): Promise<string> {
  return scripts[shell](await levelsOf(verbs, []));
}

const scripts: Readonly<Record<Shell, (levels: readonly Level[]) => string>> = { bash, zsh, fish };

async function levelsOf(entries: readonly VerbEntry[], path: readonly string[]): Promise<readonly Level[]> {
  const words = entries.map(({ name, summary }) => ({ name, summary, takesValue: false, choices: [] }));
  const below = await Promise.all(entries.map((entry) => levelsBelow(entry, [...path, entry.name])));
  return [{ path, words }, ...below.flat()];
}

async function levelsBelow(entry: VerbEntry, path: readonly string[]): Promise<readonly Level[]> {
  const body = await entry.load();
  if (isGroup(body)) return levelsOf(body.verbs, path);
  const flags = Object.entries(body.flags).map(([name, { summary, value, choices = [] }]) => ({
    name: flagName(name),
    summary,
    takesValue: value !== null,
    choices,
  }));
  const values = Object.values(body.arguments).flatMap(({ choices = [], summary }) =>
    choices.map((name) => ({ name, summary, takesValue: false, choices: [] })),
  );
  return [{ path, words: [...values, ...flags] }];
}

/** The closed lists, by the flag that takes them: a flag means the same with every verb. */
function choicesByFlag(levels: readonly Level[]): readonly (readonly [string, readonly string[]])[] {
  const flags = levels.flatMap(({ words }) => words).filter(({ choices }) => choices.length > 0);
  return [...new Map(flags.map(({ name, choices }) => [name, choices]))];
}

function bash(levels: readonly Level[]): string {
  const values = choicesByFlag(levels).map(
    ([flag, choices]) => `    ${flag}) words="${choices.join(" ")}" ;;`,
  );
  const cases = levels.map(
    ({ path, words }) => `    "${path.join(" ")}") words="${words.map(({ name }) => name).join(" ")}" ;;`,
  );
  const groups = groupsIn(levels);
  return `# bash completion of stancegraph
_stancegraph() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words="" path=""
  ((COMP_CWORD > 1)) && path=\${COMP_WORDS[1]}
  case $path in
    ${groups.join("|")}) ((COMP_CWORD > 2)) && path="$path \${COMP_WORDS[2]}" ;;
  esac
  case $path in
${cases.join("\n")}
  esac
  case $previous in
${values.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _stancegraph stancegraph
`;
}

function zsh(levels: readonly Level[]): string {
  const item = ({ name, summary }: Word) =>
    `'${name}:${summary.replaceAll("'", "’").replaceAll(":", "\\:")}'`;
  const isFlag = ({ name }: Word) => name.startsWith("-");
  const cases = levels.map(({ path, words }) => {
    const [flags, plain] = [words.filter(isFlag), words.filter((word) => !isFlag(word))];
    return `    '${path.join(" ")}') items=(${plain.map(item).join(" ")}); flags=(${flags.map(item).join(" ")}) ;;`;
  });
  const values = choicesByFlag(levels).map(
    ([flag, choices]) => `    ${flag}) compadd ${choices.join(" ")}; return ;;`,
  );
  return `#compdef stancegraph
_stancegraph() {
  local -a items flags
  local place=""
  ((CURRENT > 2)) && place=\${words[2]}
  case $place in
    ${groupsIn(levels).join("|")}) ((CURRENT > 3)) && place="$place \${words[3]}" ;;
  esac
  case \${words[CURRENT-1]} in
${values.join("\n")}
  esac
  case $place in
${cases.join("\n")}
  esac
  [[ \${words[CURRENT]} == -* ]] && { _describe -o flag flags; return }
  ((\${#items})) && _describe word items || _files
}
_stancegraph "$@"
`;
}

function fish(levels: readonly Level[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "’")}'`;
  const line = ({ path }: Level, { name, summary, takesValue, choices }: Word) => {
    const [verb, sub] = path;
    const seen = [verb, sub]
      .filter((word) => word !== undefined)
      .map((word) => `__fish_seen_subcommand_from ${word}`);
    const when = verb === undefined ? "__fish_use_subcommand" : seen.join("; and ");
    const what = name.startsWith("--") ? `-l ${name.slice(2)}${takesValue ? " -r" : ""}` : `-f -a ${name}`;
    const values = choices.length > 0 ? ` -f -a ${quoted(choices.join(" "))}` : "";
    return `complete -c stancegraph -n ${quoted(when)} ${what}${values} -d ${quoted(summary)}`;
  };
  return `${["# fish completion of stancegraph", ...levels.flatMap((level) => level.words.map((word) => line(level, word)))].join("\n")}\n`;
}

/** The verbs that have verbs of their own. */
function groupsIn(levels: readonly Level[]): readonly string[] {
  return [...new Set(levels.filter(({ path }) => path.length > 1).map(({ path }) => path[0] ?? ""))];
}
