import type { Effects } from "./effects.ts";

/** Shows the progress of a piece of work while it goes on. */
export async function withProgress<T>(
  label: string,
  unit: string,
  effects: Effects,
  work: (onProgress: Progress["update"]) => Promise<T>,
): Promise<T> {
  const progress = progressOf(label, unit, effects);
  try {
    return await work(progress.update);
  } finally {
    progress.end();
  }
}

interface Progress {
  /** Tells how far the work is; told often, shown seldom. The total is null where nobody knows it. */
  readonly update: (done: number, total: number | null) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

const barLength = 24;
/** Milliseconds between two looks: a bar that moves on a terminal, a plain line elsewhere. */
const pace = { terminal: 100, elsewhere: 10_000 };

/** Progress on standard error: a bar that moves on a terminal, now and then a plain line elsewhere. */
function progressOf(label: string, unit: string, { stderr, clock }: Effects): Progress {
  const startedAt = clock().getTime();
  let shownAt = stderr.isTTY ? 0 : startedAt;
  const wait = stderr.isTTY ? pace.terminal : pace.elsewhere;
  return {
    update(done, total) {
      const now = clock().getTime();
      if (now - shownAt < wait) return;
      shownAt = now;
      const line = lineOf({ label, unit, done, total, seconds: (now - startedAt) / 1000 });
      void stderr.write(
        stderr.isTTY ? `\r${line.slice(0, (stderr.columns ?? 80) - 1)}\u001b[K` : `${line}\n`,
      );
    },
    end() {
      if (stderr.isTTY) void stderr.write("\r\u001b[K");
    },
  };
}

interface State {
  readonly label: string;
  readonly unit: string;
  readonly done: number;
  readonly total: number | null;
  readonly seconds: number;
}

/** `Importing ████████░░░░ 4,000 of 10,000 things, 2,100/s` */
function lineOf({ label, unit, done, total, seconds }: State): string {
  const rate = seconds > 0.5 ? `, ${grouped(done / seconds)}/s` : "";
  if (total === null || total === 0) return `${label} ${grouped(done)} ${unit}${rate}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * barLength);
  const bar = "█".repeat(filled) + "░".repeat(barLength - filled);
  return `${label} ${bar} ${grouped(done)} of ${grouped(total)} ${unit}${rate}`;
}

/** `12,345` */
export function grouped(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ",");
}
