import { describe, expect, it } from "vitest";
import { inWords } from "../../src/cli/row.ts";
import { coloursOf } from "../../src/cli/style.ts";
import { tableText, widthOf } from "../../src/cli/table.ts";
import { coalStage } from "./coding.ts";

const plain = coloursOf({ write: async () => {}, isTTY: false, columns: null }, {});
const columns = [
  { name: "name", summary: "" },
  { name: "note", summary: "" },
];

describe("a table", () => {
  it("is cut to the terminal, the widest column first", () => {
    const rows = [{ name: "Ana", note: "a long remark that does not fit" }];
    expect(tableText(columns, rows, { width: 20, colours: plain })).toBe(
      "name  note\nAna   a long remark…\n",
    );
  });

  it("is cut in its last column before any other, as long as that still reads", () => {
    const rows = [{ name: "Both sides of the talks", note: "there is reluctance on both sides" }];
    expect(tableText(columns, rows, { width: 50, colours: plain })).toBe(
      "name                     note\nBoth sides of the talks  there is reluctance on b…\n",
    );
  });

  it("is not cut where it goes to a file", () => {
    const note = "x".repeat(500);
    expect(tableText(columns, [{ name: "Ana", note }], { width: null, colours: plain })).toContain(note);
  });

  it("lets no stored text play with the terminal", () => {
    const rows = [{ name: "\u001b[31mred\u0007", note: "two\nlines \u202etxet" }];
    const text = tableText(columns, rows, { width: null, colours: plain });
    expect(text).toBe("name       note\n�[31mred�  two lines �txet\n");
  });

  it("counts what letters take on a terminal, not how they are stored", () => {
    expect([widthOf("Zoë"), widthOf("日本"), widthOf("e\u0301"), widthOf("👍")]).toEqual([3, 4, 1, 2]);
  });

  it("puts numbers to the right", () => {
    const rows = [{ name: 7 }, { name: 1200 }];
    expect(tableText(columns.slice(0, 1), rows, { width: null, colours: plain })).toBe("name\n   7\n1200\n");
  });
});

describe("a value in words", () => {
  it.each([
    [null, null],
    [["a", "b"], "a; b"],
    [{ pace: "later", extent: ["complete", "partial"] }, "pace: later; extent: complete, partial"],
    [
      [
        { kind: "IF", text: "it rains" },
        { kind: "UNLESS", text: "it snows" },
      ],
      "IF: it rains; UNLESS: it snows",
    ],
  ])("of %j is %j", (cell, words) => {
    expect(inWords(cell)).toBe(words);
  });
});

describe("colour", () => {
  const bold = "\u001b[1m";

  it("is for terminals", async () => {
    expect((await (await coalStage({ columns: 100 })).run("actors")).stdout).toContain(bold);
    expect((await (await coalStage()).run("actors")).stdout).not.toContain(bold);
  });

  it("goes away with NO_COLOR, and comes with FORCE_COLOR", async () => {
    expect(
      (await (await coalStage({ columns: 100, env: { NO_COLOR: "1" } })).run("actors")).stdout,
    ).not.toContain(bold);
    expect((await (await coalStage({ env: { FORCE_COLOR: "1" } })).run("actors")).stdout).toContain(bold);
  });
});

describe("a format", () => {
  it("is one of four", async () => {
    const { code, stderr } = await (await coalStage()).run("actors", "--json", "--csv");
    expect({ code, stderr: stderr.split("\n")[0] }).toEqual({
      code: 2,
      stderr: "stancegraph: Choose one format: --json or --csv.",
    });
  });

  it("of JSON is one array, also an empty one", async () => {
    const stage = await coalStage();
    expect(JSON.parse((await stage.run("actors", "--json")).stdout)).toHaveLength(3);
    expect((await stage.run("actors", "--search", "nobody", "--json")).stdout).toBe("[]\n");
  });
});
