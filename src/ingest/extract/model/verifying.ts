import { StanceGraphError } from "../../../domain/error.ts";
import { EndError, type Refused } from "../extractor.ts";
import type { Asking } from "./asking.ts";
import { verifyingQuestionOf } from "./prompt.ts";
import { type Found, inDoubt } from "./reading.ts";
import { type Verdict, verifyingAnswer, verifyingSchema } from "./shape.ts";

/** Asks of each stance whether its passage shows it. What it denies is refused; what it doubts is kept, with less confidence. */
export async function verified(
  asking: Asking,
  found: readonly Found[],
): Promise<{ readonly found: readonly Found[]; readonly refused: readonly Refused[] }> {
  if (found.length === 0) return { found, refused: [] };
  const verdicts = await verdictsOn(asking, found);
  const kept: Found[] = [];
  const refused: Refused[] = [];
  for (const [index, each] of found.entries()) {
    const verdict = verdicts?.get(index + 1) ?? null;
    if (verdict === "NO" || verdict === "OPPOSITE")
      refused.push({
        message: `Asked again whether the passage shows it, the model said ${verdict}.`,
        value: each.stance,
      });
    else kept.push(verdict === "YES" ? each : doubted(each, verdict));
  }
  return { found: kept, refused };
}

async function verdictsOn(
  asking: Asking,
  found: readonly Found[],
): Promise<ReadonlyMap<number, Verdict> | null> {
  try {
    const { value } = await asking.ask({
      messages: verifyingQuestionOf(found.map(({ claim }) => claim)),
      name: "verdicts",
      schema: verifyingSchema,
      read: (json) => {
        const parsed = verifyingAnswer.safeParse(Array.isArray(json) ? { verdicts: json } : json);
        if (!parsed.success) throw new StanceGraphError("invalid", "It is no list of verdicts.");
        return parsed.data.verdicts;
      },
    });
    return new Map(value.map(({ claim, verdict }) => [claim, verdict]));
  } catch (error) {
    // Without a second answer the first still proposes.
    if (!(error instanceof StanceGraphError) || error instanceof EndError) throw error;
    return null;
  }
}

function doubted({ stance, claim }: Found, verdict: Verdict | null): Found {
  const said = verdict === null ? "it was not confirmed" : "the model could not tell";
  return {
    claim,
    stance: {
      ...stance,
      confidence: inDoubt(stance.confidence as number | undefined),
      proposal: {
        ...stance.proposal,
        reasons: [...stance.proposal.reasons, `Asked again whether the passage shows it, ${said}.`],
      },
    },
  };
}
