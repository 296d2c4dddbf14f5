/** A row of a table: its fields, and the line on which it begins; null where it is no row. */
export interface CsvLine {
  readonly line: number;
  readonly fields: readonly string[] | null;
}

/** The rows of a table with delimited fields (RFC 4180), its heading among them, one after the other. */
export function* csvLines(lines: Iterable<string | null>, delimiter: string): Generator<CsvLine> {
  let line = 0;
  let begun = 0;
  let waiting: string | null = null;
  for (const text of lines) {
    line += 1;
    if (text === null || text.includes("\0")) {
      yield { line, fields: null };
      continue;
    }
    const whole: string = waiting === null ? text : `${waiting}\n${text}`;
    if (waiting === null) begun = line;
    if (!whole.includes('"')) {
      if (whole !== "" && whole !== "\r")
        yield { line: begun, fields: withoutReturn(whole).split(delimiter) };
      waiting = null;
      continue;
    }
    const fields = quotedFields(withoutReturn(whole), delimiter);
    waiting = fields === null ? whole : null;
    if (fields !== null) yield { line: begun, fields };
  }
  if (waiting !== null) yield { line: begun, fields: null };
}

/** Null: a quoted field does not end here. */
function quotedFields(text: string, delimiter: string): readonly string[] | null {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let field = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return null;
        field += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
    }
    const next = text.indexOf(delimiter, at);
    fields.push(field + text.slice(at, next < 0 ? undefined : next));
    if (next < 0) return fields;
    at = next + 1;
  }
}

function withoutReturn(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}
