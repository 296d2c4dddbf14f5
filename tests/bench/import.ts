import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { importFiles } from "../../src/ingest/import.ts";
import { openStore } from "../../src/store/open.ts";
import { shellImporting } from "./shell.ts";

/** How fast a coding is imported, against the sqlite3 shell given the very same rows. */
export interface ImportResult {
  readonly stances: number;
  /** Bytes of JSON lines. */
  readonly size: number;
  /** Seconds. */
  readonly cpu: number;
  readonly wall: number;
  readonly shellCpu: number;
  /** Bytes in RAM at 10 %, 50 % and 95 %, the runner's own among them. */
  readonly memory: readonly number[];
}

/** Imports a coding into new databases beside it, by both, and removes them. */
export function imported(coding: string, stances: number): ImportResult {
  const folder = mkdtempSync(`${coding}-import-`);
  try {
    const ours = importing(coding, join(folder, "ours.db"));
    return { stances, size: statSync(coding).size, ...ours, shellCpu: shellImporting(folder, stances) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The result in words. */
export function toldImport({ stances, size, cpu, wall, memory, shellCpu }: ImportResult): string {
  const rate = (seconds: number) => `${Math.round(stances / seconds).toLocaleString("en")} stances/s of CPU`;
  return [
    `q7: ${stances.toLocaleString("en")} stances, ${(size / 1e6).toFixed(1)} MB of JSON lines`,
    `  import:          ${cpu.toFixed(1)} s CPU, ${wall.toFixed(1)} s in all, ${rate(cpu)}`,
    `  sqlite3 .import: ${shellCpu.toFixed(1)} s CPU, ${rate(shellCpu)}; speed of ours to it ${(shellCpu / cpu).toFixed(2)}`,
    `  memory at 10 %, 50 %, 95 %: ${memory.map((bytes) => `${Math.round(bytes / 1e6)} MB`).join(", ")}`,
  ].join("\n");
}

function importing(coding: string, path: string): Pick<ImportResult, "cpu" | "wall" | "memory"> {
  const memory: number[] = [];
  const marks = [0.1, 0.5, 0.95].map((part) => part * linesIn(coding));
  const store = openStore({ path, clock: () => new Date(), create: true, cacheMegabytes: 32 });
  try {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    importFiles(store, [coding], {
      author: { who: "bench", why: null },
      onProgress: (done) => {
        if (done > (marks[memory.length] ?? Number.POSITIVE_INFINITY)) memory.push(process.memoryUsage().rss);
      },
    });
    const { user, system } = process.cpuUsage(cpu);
    return { cpu: (user + system) / 1e6, wall: (performance.now() - start) / 1e3, memory };
  } finally {
    store.close();
  }
}

function linesIn(file: string): number {
  let lines = 0;
  for (const byte of readFileSync(file)) if (byte === 10) lines += 1;
  return lines;
}
