import { type Day, parseEdtf } from "../../src/domain/edtf.ts";
import { idFromContent } from "../../src/domain/id.ts";
import {
  defaultRule,
  type Observation,
  type PositionRule,
  type RuleName,
} from "../../src/domain/position.ts";
import type { Direction } from "../../src/domain/stance.ts";
import { defaultIntensity } from "../../src/domain/stance.ts";

type Given = Partial<Omit<Observation, "effective" | "validFrom" | "validUntil">> & {
  readonly validFrom?: string;
  readonly validUntil?: string;
};

/** An observation as a test needs it: by Iraq on withdrawal, in its own words, unless it says otherwise. */
export function observed(direction: Direction, on: string | null, given: Given = {}): Observation {
  const { validFrom, validUntil, ...rest } = given;
  return {
    stance: idFromContent("stance", [direction, on, given], 16),
    actor: "actor:iraq",
    issue: "issue:us-withdrawal",
    direction,
    intensity: defaultIntensity(direction),
    conditions: [],
    facets: {},
    authority: 0,
    effective: on === null ? null : parseEdtf(on),
    isStated: true,
    validFrom: validFrom === undefined ? null : parseEdtf(validFrom),
    validUntil: validUntil === undefined ? null : parseEdtf(validUntil),
    recordedAt: "2025-01-01T00:00:00.000Z",
    source: `document:${on}`,
    representative: null,
    ...rest,
  };
}

export function rule(name: RuleName, given: Partial<PositionRule> = {}): PositionRule {
  return { ...defaultRule, name, ...given };
}

/** The day of a test, checked by its reader rather than by the program; null stays null. */
export function day<Text extends string | null>(text: Text): Text extends string ? Day : null {
  return text as unknown as Text extends string ? Day : null;
}
