import { agreement } from "./agreement.ts";
import type { Analysis } from "./analysis.ts";
import { changes } from "./changes.ts";
import { compare } from "./compare.ts";
import { members } from "./members.ts";
import { network } from "./network/index.ts";
import { timeline } from "./timeline.ts";

export type { Analysis } from "./analysis.ts";

/** Every analysis there is. */
export const analyses: readonly Analysis[] = [members, timeline, changes, compare, agreement, network];
