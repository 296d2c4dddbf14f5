import { StanceGraphError } from "../../../domain/error.ts";
import { type NetworkWindow, networksOver } from "../series.ts";
import { type Posed, questionIn, windowingIn } from "./posed.ts";

/** Windows told of at once, and the weights of all together, as many as of one network of 2000 nodes. */
const [mostWindows, mostWeights] = [1000, 4_000_000];

/** The networks of all windows. Errors: `invalid` where they are too many. */
export function series({ statements, question, windowing }: Posed): readonly NetworkWindow[] {
  if (windowing === null) return [];
  const found: NetworkWindow[] = [];
  let weights = 0;
  for (const window of networksOver(statements, questionIn(question), windowingIn(windowing))) {
    weights += window.network.values.length;
    if (found.length === mostWindows || weights > mostWeights)
      throw new StanceGraphError(
        "invalid",
        `That makes more than ${found.length} windows with ${mostWeights} weights; ask for a larger unit, a shorter span with \`from\` and \`to\`, or fewer nodes with \`top\`.`,
        ["input", "window"],
      );
    found.push(window);
  }
  return found;
}
