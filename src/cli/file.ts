import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { StanceGraphError } from "../domain/error.ts";

/** Writes beside the goal and renames, so that what was there stays until all is written. */
export function saveFile(path: string, pieces: Iterable<string | Uint8Array>): void {
  const part = `${path}.part`;
  told(
    path,
    () => {
      const file = openSync(part, "w");
      try {
        for (const piece of gathered(pieces))
          writeSync(file, typeof piece === "string" ? Buffer.from(piece) : piece);
      } finally {
        closeSync(file);
      }
      renameSync(part, path);
    },
    () => rmSync(part, { force: true }),
  );
}

export function readText(path: string): string {
  return told(path, () => readFileSync(path, "utf8"));
}

/** Small pieces of text gathered to larger ones, which are quicker to write. */
export function gathered(pieces: Iterable<string>): Generator<string>;
export function gathered(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array>;
export function* gathered(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let waiting = "";
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      yield piece;
      continue;
    }
    waiting += piece;
    if (waiting.length < pieceSize) continue;
    yield waiting;
    waiting = "";
  }
  if (waiting !== "") yield waiting;
}

const pieceSize = 64 * 1024;

/** Turns what the system says of a file into a sentence with a remedy. */
function told<T>(path: string, work: () => T, afterwards: () => void = () => {}): T {
  try {
    return work();
  } catch (error) {
    throw translated(path, error);
  } finally {
    afterwards();
  }
}

function translated(path: string, error: unknown): unknown {
  const folder = dirname(path);
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case "ENOENT":
      return new StanceGraphError(
        "not_found",
        existsSync(folder)
          ? `There is no ${path}; check the name.`
          : `There is no folder ${folder}; check the name, or make it.`,
      );
    case "EISDIR":
      return new StanceGraphError("invalid", `${path} is a folder; name a file.`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new StanceGraphError(
        "unavailable",
        `${path} may not be read or written; change its permissions, or name another.`,
      );
    case "ENOSPC":
      return new StanceGraphError(
        "unavailable",
        `The disk of ${path} is full; free some space and try again.`,
      );
    default:
      return error;
  }
}
