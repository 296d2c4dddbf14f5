import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Reading, readingBy } from "../../src/cli/reading/reading.ts";

let folder: string;
const open: Reading[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stancegraph-reading-"));
  writeFileSync(join(folder, "a.txt"), "A title\n\nA text.");
  execFileSync("mkfifo", [join(folder, "never.txt")]);
});

afterAll(() => {
  for (const reading of open) reading.end();
  rmSync(folder, { recursive: true });
});

function reading(limits: Parameters<typeof readingBy>[0]): Reading {
  const made = readingBy(limits);
  open.push(made);
  return made;
}

const asked = (name: string) => ({ path: join(folder, name), name });

it("gives a file up that takes too long, and reads the next", async () => {
  const { read } = reading({ seconds: 2, megabytes: 1_000 });
  await expect(read(asked("never.txt"))).rejects.toThrow(
    "It took more than 2 seconds to read; it is left out.",
  );
  expect(await read(asked("a.txt"))).toMatchObject([{ title: "A title" }]);
}, 20_000);

it("gives a file up that takes too much memory", async () => {
  const { read } = reading({ seconds: 30, megabytes: 40 });
  await expect(read(asked("never.txt"))).rejects.toThrow(
    /more than 40 MB of memory|want of memory \(40 MB\)/,
  );
}, 20_000);

it("tells what keeps a file from being read", async () => {
  const { read } = reading({ seconds: 30, megabytes: 1_000 });
  await expect(read(asked("missing.txt"))).rejects.toThrow("It cannot be read: ENOENT");
}, 20_000);
