import { StanceGraphError } from "../../../domain/error.ts";

/**
 * The JSON in what a model wrote. Servers that ignore schemas let it think aloud, fence it, or talk around it; what is cut
 * off is an error that says so.
 */
export function jsonIn(answer: string): unknown {
  const said = answer.replace(/<think>[\s\S]*?<\/think>/g, "");
  const start = said.search(/[{[]/);
  if (start < 0) throw new StanceGraphError("invalid", "It holds no JSON.");
  const end = endOf(said, start);
  if (end === null) throw new StanceGraphError("invalid", "Its JSON is cut off.");
  try {
    return JSON.parse(said.slice(start, end)) as unknown;
  } catch (error) {
    throw new StanceGraphError("invalid", `Its JSON is broken: ${(error as Error).message}.`);
  }
}

/** Where the value that begins at a bracket ends; null where it does not. */
function endOf(text: string, start: number): number | null {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    const mark = text[at];
    if (isQuoted) {
      if (mark === "\\") at += 1;
      else if (mark === '"') isQuoted = false;
      continue;
    }
    if (mark === '"') isQuoted = true;
    else if (mark === "{" || mark === "[") depth += 1;
    else if (mark === "}" || mark === "]") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}
