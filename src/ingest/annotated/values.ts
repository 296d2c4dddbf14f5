import type { Values } from "./annotated.ts";

/** What an object of JSON tells, by name: texts as they are, lists of texts joined, anything else as JSON. */
export function valuesIn(value: unknown): Values {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      each === null || each === undefined ? [] : [[name, wordsOf(each)]],
    ),
  );
}

/** What a note tells: words, or, as `export` writes it, values by name in JSON. */
export function valuesInNote(note: string): Values {
  try {
    const told = valuesIn(JSON.parse(note));
    if (Object.keys(told).length > 0) return told;
  } catch {}
  return { note };
}

function wordsOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string"))
    return value.join("; ");
  return JSON.stringify(value);
}
