import { duplicateRules } from "../analysis/network/duplicates.ts";
import { aggregates, normalizations } from "../analysis/network/index.ts";
import { kernels } from "../analysis/network/kernels.ts";
import { networkModes } from "../analysis/network/network.ts";
import { qualifiers } from "../analysis/network/qualifiers.ts";
import { windowUnits } from "../analysis/network/windows.ts";
import { stanceAxes } from "../store/stance-columns.ts";
import { actorTable, issueTable, stanceTable } from "../store/tables.ts";
import { builder } from "./builder.ts";
import { enumOf } from "./enums.ts";
import { AsOfInput } from "./inputs.ts";
import { whereInput } from "./where.ts";

export const NetworkModeEnum = enumOf("NetworkMode", "Between whom a network's ties are.", networkModes, {
  ACTORS: "Between actors, by the issues on which both spoke.",
  ISSUES: "Between issues, by the actors that spoke on both.",
  TWO_MODE: "Between actors and the issues on which they spoke.",
});

export const NetworkAggregateEnum = measureEnum(
  "NetworkAggregate",
  "How stances become a weight.",
  aggregates,
);

export const NetworkNormalizationEnum = measureEnum(
  "NetworkNormalization",
  "By what weights are divided.",
  normalizations,
);

const NetworkQualifierEnum = measureEnum("NetworkQualifier", "What of stances is compared.", qualifiers);

const NetworkDuplicatesEnum = enumOf(
  "NetworkDuplicates",
  "Within what an actor's stances of one qualifier on one issue count once.",
  duplicateRules,
  {
    NONE: "Nothing: each counts.",
    DOCUMENT: "Within a document.",
    WEEK: "Within an ISO week.",
    MONTH: "Within a month of a year.",
    YEAR: "Within a year.",
    ALL: "At all.",
  },
);

const NetworkAxisEnum = enumOf("NetworkAxis", "By what stances are told apart.", stanceAxes, {
  HOLDER: "Who holds them.",
  SPEAKER: "Who voices them: the speaker next to the holder. Stances without one are not counted.",
  AUTHOR: "Who wrote their document. Stances of documents without an author are not counted.",
  ISSUE: "The issue they are on.",
});

const NetworkCompatEnum = enumOf("NetworkCompat", "Another program whose rules are followed.", ["DNA"], {
  DNA: "The Discourse Network Analyzer: weeks begin on Sundays, weeks and months forget their year, and isolates are those of the span of days.",
});

const NetworkWindowUnitEnum = enumOf("NetworkWindowUnit", "By what windows move.", windowUnits, {
  DAYS: "Day by day.",
  WEEKS: "Week by week.",
  MONTHS: "Month by month.",
  YEARS: "Year by year.",
  STATEMENTS: "From stance to stance, in the order of their days, then of their recording.",
});

const NetworkKernelEnum = measureEnum(
  "NetworkKernel",
  "How much stances count by their distance from a window's middle.",
  kernels,
);

const NetworkWindowInput = builder.inputType("NetworkWindow", {
  description: "Moving windows. Undated stances are in none.",
  fields: (t) => ({
    unit: t.field({ type: NetworkWindowUnitEnum, required: true, description: "By what they move." }),
    size: t.int({
      required: true,
      description:
        "How many units a window has, 2 to 10000: it reaches (size − 1) / 2 to both sides of its middle, halves rounded up; of stances size / 2, halves left out.",
    }),
    kernel: t.field({
      type: NetworkKernelEnum,
      description: "How much stances count by their distance from the middle; all the same when left out.",
    }),
    beyond: t.boolean({
      required: true,
      defaultValue: false,
      description: "Also windows that reach beyond the span, cut at its ends; false when left out.",
    }),
  }),
});

export const NetworkInput = builder.inputType("NetworkInput", {
  description: "Which network.",
  fields: (t) => ({
    mode: t.field({
      type: NetworkModeEnum,
      required: true,
      defaultValue: "ACTORS",
      description: "Between whom; ACTORS when left out.",
    }),
    rows: t.field({
      type: NetworkAxisEnum,
      required: true,
      defaultValue: "HOLDER",
      description:
        "Who is meant by actors: of ACTORS the nodes, of ISSUES what ties them, of TWO_MODE the one side; HOLDER when left out.",
    }),
    columns: t.field({
      type: NetworkAxisEnum,
      required: true,
      defaultValue: "ISSUE",
      description:
        "What is meant by issues: of ISSUES the nodes, of ACTORS what ties them, of TWO_MODE the other side; ISSUE when left out. With HOLDER, and rows SPEAKER: who speaks for whom.",
    }),
    aggregate: t.field({
      type: NetworkAggregateEnum,
      description: "How stances become a weight; CONGRUENCE when left out, SUBTRACT in TWO_MODE.",
    }),
    qualifier: t.field({
      type: NetworkQualifierEnum,
      required: true,
      defaultValue: "DIRECTION",
      description: "What of stances is compared; DIRECTION when left out.",
    }),
    normalize: t.field({
      type: NetworkNormalizationEnum,
      required: true,
      defaultValue: "NONE",
      description: "By what weights are divided; NONE when left out.",
    }),
    duplicates: t.field({
      type: NetworkDuplicatesEnum,
      required: true,
      defaultValue: "NONE",
      description:
        "Within what an actor's stances of one qualifier on one issue count once; NONE, each counts, when left out. Those without a day count once a document.",
    }),
    actors: t.field({ type: whereInput(actorTable), description: "Which actors; all when left out." }),
    issues: t.field({ type: whereInput(issueTable), description: "On which issues; all when left out." }),
    stances: t.field({
      type: whereInput(stanceTable),
      description: "Which of the accepted stances; all when left out.",
    }),
    levels: t.intList({
      description:
        "Only stances at these levels of the qualifier: 1 for and 0 against, or intensities; all when left out.",
    }),
    from: t.field({
      type: "Date",
      description:
        "Only stances held from this day on: by the last day their date can mean. Undated ones then do not count.",
    }),
    to: t.field({
      type: "Date",
      description: "Only stances held up to and on this day: by the last day their date can mean.",
    }),
    window: t.field({ type: NetworkWindowInput, description: "Also in moving windows." }),
    rollUp: t.boolean({
      required: true,
      defaultValue: false,
      description:
        "Stances of members and parts count as those of the organisation they belong to, up to the highest, by asOf's day (of several parents the first by name); false when left out.",
    }),
    asOf: t.field({ type: AsOfInput, description: "As of when; everything known when left out." }),
    top: t.int({
      description:
        "Of each kind of node only so many: those with the most stances that count, ties by id. All when left out; 2000 nodes at most.",
    }),
    threshold: t.float({
      description: "Only edges whose weight is at least so far from 0; all that are not 0 when left out.",
    }),
    compat: t.field({
      type: NetworkCompatEnum,
      description: "As another program has it; by our own rules when left out.",
    }),
    isolates: t.boolean({
      required: true,
      defaultValue: false,
      description:
        "Also nodes of which no stance counts, as for lack of a side or a day; false when left out.",
    }),
  }),
});

/** An enum of measures, each with the sentence that its own file says of it. */
export function measureEnum<V extends string>(
  name: string,
  description: string,
  measures: readonly { readonly name: V; readonly summary: string }[],
) {
  const names = measures.map((measure) => measure.name);
  const meanings = Object.fromEntries(measures.map((measure) => [measure.name, measure.summary]));
  return enumOf(name, description, names, meanings as Readonly<Record<V, string>>);
}
