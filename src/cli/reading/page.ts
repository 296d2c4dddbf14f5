import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Fetching, fetched } from "../../ingest/documents/fetching.ts";
import { type FoundDocument, readerOf } from "../../ingest/documents/index.ts";
import type { Reading } from "./reading.ts";

/** The documents that a URL leads to: fetched into a file that is gone afterwards, and read as any file is. */
export async function readPage(
  address: string,
  fetching: Fetching,
  reading: Reading,
): Promise<readonly FoundDocument[]> {
  const { bytes, ending, url } = await fetched(address, fetching);
  const folder = await mkdtemp(join(tmpdir(), "stancegraph-fetched-"));
  try {
    const path = join(folder, `page${ending}`);
    await writeFile(path, bytes);
    const documents = await reading.read({ path, name: nameOf(url, ending) });
    // An entry of a feed was published where it says, not in the feed.
    const isFeed = readerOf(path)?.name === "feed";
    return documents.map((found) => (isFeed ? found : { ...found, url: found.url ?? url.href }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a file of it would be called; a day in it tells when it was published. */
function nameOf({ pathname, hostname }: URL, ending: string): string {
  const last = pathname.split("/").findLast((part) => part !== "") ?? hostname;
  return last.toLowerCase().endsWith(ending) ? last : `${last}${ending}`;
}
