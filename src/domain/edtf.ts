import parse from "edtf";
import { StanceGraphError } from "./error.ts";

/** A calendar day, `YYYY-MM-DD`, years 0000 to 9999: compares as text. */
export type Day = `${number}-${number}-${number}`;
/** An instant in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`: compares as text. */
export type Instant = string;

/**
 * A date as its source gives it, in EDTF (ISO 8601-2): `2014`, `2024-01`, `2024-02/2024-11`, `2024~`,
 * with the earliest and the latest day it can mean. An interval in a point's place means "some day within".
 */
export interface Edtf {
  readonly edtf: string;
  readonly earliest: Day;
  readonly latest: Day;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const maxLength = 100;
const firstDay = "0001-01-01";
const lastDay = "9999-12-31";

/** Parses a date, or says what is wrong with it. Open ends reach to the years 1 and 9999. */
export function parseEdtf(text: string): Edtf {
  if (dayPattern.test(text)) return { edtf: text, earliest: parseDay(text), latest: text as Day };
  const [lower = "", upper, rest] = text.split("/");
  // The edtf library takes an interval from a month to the same month for a reversed one.
  if (lower === upper && rest === undefined && !open(lower)) return { ...parseEdtf(lower), edtf: text };
  try {
    if (text.length > maxLength) throw new Error(`it is longer than ${maxLength} characters`);
    // The edtf library reads 2023-02-29~ as the first of March.
    for (const [day] of text.matchAll(/\d{4}-\d{2}-\d{2}/g)) parseDay(day);
    const [earliest, latest] = boundsOf(parse(text) as Parsed, text);
    if (earliest > latest) throw new Error(`it ends (${latest}) before it starts (${earliest})`);
    return { edtf: text, earliest, latest };
  } catch (cause) {
    throw new StanceGraphError("invalid", `"${text.slice(0, 60)}" is no date: ${reasonOf(cause, text)}`);
  }
}

/** Checks that a day exists: 2023-02-29 does not. */
export function parseDay(text: string): Day {
  if (dayPattern.test(text) && isInCalendar(text)) return text as Day;
  throw new StanceGraphError(
    "invalid",
    `"${text.slice(0, 60)}" is no date: write an existing day as YYYY-MM-DD, as in 2024-03-08.`,
  );
}

/** By the Gregorian calendar, also before there was one. */
function isInCalendar(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads an ISO 8601 instant and writes it in UTC with milliseconds; a bare day means its start. */
export function parseInstant(text: string): Instant {
  const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/.test(text)
    ? new Date(text)
    : null;
  if (instant === null || Number.isNaN(instant.getTime())) {
    throw new StanceGraphError(
      "invalid",
      `"${text.slice(0, 60)}" is no instant: write ISO 8601 with its zone, as in 2024-03-08T12:00:00Z.`,
    );
  }
  parseDay(text.slice(0, 10));
  if (!/^\d{4}-/.test(instant.toISOString())) {
    throw new StanceGraphError(
      "invalid",
      `"${text}" is no instant we keep: its year in UTC is not within 0000 to 9999.`,
    );
  }
  return instant.toISOString();
}

/** Stops at the first and the last day of the years 0000 to 9999. */
export function addDays(day: Day, days: number): Day {
  const time = Date.parse(day) + days * 86_400_000;
  return dayOf(Math.min(Math.max(time, Date.parse("0000-01-01")), Date.parse(lastDay)));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** What the edtf library returns, as far as we read it. Its own `max` of a set's range stops at the range's start. */
interface Parsed {
  readonly type: "Date" | "Year" | "Decade" | "Century" | "Season" | "Interval" | "List" | "Set";
  readonly min: number;
  readonly max: number;
  readonly precision?: number;
  readonly values?: readonly (Parsed | readonly Parsed[])[];
  readonly lower?: Parsed | number | null;
  readonly upper?: Parsed | number | null;
  readonly earlier?: boolean;
  readonly later?: boolean;
  readonly year?: number;
}

function boundsOf(parsed: Parsed, text: string): [Day, Day] {
  if (parsed.type === "Interval") return intervalBounds(text);
  if (parsed.type === "Set" || parsed.type === "List") return setBounds(parsed, text);
  if (/^X{1,4}/.test(text)) throw new Error("it names no year; bound it, as in 2018/2026");
  if (text.includes("T")) throw new Error("a day is the finest we keep; leave the time of day out");
  if (parsed.type === "Season")
    return [`${text.slice(0, 4)}-01-01` as Day, `${text.slice(0, 4)}-12-31` as Day];
  return [dayOf(parsed.min), dayOf(parsed.max)];
}

function intervalBounds(text: string): [Day, Day] {
  const [lower = "", upper = ""] = text.split("/");
  if (open(lower) && open(upper)) throw new Error("it has no bound at either end");
  return [
    open(lower) ? firstDay : parseEdtf(lower).earliest,
    open(upper) ? lastDay : parseEdtf(upper).latest,
  ];
}

function open(end: string): boolean {
  return end === "" || end === "..";
}

function setBounds(parsed: Parsed, text: string): [Day, Day] {
  const members = (parsed.values ?? []).flat() as Parsed[];
  if (members.length === 0) throw new Error("it is an empty set");
  const days = members.map((member) => boundsOf(member, ""));
  return [
    parsed.earlier || text.includes("[..") ? firstDay : (days.map(([first]) => first).sort()[0] as Day),
    parsed.later || text.includes("..]")
      ? lastDay
      : (days
          .map(([, last]) => last)
          .sort()
          .at(-1) as Day),
  ];
}

function dayOf(time: number): Day {
  const text = new Date(time).toISOString();
  if (!/^\d{4}-/.test(text)) throw new Error("only the years 0 to 9999 are kept");
  return text.slice(0, 10) as Day;
}

function reasonOf(cause: unknown, text: string): string {
  const remedy = "write EDTF, as in 2014, 2024-01, 2024-02/2024-11 or 2024~.";
  if (cause instanceof StanceGraphError) return cause.message;
  const message = cause instanceof Error ? cause.message : "";
  if (/invalid (upper|lower) bound/.test(message)) return `it ends before it starts; swap its ends.`;
  if (/^(it|a day|only)/.test(message)) return `${message}.`;
  return text === ""
    ? `it is empty; ${remedy}`
    : `it does not exist in the calendar or is no EDTF; ${remedy}`;
}
