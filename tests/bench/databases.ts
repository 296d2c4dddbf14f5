import { createHash } from "node:crypto";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { importFiles } from "../../src/ingest/import.ts";
import { openStore } from "../../src/store/open.ts";
import { buildFloor, floorSteps } from "./floor/build.ts";
import { codingLines, sizeFor } from "./generate.ts";

export interface Databases {
  /** The coding that the product imported. */
  readonly coding: string;
  /** The product's database. */
  readonly product: string;
  /** The floor's, made from it. */
  readonly floor: string;
}

export type Tell = (sentence: string) => void;

/** The generated databases of a size in a folder, made once for each generator and each schema of the product. */
export async function databasesIn(folder: string, stances: number, tell: Tell): Promise<Databases> {
  const place = join(folder, nameOf(stances));
  mkdirSync(place, { recursive: true });
  const first = [...take(codingLines(sizeFor(stances)), 2000)].join("\n");
  const coding = join(place, `coding-${hashOf([first])}.jsonl`);
  const version = hashOf([first, ...layout()]);
  const product = join(place, `product-${version}.db`);
  const floor = join(place, `floor-${hashOf([version, ...floorSteps])}.db`);
  await once(coding, (file) => writeCoding(file, stances, tell));
  await once(product, (file) => importCoding(coding, file, tell));
  await once(floor, (file) => buildFloor(product, file, tell));
  return { coding, product, floor };
}

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let taken = 0;
  for (const item of items) {
    if (taken >= count) return;
    taken += 1;
    yield item;
  }
}

/** What says where things lie in the product's file. */
function layout(): readonly string[] {
  const folder = new URL("../../schema/migrations/", import.meta.url);
  const migrations = readdirSync(folder).sort();
  const files = [
    ...migrations.map((file) => new URL(file, folder)),
    new URL("../../src/store/arrange.ts", import.meta.url),
  ];
  return files.map((file) => readFileSync(file, "utf8"));
}

function hashOf(texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 8);
}

/** 100k, 1M: how sizes are called. */
function nameOf(stances: number): string {
  if (stances % 1_000_000 === 0) return `${stances / 1_000_000}M`;
  return stances % 1000 === 0 ? `${stances / 1000}k` : String(stances);
}

/** Makes a file under another name first, so that a half-made one is never taken for whole. */
async function once(file: string, make: (file: string) => void | Promise<void>): Promise<void> {
  if (existsSync(file)) return;
  const unfinished = `${file}.unfinished`;
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${unfinished}${ending}`, { force: true });
  await make(unfinished);
  renameSync(unfinished, file);
}

async function writeCoding(file: string, stances: number, tell: Tell): Promise<void> {
  tell(`Generating ${stances.toLocaleString("en")} stances.`);
  await pipeline(function* () {
    for (const line of codingLines(sizeFor(stances))) yield `${line}\n`;
  }, createWriteStream(file));
}

function importCoding(coding: string, file: string, tell: Tell): void {
  const store = openStore({ path: file, clock: () => new Date("2026-01-01T00:00:00Z"), create: true });
  try {
    const onProgress = (items: number) =>
      items % 50_000 === 0 && tell(`Importing: ${items.toLocaleString("en")} things.`);
    importFiles(store, [`${coding}`], { author: { who: "bench", why: null }, format: "jsonl", onProgress });
  } finally {
    store.close();
  }
}
