import { StanceGraphError } from "../domain/error.ts";

const maxTerms = 64;
const maxRelations = 3;

/**
 * Refuses a filter that would be too much work: all its terms count, however deep they stand, and so does a part that
 * says nothing. Filters on related things look through whole tables, so few of them may stand within each other.
 */
export function checkSize(where: unknown, root: readonly string[] = ["where"]): void {
  let terms = 0;

  function count(path: readonly string[]): void {
    terms += 1;
    if (terms > maxTerms) throw refusal(`A filter takes at most ${maxTerms} terms.`, path);
  }

  function walk(part: unknown, relations: number, path: readonly string[]): void {
    const entries = entriesOf(part);
    if (entries.length === 0) count(path);
    for (const [name, filter] of entries) {
      const at = [...path, name];
      count(at);
      if (name === "AND" || name === "OR") for (const each of listed(filter)) walk(each, relations, at);
      else if (name === "NOT") walk(filter, relations, at);
      else for (const [word, inner] of entriesOf(filter)) related(word, inner, relations, [...at, word]);
    }
  }

  function related(word: string, inner: unknown, relations: number, path: readonly string[]): void {
    if (word !== "is" && word !== "some" && word !== "none") return;
    if (relations === maxRelations) {
      throw refusal(`At most ${maxRelations} filters on related things stand within each other.`, path);
    }
    walk(inner, relations + 1, path);
  }

  if (entriesOf(where).length > 0) walk(where, 0, root);
}

function entriesOf(part: unknown): readonly (readonly [string, unknown])[] {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return [];
  return Object.entries(part).filter(([, filter]) => filter !== undefined && filter !== null);
}

function listed(filter: unknown): readonly unknown[] {
  return Array.isArray(filter) ? filter : [];
}

function refusal(message: string, path: readonly string[]): StanceGraphError {
  return new StanceGraphError("invalid", `Filter at ${path.slice(0, 8).join(".")}: ${message}`, path);
}
