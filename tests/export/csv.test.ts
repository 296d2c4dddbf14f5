import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "../../src/export/csv.ts";

const fieldsOf = (line: string) => (parse(line, { relax_column_count: true }) as string[][])[0];

describe("a CSV line", () => {
  it("ends in CRLF and leaves plain values bare", () => {
    expect(csvLine(["a", 1, -1, null, true, "b c"])).toBe("a,1,-1,,true,b c\r\n");
  });

  it("quotes commas, quotes and line ends", () => {
    expect(csvLine(['say "no"', "a,b", "a\nb"])).toBe('"say ""no""","a,b","a\nb"\r\n');
  });

  it("writes lists as JSON text", () => {
    expect(fieldsOf(csvLine(["x", [{ kind: "IF", text: "paid" }]]))).toEqual([
      "x",
      '[{"kind":"IF","text":"paid"}]',
    ]);
  });

  it.each(["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"])(
    "disarms the text %j, which a spreadsheet would run",
    (text) => {
      expect(fieldsOf(csvLine(["x", text]))).toEqual(["x", `'${text}`]);
    },
  );

  it("is read back as it was written, whatever it holds", () => {
    const harmless = fc
      .string({ unit: "binary" })
      .filter((text) => !/^[=+\-@\t\r]/.test(text) && text !== "");
    fc.assert(
      fc.property(fc.array(harmless, { minLength: 2 }), (cells) => {
        expect(fieldsOf(csvLine(cells))).toEqual(cells);
      }),
    );
  });
});
