import { statSync } from "node:fs";
import { StanceGraphError } from "../../domain/error.ts";
import type { Fetching } from "../../ingest/documents/fetching.ts";
import type { DocumentFile } from "../../ingest/documents/files.ts";
import type { FoundDocument } from "../../ingest/documents/index.ts";
import { readPage } from "./page.ts";
import type { Reading } from "./reading.ts";

/** Something that documents are read from, by the name that its user gave it. */
export interface Source {
  readonly name: string;
  /** The documents in it; throws what is wrong with it. */
  readonly read: (reading: Reading) => Promise<readonly FoundDocument[]>;
}

/** A file is read whole. */
const maxBytes = 200_000_000;

export function fileSource(file: DocumentFile): Source {
  return {
    name: file.name,
    read: async (reading) => {
      const found = statSync(file.path, { throwIfNoEntry: false });
      if (found === undefined)
        throw new StanceGraphError("invalid", "It is not there any more, or its name is not UTF-8.");
      // A pipe or a device might never end.
      if (!found.isFile()) throw new StanceGraphError("invalid", "It is no file; it is not read.");
      const { size } = found;
      if (size > maxBytes)
        throw new StanceGraphError(
          "invalid",
          `It is ${Math.round(size / 1e6)} MB; at most ${maxBytes / 1e6} are read.`,
        );
      return reading.read(file);
    },
  };
}

export function pageSource(address: string, fetching: Fetching): Source {
  // A password is refused, and not shown again.
  const name = address.replace(/(?<=^[^/]*\/\/)[^/?#]*@/, "…@");
  return { name, read: (reading) => readPage(address, fetching, reading) };
}

/** Whether it is an address of any kind, not a file's name. */
export function isAddress(name: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(name);
}
