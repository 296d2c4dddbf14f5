import { placeOf } from "../domain/document.ts";
import type { Stance } from "../domain/stance.ts";
import type { Analysis } from "./analysis.ts";

export const reliability: Analysis = {
  name: "reliability",
  summary: "How far coders of the same texts agree, field by field, beyond what chance would give.",
  reference:
    "Krippendorff's alpha: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; the same holder, issue and " +
    "document with quotes that overlap is one unit",
};

export const measurementLevels = ["NOMINAL", "ORDINAL", "INTERVAL"] as const;
export type MeasurementLevel = (typeof measurementLevels)[number];

/** What coders gave to one unit; who did not code it is left out. */
type Unit = readonly number[];

/** 1 full agreement, 0 as by chance, below 0 worse; null where nothing can be compared, or nothing varies. */
export function krippendorffAlpha(units: readonly Unit[], level: MeasurementLevel): number | null {
  const pairable = units.filter((unit) => unit.length > 1);
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const counts = values.map((value) => pairable.flat().filter((each) => each === value).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const difference = differenceBy[level](values, counts);
  let observed = 0;
  for (const unit of pairable)
    for (const [at, one] of unit.entries())
      for (const other of unit.slice(at + 1))
        observed +=
          (2 * difference(place.get(one) as number, place.get(other) as number)) / (unit.length - 1);
  let expected = 0;
  for (const [one, count] of counts.entries())
    for (const [other, otherCount] of counts.entries())
      expected += count * otherCount * difference(one, other);
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

type Difference = (one: number, other: number) => number;

/** How far two values are apart, squared, by their places among all. */
const differenceBy: Readonly<
  Record<MeasurementLevel, (values: readonly number[], counts: readonly number[]) => Difference>
> = {
  NOMINAL: () => (one, other) => (one === other ? 0 : 1),
  INTERVAL: (values) => (one, other) => ((values[one] as number) - (values[other] as number)) ** 2,
  ORDINAL: (_, counts) => (one, other) => {
    const [from, to] = one < other ? [one, other] : [other, one];
    const between = counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
    return (between - ((counts[from] as number) + (counts[to] as number)) / 2) ** 2;
  },
};

export const codedFields = ["DIRECTION", "INTENSITY", "CONDITIONAL", "ACT", "CODING_LEVEL"] as const;
export type CodedField = (typeof codedFields)[number];

type Coded = Pick<
  Stance,
  | "id"
  | "coder"
  | "holder"
  | "issue"
  | "document"
  | "direction"
  | "intensity"
  | "conditions"
  | "act"
  | "codingLevel"
>;

const fields: Readonly<
  Record<
    CodedField,
    { readonly level: MeasurementLevel; readonly valueIn: (stance: Coded) => string | number }
  >
> = {
  DIRECTION: { level: "NOMINAL", valueIn: ({ direction }) => direction },
  INTENSITY: { level: "ORDINAL", valueIn: ({ intensity }) => intensity },
  CONDITIONAL: { level: "NOMINAL", valueIn: ({ conditions }) => (conditions.length > 0 ? 1 : 0) },
  ACT: { level: "NOMINAL", valueIn: ({ act }) => act },
  CODING_LEVEL: { level: "NOMINAL", valueIn: ({ codingLevel }) => codingLevel },
};

/** A coded stance with where its quotes begin and end in the document. */
export interface Reading extends Coded {
  readonly start: number;
  readonly end: number;
}

/** The reading that a stance is; ids of evidence end with its place in the document. */
export function readingOf(stance: Stance): Reading {
  const places = stance.evidence.map(placeOf);
  const start = Math.min(...places.map((place) => place.start));
  return { ...stance, start, end: Math.max(...places.map(({ end }) => end)) };
}

export interface FieldReliability {
  readonly field: CodedField;
  readonly level: MeasurementLevel;
  readonly alpha: number | null;
}

export interface Reliability {
  readonly coders: number;
  /** Units that at least two coders found. */
  readonly units: number;
  /** Units that one coder alone found: what others overlooked, or left out. */
  readonly alone: number;
  readonly fields: readonly FieldReliability[];
}

/** How far coders agree on what they read in the same places. */
export function reliabilityOf(readings: readonly Reading[]): Reliability {
  const units = unitsOf(readings);
  const shared = units.filter((unit) => unit.length > 1);
  return {
    coders: new Set(readings.map(({ coder }) => coder)).size,
    units: shared.length,
    alone: units.length - shared.length,
    fields: codedFields.map((field) => {
      const { level, valueIn } = fields[field];
      const numberOf = numbering();
      const values = shared.map((unit) => unit.map((reading) => numberOf(valueIn(reading))));
      return { field, level, alpha: krippendorffAlpha(values, level) };
    }),
  };
}

/** The fields in which readings of one unit differ. */
export function differingIn(unit: readonly Reading[]): readonly CodedField[] {
  return codedFields.filter((field) => new Set(unit.map(fields[field].valueIn)).size > 1);
}

/** Readings of the same holder on the same issue whose quotes overlap; the first that each coder has there. */
export function unitsOf(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const about = Map.groupBy(readings, ({ document, holder, issue }) => `${document} ${holder} ${issue}`);
  return [...about.values()].flatMap((same) => {
    const units: { end: number; readonly byCoder: Map<string, Reading> }[] = [];
    for (const reading of same.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      const last = units.at(-1);
      const isNear = last !== undefined && reading.start < last.end;
      const unit = isNear ? last : { end: reading.end, byCoder: new Map<string, Reading>() };
      if (!isNear) units.push(unit);
      unit.end = Math.max(unit.end, reading.end);
      if (!unit.byCoder.has(reading.coder)) unit.byCoder.set(reading.coder, reading);
    }
    return units.map(({ byCoder }) => [...byCoder.values()]);
  });
}

/** Numbers for words, in the order in which they come; numbers stay as they are. */
function numbering(): (value: string | number) => number {
  const known = new Map<string, number>();
  return (value) => {
    if (typeof value === "number") return value;
    const number = known.get(value) ?? known.size;
    known.set(value, number);
    return number;
  };
}
