import type { Random } from "../random.ts";
import type { Debate, Loss } from "./backbone.ts";

export interface PenalisedBackbone extends Loss {
  readonly issues: readonly number[];
  /** The loss times the penalty, which is the least found. */
  readonly penalised: number;
  readonly method: "EXACT" | "SEARCH";
}

/** All sets of so many issues are tried: 2^12. */
const mostTried = 12;

/**
 * The backbone of the least penalised loss, loss · exp(−p · (m − b) / m), with b of m issues kept: larger p, fewer
 * issues. With `size` only sets of that size, without a penalty. Up to twelve issues each set is tried, beyond that
 * simulated annealing with a falling temperature adds, removes and swaps issues by chance, the same of the same seed.
 */
export function penalisedBackbone(
  { issues, lossOf }: Debate,
  {
    penalty = 7.5,
    size = null,
    rounds = 2000,
    random,
  }: {
    readonly penalty?: number;
    readonly size?: number | null;
    readonly rounds?: number;
    readonly random: Random;
  },
): PenalisedBackbone | null {
  const all = issues.length;
  if (all < 2 || (size !== null && (size < 1 || size >= all))) return null;
  const scored = (kept: readonly number[]) => {
    const loss = lossOf(new Set(kept));
    const factor = size === null ? Math.exp((-penalty * (all - kept.length)) / all) : 1;
    return { ...loss, issues: kept, penalised: loss.backbone * factor };
  };
  const sets = all <= mostTried ? everySet(issues, size) : null;
  if (sets !== null) {
    const best = sets.map(scored).reduce((one, other) => (other.penalised < one.penalised ? other : one));
    return { ...best, method: "EXACT" };
  }
  let current = scored(drawn(issues, size ?? 1, random));
  let best = current;
  for (let round = 1; round <= rounds; round += 1) {
    const temperature = 1 - 1 / (1 + Math.exp(5 - (12 * round) / rounds));
    const next = scored(stepped(issues, current.issues, { isFixed: size !== null, random }));
    const worse = next.penalised - current.penalised;
    if (worse < 0 || random() < Math.exp(-worse) * temperature) current = next;
    if (current.penalised < best.penalised) best = current;
  }
  return { ...best, issues: best.issues.toSorted((a, b) => a - b), method: "SEARCH" };
}

/** Each set that is neither empty nor all. */
function everySet(issues: readonly number[], size: number | null): readonly (readonly number[])[] {
  const sets = Array.from({ length: 2 ** issues.length - 2 }, (_, at) =>
    issues.filter((_issue, bit) => ((at + 1) >> bit) & 1),
  );
  return size === null ? sets : sets.filter((set) => set.length === size);
}

function stepped(
  issues: readonly number[],
  kept: readonly number[],
  { isFixed, random }: { readonly isFixed: boolean; readonly random: Random },
): readonly number[] {
  const others = issues.filter((issue) => !kept.includes(issue));
  const [out, into] = [pick(kept, random), pick(others, random)];
  const without = kept.filter((issue) => issue !== out);
  const ways = isFixed
    ? ["swap"]
    : ["swap", ...(kept.length > 1 ? ["remove"] : []), ...(others.length > 1 ? ["add"] : [])];
  const way = pick(ways, random);
  if (way === "remove") return without;
  return way === "add" ? [...kept, into] : [...without, into];
}

function drawn(issues: readonly number[], size: number, random: Random): readonly number[] {
  const left = [...issues];
  return Array.from({ length: size }, () => left.splice(Math.floor(random() * left.length), 1)[0] as number);
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}
