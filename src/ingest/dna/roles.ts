import { type Direction, directions } from "../../domain/stance.ts";
import type { DnaMapping } from "../mapping.ts";
import type { DnaBase, Entity, Statement } from "./base.ts";

/** The variable of our exports for stances that take no side. */
const sideVariable = "stance direction";
const ownSides = Object.fromEntries(directions.map((direction) => [direction, direction]));

/** Which variable of statements plays which part. */
export interface Roles {
  readonly holder: string;
  readonly speaker: string | null;
  readonly issue: string;
  readonly qualifierOf: (statement: Statement) => string | null;
  readonly values: Readonly<Record<string, Direction>>;
}

export function rolesIn(base: DnaBase, mapping: DnaMapping): Roles {
  const { holder = "organization", speaker = "person", issue = "concept", qualifier, values = {} } = mapping;
  const known = new Set(base.variables.map(({ name }) => name));
  const labels = new Map(base.types.map(({ ID, Label }) => [ID, Label]));
  const byType = Map.groupBy(base.variables, ({ type }) => labels.get(type));
  const guesses = new Map(
    [...byType].map(([type, variables]) => {
      if (variables.some(({ name }) => name === sideVariable)) return [type, sideVariable] as const;
      const named = variables.find(({ name }) => name === (qualifier ?? "agreement"));
      const one = (dataType: string) => {
        const all = variables.filter((each) => each.dataType === dataType);
        return all.length === 1 ? all[0] : undefined;
      };
      const found = named ?? (qualifier === undefined ? (one("boolean") ?? one("integer")) : undefined);
      return [type, found?.name ?? null] as const;
    }),
  );
  return {
    holder,
    speaker: known.has(speaker) ? speaker : null,
    issue,
    qualifierOf: ({ type }) => guesses.get(type) ?? null,
    values,
  };
}

/** What a statement says as a stance; null: it says of nobody that they are for or against anything. */
export interface Said {
  readonly holder: Entity;
  readonly speaker: Entity | null;
  readonly issue: Entity;
  readonly direction: Direction;
  readonly intensity: number;
  /** The qualifier, and whether direction and intensity tell its value to the full. */
  readonly qualifier: string;
  readonly isTold: boolean;
}

export function saidIn(statement: Statement, roles: Roles): Said | null {
  const { values } = statement;
  const entityOf = (variable: string | null) => {
    const value = variable === null ? undefined : values[variable];
    return typeof value === "object" && value !== null && value.value.trim() !== "" ? value : null;
  };
  const speaker = entityOf(roles.speaker);
  const holder = entityOf(roles.holder) ?? speaker;
  const issue = entityOf(roles.issue);
  const qualifier = roles.qualifierOf(statement);
  const table = qualifier === sideVariable ? ownSides : roles.values;
  const side = qualifier === null ? null : sideOf(values[qualifier], table);
  if (holder === null || issue === null || qualifier === null || side === null) return null;
  return { holder, speaker, issue, qualifier, ...side };
}

/** True is for, false against; of numbers the sign says it, and the number how strongly where it is −2 to 2. */
function sideOf(
  value: Statement["values"][string] | undefined,
  values: Roles["values"],
): Pick<Said, "direction" | "intensity" | "isTold"> | null {
  if (typeof value === "boolean")
    return { direction: value ? "SUPPORTS" : "OPPOSES", intensity: value ? 1 : -1, isTold: true };
  if (typeof value === "number") {
    const sign = Math.sign(value);
    const direction = sign === 0 ? "NEUTRAL" : sign > 0 ? "SUPPORTS" : "OPPOSES";
    return { direction, intensity: Math.abs(value) <= 2 ? value : sign, isTold: false };
  }
  if (typeof value !== "object" || value === null) return null;
  const direction = values[value.value];
  if (direction === undefined) return null;
  return {
    direction,
    intensity: direction === "SUPPORTS" ? 1 : direction === "OPPOSES" ? -1 : 0,
    isTold: false,
  };
}
