const millisecondsADay = 86_400_000;

/** The number of the ISO week that a day is in; weeks of different years differ. Days count from 1970-01-01, a Thursday. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

/**
 * The number of the week within its year, 1 to 53, as the Discourse Network Analyzer has it: weeks begin on Sundays, and
 * the first is that of 1 January.
 */
export function weekOfYear(day: number): number {
  const saturday = Math.floor((day + 4) / 7) * 7 + 2;
  const newYear = Date.UTC(yearOf(saturday), 0, 1) / millisecondsADay;
  return Math.floor((saturday - newYear) / 7) + 1;
}

/** The number of the month that a day is in; months of different years differ. */
export function monthOf(day: number): number {
  return yearOf(day) * 12 + monthOfYear(day);
}

/** 0 to 11. */
export function monthOfYear(day: number): number {
  return new Date(day * millisecondsADay).getUTCMonth();
}

export function yearOf(day: number): number {
  return new Date(day * millisecondsADay).getUTCFullYear();
}

/** The day of its month, from 1. */
export function dayIn(day: number): number {
  return new Date(day * millisecondsADay).getUTCDate();
}
