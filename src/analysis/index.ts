import { agreement } from "./agreement.ts";
import type { Analysis } from "./analysis.ts";
import { changes } from "./changes.ts";
import { codebookCheck } from "./codebook/check.ts";
import { distinctiveTerms } from "./codebook/log-odds.ts";
import { compare } from "./compare.ts";
import { members } from "./members.ts";
import { backbone } from "./network/backbone/backbone.ts";
import { changePoints } from "./network/clusters/change-points.ts";
import { communities } from "./network/clusters/communities.ts";
import { hierarchy } from "./network/clusters/hierarchy.ts";
import { network } from "./network/index.ts";
import { issueConflict } from "./network/issue-conflict.ts";
import { polarization } from "./network/polarization/polarization.ts";
import { scaling } from "./network/scaling.ts";
import { reliability } from "./reliability.ts";
import { spread } from "./spread.ts";
import { timeline } from "./timeline.ts";

export type { Analysis } from "./analysis.ts";

/** Every analysis there is. */
export const analyses: readonly Analysis[] = [
  members,
  timeline,
  changes,
  compare,
  agreement,
  spread,
  reliability,
  network,
  polarization,
  communities,
  changePoints,
  hierarchy,
  scaling,
  issueConflict,
  backbone,
  codebookCheck,
  distinctiveTerms,
];
