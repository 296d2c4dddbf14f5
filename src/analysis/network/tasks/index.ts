import { arrange } from "./arrange.ts";
import { dispute } from "./dispute.ts";
import { group } from "./group.ts";
import { polarize } from "./polarize.ts";
import { rank } from "./rank.ts";
import { reduce } from "./reduce.ts";
import { series } from "./series.ts";

/** Everything that may take seconds: pure, and of what can be sent to another thread and back. */
export const tasks = { arrange, dispute, group, polarize, rank, reduce, series } as const;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type InputOf<N extends TaskName> = Parameters<Tasks[N]>[0];
export type OutputOf<N extends TaskName> = ReturnType<Tasks[N]>;
