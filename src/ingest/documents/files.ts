import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { StanceGraphError } from "../../domain/error.ts";
import { documentReaders, readerOf } from "./index.ts";

/** A file to be read: where it is, and what its user calls it. */
export interface DocumentFile {
  readonly path: string;
  readonly name: string;
}

export interface FoundFiles {
  readonly files: readonly DocumentFile[];
  /** What in folders nothing reads, with its number: files by their endings, and links, pipes and devices. */
  readonly left: ReadonlyMap<string, number>;
  /** Folders that may not be looked into. */
  readonly closed: readonly string[];
}

/** The files that are named, and those in the folders that are named, in the order of their names; links are not followed. */
export function filesAt(places: readonly DocumentFile[]): FoundFiles {
  const files: DocumentFile[] = [];
  const left = new Map<string, number>();
  const closed: string[] = [];
  const walk = ({ path, name }: DocumentFile): void => {
    const entries = entriesOf(path);
    if (entries === null) closed.push(name);
    for (const entry of entries ?? []) {
      const place = { path: join(path, entry.name), name: join(name, entry.name) };
      if (entry.name.startsWith(".")) continue;
      if (entry.isDirectory()) walk(place);
      else if (entry.isFile() && readerOf(entry.name) !== undefined) files.push(place);
      else if (entry.isFile()) note(left, /\.[^.]*$/.exec(entry.name)?.[0] ?? "without an ending");
      else note(left, entry.isSymbolicLink() ? "by links" : "of no kind of file");
    }
  };
  for (const place of places) {
    const found = statSync(place.path, { throwIfNoEntry: false });
    if (found === undefined)
      throw new StanceGraphError("not_found", `There is no ${place.name}; name a file or a folder.`);
    if (found.isDirectory()) walk(place);
    else if (readerOf(place.name) === undefined) throw unreadable(place.name);
    else files.push(place);
  }
  return { files, left, closed };
}

/** In the order of their names; null where the folder may not be read. */
function entriesOf(path: string): readonly Dirent[] | null {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EACCES") return null;
    throw error;
  }
}

function note(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function unreadable(name: string): StanceGraphError {
  const endings = documentReaders.flatMap((reader) => reader.endings).join(" ");
  return new StanceGraphError("invalid", `${name} is of no kind that is read here; these are: ${endings}.`);
}
