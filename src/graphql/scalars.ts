import { type Day, type Edtf, parseDay, parseEdtf, parseInstant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import { builder } from "./builder.ts";

builder.scalarType("Date", {
  description: "A calendar day, `YYYY-MM-DD`, years 0000 to 9999.",
  serialize: (day) => day,
  parseValue: (value): Day => parseDay(textOf(value, "a day, as in 2024-03-08")),
});

builder.scalarType("DateTime", {
  description:
    "An instant in UTC, ISO 8601: `2024-03-08T12:00:00.000Z`. Read with any offset; a bare day means its start.",
  serialize: (instant) => instant,
  parseValue: (value) => parseInstant(textOf(value, "an instant, as in 2024-03-08T12:00:00Z")),
});

builder.scalarType("EDTF", {
  description:
    "A date as its source gives it, in EDTF (ISO 8601-2): `2014`, `2024-01`, `2024-03-08`, `2024-02/2024-11` (some day within), `2024~` (about).",
  serialize: ({ edtf }: Edtf) => edtf,
  parseValue: (value) => parseEdtf(textOf(value, "a date, as in 2024-01")).edtf,
});

function textOf(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw new StanceGraphError("invalid", `Give ${what}, as a text in quotes.`);
}
