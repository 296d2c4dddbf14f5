import { StanceGraphError } from "../domain/error.ts";

/** More is no filter or input that anybody writes, and what reads it goes down level by level. */
const maxLevels = 32;
const maxValues = 10_000;

/** The JSON itself, unless it is nested deeper, or holds more values, than is read. */
export function within<T>(json: T, what: string): T {
  let level: readonly unknown[] = [json];
  let values = 0;
  for (let levels = 0; level.length > 0; levels += 1) {
    values += level.length;
    if (levels > maxLevels)
      throw refusal(`${what}: nested deeper than ${maxLevels} levels. Write it with fewer.`);
    if (values > maxValues)
      throw refusal(`${what}: more than ${maxValues} values. Give them in several requests.`);
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return json;
}

function refusal(message: string): StanceGraphError {
  return new StanceGraphError("invalid", message);
}
