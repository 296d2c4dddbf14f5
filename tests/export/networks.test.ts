import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ignore } from "../../src/analysis/network/ignore.ts";
import { type NetworkQuestion, networkOf } from "../../src/analysis/network/network.ts";
import { none } from "../../src/analysis/network/none.ts";
import { subtract } from "../../src/analysis/network/subtract.ts";
import { forTies } from "../../src/analysis/network/ties.ts";
import type { Drawing } from "../../src/export/networks/drawing.ts";
import { networkFormatFor, networkFormats } from "../../src/export/networks/index.ts";
import { spokenIn, statementsOf } from "../analysis/network/dna-database.ts";
import { filesIn, sharedFolder } from "../analysis/network/shared.ts";

const small: Drawing = {
  isTwoMode: false,
  nodes: [
    { id: "actor:a", label: 'A & "B" <C>', kind: "ACTOR", statements: 3 },
    { id: "actor:d", label: "D", kind: "ACTOR", statements: 1 },
    { id: "actor:e", label: "E", kind: "ACTOR", statements: 1 },
  ],
  edges: [
    { source: "actor:a", target: "actor:d", weight: 1.5 },
    { source: "actor:d", target: "actor:e", weight: -2 },
  ],
  windows: [],
};

const windowed: Drawing = {
  ...small,
  windows: [
    {
      from: "2024-01-01",
      middle: "2024-01-02",
      to: "2024-01-03",
      edges: [{ source: "actor:a", target: "actor:d", weight: 1 }],
    },
    {
      from: "2024-01-02",
      middle: "2024-01-03",
      to: "2024-01-04",
      edges: [{ source: "actor:a", target: "actor:d", weight: 2 }],
    },
  ],
};

const written = (name: string, drawing = small) => networkFormatFor(name).write(drawing);

/** Tags in their order, each closed where it should be; what is not well-formed is told. */
function illFormed(xml: string): string | null {
  const open: string[] = [];
  const rest = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, "");
  for (const [tag, slash, name = "", attributes = "", end] of rest.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w.:]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (slash === "/" && open.pop() !== name) return tag;
    if (slash === "" && end === "") open.push(name);
    if (/&(?!amp;|lt;|gt;|quot;)/.test(attributes)) return tag;
  }
  const text = rest.replaceAll(/<\/?[\w:]+(?:\s+[\w.:]+="[^"<]*")*\s*\/?>/g, "");
  return open.length > 0 || /[<>]|&(?!amp;|lt;|gt;|quot;)/.test(text) ? text.trim() || open.join() : null;
}

const root = new URL("../../", import.meta.url);

