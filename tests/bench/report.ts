import type { Result } from "./rounds.ts";

const heads = ["query", "server", "CPU ms", "req/s", "p50 ms", "p99 ms", "RSS MB", "product/floor (min–max)"];

/** Results as a table of at most 120 columns. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ query, server, cpu, perSecond, p50, p99, rss, ratio }) => [
    query,
    server,
    cpu.toFixed(cpu < 10 ? 3 : 1),
    perSecond.toFixed(perSecond < 10 ? 1 : 0),
    p50.toFixed(1),
    p99.toFixed(1),
    (rss / 1e6).toFixed(0),
    ratio === null ? "" : `${shown(ratio.median)} (${shown(ratio.least)}–${shown(ratio.most)})`,
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  return [heads, ...rows].map(line).join("\n");
}

function shown(ratio: number): string {
  return ratio.toFixed(ratio < 10 ? 2 : 0);
}
