import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { cyclesOf } from "./cycles.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A file of the tree, by its path from the repository's root: `src/domain/actor.ts`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A rule broken in a file. The message says what to do instead where the rule alone does not. */
export interface Breach {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

/** Who may import whom. A folder may always import from itself; anything absent is forbidden. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  store: ["domain"],
  analysis: ["domain"],
  ingest: ["domain", "store"],
  export: ["domain", "analysis"],
  graphql: ["domain", "store", "analysis", "ingest"],
  http: ["domain", "store", "export", "graphql", "web"],
  cli: ["domain", "store", "analysis", "ingest", "export", "graphql", "http", "web"],
  web: [],
};

/** A package that only one folder knows, so that it can be exchanged there. */
const homeOfPackage: readonly (readonly [package_: RegExp, folder: string])[] = [
  [/^better-sqlite3(\/|$)/, "store"],
  [/^@pothos\//, "graphql"],
  [/^(graphql-yoga|@graphql-yoga\/.+)$/, "http"],
  [/^(node:)?process$/, "cli"],
];

/** Folders of pure functions (and the browser's): of Node's modules they may have hashing at most. */
const withoutMachine: Readonly<Record<string, readonly string[]>> = {
  domain: ["node:crypto"],
  analysis: ["node:crypto"],
  export: ["node:crypto"],
  web: [],
};

/** Everything that the sources break of "who may import whom". */
export function breachesOf(sources: readonly Source[]): readonly Breach[] {
  const cycles = cyclesOf(new Map(sources.map((source) => [source.path, filesImportedBy(source)])));
  return [
    ...sources.flatMap(breachesOfFile),
    ...cycles.map((files) => ({
      file: files[0] ?? "",
      rule: "no import cycles",
      message: `these files import each other: ${[...files, files[0]].join(" -> ")}`,
    })),
  ];
}

/** One line for a failing test. */
export function sentence({ file, rule, message }: Breach): string {
  return `${file}: ${message} (rule: ${rule})`;
}

/** What a source imports: `import … from`, `import "x"`, `export … from`, `import("x")`, types included. */
export function importsOf(text: string): readonly string[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, at) => {
    if (token.kind !== "string") return [];
    return isSpecifier(tokens, at) ? [token.text] : [];
  });
}

function isSpecifier(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const earlier = tokens[at - 2];
  if (before?.kind === "mark") return before.text === "(" && isWord(earlier, "import");
  if (isWord(before, "import")) return true;
  return isWord(before, "from") && clauseBegins(tokens, at - 2);
}

/** Walks back over `{ a, type B as C }` or `* as x` to the `import` or `export` that they belong to. */
function clauseBegins(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at >= 0; at -= 1) {
    const token = tokens[at];
    if (isWord(token, "import") || isWord(token, "export")) return true;
    const inClause = token?.kind !== "mark" || "{},*".includes(token.text);
    if (!inClause) return false;
  }
  return false;
}

function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === "word" && token.text === text;
}

function breachesOfFile(source: Source): readonly Breach[] {
  const folder = folderOf(source.path);
  const breach = (rule: string, message: string): Breach => ({ file: source.path, rule, message });
  if (!(folder in mayImport)) return [breach("folders", `src/${folder} is no folder of the house`)];
  const found = importsOf(source.text).flatMap((specifier) =>
    specifier.startsWith(".")
      ? breachOfFolder(source.path, specifier, breach)
      : breachOfPackage(folder, specifier, breach),
  );
  if (folder !== "cli" && usesProcess(tokensOf(source.text))) {
    found.push(breach("process only in cli", `${folder} reads process; take what it needs as an argument`));
  }
  return found;
}

type Breacher = (rule: string, message: string) => Breach;

function breachOfFolder(path: string, specifier: string, breach: Breacher): Breach[] {
  const target = posix.join(posix.dirname(path), specifier);
  if (!target.startsWith("src/")) return [breach("folders", `"${specifier}" leaves src`)];
  const [from, to] = [folderOf(path), folderOf(target)];
  if (from === to || mayImport[from]?.includes(to)) return [];
  return [breach("who may import whom", `${from} may not import ${to} ("${specifier}")`)];
}

function breachOfPackage(folder: string, specifier: string, breach: Breacher): Breach[] {
  const home = homeOfPackage.find(([pattern]) => pattern.test(specifier))?.[1];
  if (home !== undefined && home !== folder) {
    return [breach(`${specifier} only in ${home}`, `${folder} may not import "${specifier}"`)];
  }
  const allowed = withoutMachine[folder];
  if (allowed === undefined || !isBuiltin(specifier) || allowed.includes(specifier)) return [];
  return [
    breach("pure folders", `${folder} may not import "${specifier}"; take what it needs as an argument`),
  ];
}

function usesProcess(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (!isWord(token, "process") || ![".", "[", "?"].includes(tokens[at + 1]?.text ?? "")) return false;
    return tokens[at - 1]?.text !== "." || isWord(tokens[at - 2], "globalThis");
  });
}

function filesImportedBy({ path, text }: Source): readonly string[] {
  const relative = importsOf(text).filter((specifier) => specifier.startsWith("."));
  return relative.map((specifier) => posix.join(posix.dirname(path), specifier));
}

function folderOf(path: string): string {
  return path.split("/")[1] ?? "";
}
