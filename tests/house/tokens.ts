/** A piece of a source text. Comments are dropped; the content of a string never reads as code. */
export interface Token {
  readonly kind: "word" | "string" | "mark";
  /** The word, the text between the quotes, or the punctuation character. */
  readonly text: string;
}

const word = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const number = /\d[\w.]*/y;
const lineComment = /\/\/[^\n]*/y;
const blockComment = /\/\*[\s\S]*?(?:\*\/|$)/y;
// A string ends with its line, so that an apostrophe in JSX text spoils one line at most.
const quoted = /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/y;
const regex = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** After one of these a slash begins a regular expression; after anything else it divides. */
const beforeRegex = new Set([..."(,=:[!&|?{};+-*%<>~^", "return", "typeof", "case", "of", "in"]);

/** The tokens of a TypeScript source: enough of the language to find imports and words, and no more. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  // How many braces are open in each `${` that we are inside of.
  const open: number[] = [];
  let at = 0;

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return null;
    at = pattern.lastIndex;
    return found[0];
  };
  const push = (kind: Token["kind"], piece: string) => tokens.push({ kind, text: piece });
  const mayBeginRegex = () => {
    const last = tokens.at(-1);
    return !last || (last.kind !== "string" && beforeRegex.has(last.text));
  };
  const template = () => {
    const start = at;
    while (at < text.length && text[at] !== "`" && !text.startsWith("${", at))
      at += text[at] === "\\" ? 2 : 1;
    push("string", text.slice(start, at));
    if (text[at] === "`") at += 1;
    else if (at < text.length) {
      at += 2;
      open.push(0);
    }
  };

  while (at < text.length) {
    if (take(lineComment) !== null || take(blockComment) !== null || take(number) !== null) continue;
    const string = take(quoted);
    if (string !== null) {
      push("string", string.slice(1, -1));
      continue;
    }
    const name = take(word);
    if (name !== null) {
      push("word", name);
      continue;
    }
    if (text[at] === "/" && mayBeginRegex() && take(regex) !== null) {
      push("string", "");
      continue;
    }
    const mark = text[at] ?? "";
    at += 1;
    if (mark === "`") template();
    else if (mark === "}" && open.at(-1) === 0) {
      open.pop();
      template();
    } else if (mark.trim() !== "") {
      const depth = open.length - 1;
      if (depth >= 0 && mark === "{") open[depth] = (open[depth] ?? 0) + 1;
      if (depth >= 0 && mark === "}") open[depth] = (open[depth] ?? 0) - 1;
      push("mark", mark);
    }
  }
  return tokens;
}
