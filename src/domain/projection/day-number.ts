import type { Day } from "../edtf.ts";

/** No day: before all others, as undated stances are the oldest. */
export const noDay = -1;

let lastText = "";
let lastNumber = noDay;

/** Days from 0000-01-01, which is 0; the same order as the text. */
export function numberOfDay(text: string | null): number {
  if (text === null) return noDay;
  if (text === lastText) return lastNumber;
  lastText = text;
  lastNumber = counted(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  return lastNumber;
}

const daysWritten = new Map<number, Day>();
const maxDaysWritten = 50_000;

/** The day with a number. */
export function dayOfNumber(number: number): Day {
  const written = daysWritten.get(number);
  if (written !== undefined) return written;
  const day = new Date(dayOf1970(number) * 86_400_000).toISOString().slice(0, 10) as Day;
  if (daysWritten.size >= maxDaysWritten) daysWritten.clear();
  daysWritten.set(number, day);
  return day;
}

const unixEpoch = 719_528;

/** The same day in days from 1970-01-01. */
export function dayOf1970(number: number): number {
  return number - unixEpoch;
}

/** The Gregorian calendar with years that begin in March, so that the leap day is the last (Hinnant's days_from_civil). */
function counted(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear + 60
  );
}
