import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { importSources } from "../../src/ingest/import.ts";
import { fileSource, textSource } from "../../src/ingest/source.ts";
import { workbookSource } from "../../src/ingest/table/workbook.ts";
import { folderOfTest } from "./dna-debate.ts";
import { author, emptyStore } from "./graph.ts";

const mapping = `stancegraph-mapping: 1
table:
  document: { title: "Claims of {day}", publishedOn: "{day}" }
  holder: { name: "{who}", kind: PERSON }
  issue: { label: "{what}" }
  stance:
    direction: { of: "{side}", values: { "1": SUPPORTS, "-1": OPPOSES } }
    note: "{note}"
    externalId: "{#}"
`;

/** A workbook as Office Open XML has it (ECMA-376): a day is a number with a date's style. */
function workbook(): Uint8Array {
  const cell = (at: string, value: string) =>
    /^-?\d+$/.test(value)
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
  const row = (number: number, values: readonly string[], day: string | null) =>
    `<row r="${number}">${values.map((value, index) => (value === "" ? "" : cell(`${"ABCD"[index]}${number}`, value))).join("")}${day === null ? cell(`E${number}`, "day") : `<c r="E${number}" s="1"><v>${day}</v></c>`}</row>`;
  const files = {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Claims" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${row(1, ["who", "what", "side", "note"], null)}${row(2, ["Cole, Ada", "Coal tax", "1", "said &quot;so&quot;,\ntwice"], "45359")}${row(3, ["Ben", "Coal tax", "-1", ""], "45360")}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

async function imported(bytes: Uint8Array) {
  const file = join(folderOfTest(), "claims.xlsx");
  writeFileSync(file, bytes);
  const source = await workbookSource({ ...fileSource(file), name: "claims.xlsx" });
  const store = emptyStore();
  importSources(store, [{ ...source, mapping: textSource("mapping.yaml", mapping) }], { author });
  return store;
}

describe("an Excel workbook", () => {
  it("is a table: its first sheet, with days as days and words as they stand", async () => {
    const store = await imported(workbook());
    const claims = [...store.stances.all()].map(({ holder, direction, publishedOn, note }) => [
      store.actors.require(holder).name,
      direction,
      publishedOn?.edtf,
      note,
    ]);
    expect(claims.sort()).toEqual([
      ["Ben", "OPPOSES", "2024-03-09", null],
      ["Cole, Ada", "SUPPORTS", "2024-03-08", 'said "so",\ntwice'],
    ]);
  });

  it.each([
    ["no archive", Buffer.from("who,what\n"), /no archive/],
    ["an archive of something else", Buffer.from(zipSync({ "a.txt": strToU8("a") })), /no Excel workbook/],
  ])("that is %s is told", async (_, bytes, message) => {
    await expect(imported(bytes)).rejects.toThrow(message);
  });
});