describe("networks for other programs", () => {
  it("stand in the README, each with its ending and what it is", () => {
    const readme = readFileSync(new URL("README.md", root), "utf8");
    const missing = networkFormats.filter(
      ({ name, extension, summary }) => !readme.includes(`| \`${name}\` | .${extension} | ${summary} |`),
    );
    expect(missing).toEqual([]);
  });

  it.each(["graphml", "visone", "gexf"])("are well-formed as %s, whatever a label holds", (name) => {
    expect([small, windowed].map((drawing) => illFormed(written(name, drawing)))).toEqual([null, null]);
    expect(written(name)).toContain("A &amp; &quot;B&quot; &lt;C&gt;");
  });

  it("declare in GraphML each key that they use", () => {
    for (const name of ["graphml", "visone"]) {
      const keys = [...written(name).matchAll(/<key [^>]*id="(\w+)"/g)].map(([, id]) => id);
      const used = [...written(name).matchAll(/<data key="(\w+)"/g)].map(([, id]) => id);
      expect(used.filter((id) => !keys.includes(id))).toEqual([]);
    }
    expect(written("visone")).toContain('<visone:labelAttribute edgeLabel="weight" nodeLabel="label"/>');
  });

  it("change in GEXF from window to window, without overlap", () => {
    expect(written("gexf", windowed)).toContain(
      '<edge id="0" source="actor:a" target="actor:d"><attvalues><attvalue for="weight" value="1" start="2024-01-02" end="2024-01-02"/>' +
        '<attvalue for="weight" value="2" start="2024-01-03" end="2024-01-04"/></attvalues>' +
        '<spells><spell start="2024-01-02" end="2024-01-02"/><spell start="2024-01-03" end="2024-01-04"/></spells></edge>',
    );
  });

  it("are in Pajek vertices and edges by number", () => {
    expect(written("pajek").split("\r\n")).toEqual([
      "*Vertices 3",
      "1 \"A & 'B' <C>\"",
      '2 "D"',
      '3 "E"',
      "*Edges",
      "1 2 1.5",
      "2 3 -2",
      "",
    ]);
  });

  it("are in CSV ties or a matrix", () => {
    expect(written("edges", windowed)).toBe(
      "Source,SourceLabel,Target,TargetLabel,Type,Weight,From,To\r\n" +
        'actor:a,"A & ""B"" <C>",actor:d,D,Undirected,1,2024-01-01,2024-01-03\r\n' +
        'actor:a,"A & ""B"" <C>",actor:d,D,Undirected,2,2024-01-02,2024-01-04\r\n',
    );
    expect(written("matrix")).toBe(
      ',"A & ""B"" <C>",D,E\r\n"A & ""B"" <C>",0,1.5,0\r\nD,1.5,0,-2\r\nE,0,-2,0\r\n',
    );
  });

  it("are in JSON as d3 and Cytoscape have them", () => {
    expect(JSON.parse(written("d3"))).toEqual({ nodes: small.nodes, links: small.edges });
    expect(JSON.parse(written("cytoscape")).elements.edges[1]).toEqual({
      data: { id: "edge-1", source: "actor:d", target: "actor:e", weight: -2 },
    });
  });

  it("are found by name and by ending; others are refused with those there are", () => {
    for (const { name, extension } of networkFormats)
      expect([networkFormatFor(name).name, networkFormatFor(extension).name]).toEqual([name, name]);
    expect(() => networkFormatFor("xls")).toThrow(
      /cannot be exported as "xls"; choose one of: graphml \(graphml\)/,
    );
  });
});

const folder = sharedFolder("dna");

describe.skipIf(folder === null)("beside the files of the Discourse Network Analyzer", () => {
  it.each([
    ["one_org-con_ignore", "ACTORS", ignore],
    ["one_org-con_subtract", "ACTORS", subtract],
    ["two_org-con_ignore", "TWO_MODE", ignore],
    ["two_org-con_subtract", "TWO_MODE", subtract],
  ] as const)("%s.dl is the same", (name, mode, aggregate) => {
    const statements = statementsOf(
      spokenIn(`${folder}/databases/sample.dna`, "organization", "concept"),
      "BINARY",
    );
    const drawing = drawn({
      statements,
      question: { mode, aggregate, normalization: none, duplicates: "NONE" },
    });
    const theirs = filesIn(`${folder}/oracle/sample_exports.tar.gz`).get(`${name}.dl`) ?? "";
    expect(written("dl", drawing).trim()).toBe(theirs.replaceAll("\r\n", "\n").trim());
  });
});

function drawn({
  statements,
  question,
}: {
  statements: Parameters<typeof networkOf>[0];
  question: NetworkQuestion;
}): Drawing {
  const network = networkOf(statements, question);
  const { mode, rows, columns } = network;
  const edges: Drawing["edges"][number][] = [];
  forTies(network, 0, (row, column, weight) => {
    edges.push({ source: rows.labels[row] as string, target: columns.labels[column] as string, weight });
  });
  const sides = mode === "TWO_MODE" ? [rows, columns] : [rows];
  return {
    isTwoMode: mode === "TWO_MODE",
    nodes: sides.flatMap(({ labels, axis, statements: counts }) =>
      labels.map((id, at) => ({
        id,
        label: id,
        kind: axis === "actor" ? ("ACTOR" as const) : ("ISSUE" as const),
        statements: counts[at] as number,
      })),
    ),
    edges,
    windows: [],
  };
}
