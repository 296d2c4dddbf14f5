import { attributionRoles, authorities, modes, recordTerms } from "../domain/attribution.ts";
import { acts, certainties, codingLevels, directions } from "../domain/stance.ts";
import type { CodingStance } from "./coding.ts";
import type { CodingLink } from "./coding-parts.ts";

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, unknown>>;

/**
 * A stance of the plain kind that most lines of a bulk are, with its defaults, told without the schema, which takes
 * ten times as long. Null says nothing against it: the schema decides.
 */
export function plainStance(item: unknown): CodingStance | null {
  if (!isPlain(item, stanceChecks)) return null;
  const { holder, issue, direction, attribution = [] } = item;
  if (holder === undefined || issue === undefined || direction === undefined) return null;
  if (!Array.isArray(attribution) || attribution.length > 20 || !attribution.every(isLink)) return null;
  const stance: Record<string, unknown> = {
    ...defaults(),
    ...item,
    attribution: attribution as CodingLink[],
  };
  for (const name of dates) {
    const date = stance[name];
    if (typeof date === "string") stance[name] = date.padStart(4, "0");
  }
  return stance as CodingStance;
}

const dates = ["statedOn", "validFrom", "validUntil"] as const;

function defaults() {
  return {
    conditions: [],
    facets: {},
    act: "DECLARED",
    holderCertainty: "CERTAIN",
    codingLevel: "TEXTUAL",
    attributes: {},
  } as const;
}

/** A text that every program can keep, within a length. */
const text =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === "string" &&
    value.length >= least &&
    value.length <= most &&
    value.isWellFormed() &&
    !value.includes("\0");
const line = text(1, 2_000);
const date = text(0, 100);

function oneOf(choices: readonly string[]): Check {
  const known = new Set<unknown>(choices);
  return (value) => known.has(value);
}

function between(least: number, most: number): Check {
  return (value) => typeof value === "number" && value >= least && value <= most;
}

const stanceChecks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["holder", line],
  ["issue", line],
  ["direction", oneOf(directions)],
  ["intensity", (value) => Number.isInteger(value) && between(-2, 2)(value)],
  ["act", oneOf(acts)],
  ["holderCertainty", oneOf(certainties)],
  ["codingLevel", oneOf(codingLevels)],
  ["confidence", between(0, 1)],
  ["addressee", line],
  ["document", line],
  ["quote", line],
  ["attribution", Array.isArray],
  ["statedOn", date],
  ["validFrom", date],
  ["validUntil", date],
  ["externalId", line],
  ["note", text(0, 20_000)],
  ["coder", line],
  ["status", oneOf(["PROPOSED", "ACCEPTED"])],
]);

const sourceChecks: ReadonlyMap<string, Check> = new Map([
  ["descriptor", line],
  ["affiliation", line],
  ["rank", line],
]);

const linkChecks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["role", oneOf(attributionRoles)],
  ["actor", line],
  ["anonymous", (value) => isPlain(value, sourceChecks) && value.descriptor !== undefined],
  ["cue", line],
  ["mode", oneOf(modes)],
  ["onRecord", oneOf(recordTerms)],
  ["authority", oneOf(authorities)],
]);

function isLink(value: unknown): boolean {
  return isPlain(value, linkChecks) && value.role !== undefined;
}

/** Whether it is an object of these fields alone, each as its check wants it. */
function isPlain(value: unknown, checks: ReadonlyMap<string, Check>): value is Fields {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return false;
  for (const [name, each] of Object.entries(value)) if (!checks.get(name)?.(each)) return false;
  return true;
}
