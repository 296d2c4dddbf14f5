import type { Drawing, DrawnNode, DrawnWindow, NetworkFormat } from "./drawing.ts";
import { inXml } from "./xml.ts";

/**
 * GEXF 1.3 for Gephi. With windows it is dynamic: a tie has the weight of a window from the day that this is around up to
 * the day before the next, so that weights do not overlap as windows do. https://gexf.net/schema.html
 */
export const gexf: NetworkFormat = {
  name: "gexf",
  summary: "GEXF for Gephi, dynamic with windows.",
  mediaType: "application/gexf+xml",
  extension: "gexf",
  write: ({ nodes, edges, windows }: Drawing) => {
    const isDynamic = windows.length > 0;
    const ties = isDynamic
      ? dynamicTies(windows)
      : edges.map((edge, at) => tie(edge, at, String(edge.weight), ""));
    return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <graph defaultedgetype="undirected" mode="${isDynamic ? 'dynamic" timeformat="date' : "static"}">
    <attributes class="node">
      <attribute id="kind" title="kind" type="string"/>
      <attribute id="statements" title="statements" type="integer"/>
    </attributes>
${isDynamic ? '    <attributes class="edge" mode="dynamic">\n      <attribute id="weight" title="Weight" type="double"/>\n    </attributes>\n' : ""}    <nodes>
${nodes.map(node).join("")}    </nodes>
    <edges>
${ties.join("")}    </edges>
  </graph>
</gexf>
`;
  },
};

function node({ id, label, kind, statements }: DrawnNode): string {
  return `      <node id="${inXml(id)}" label="${inXml(label)}"><attvalues><attvalue for="kind" value="${kind}"/><attvalue for="statements" value="${statements}"/></attvalues></node>\n`;
}

function tie(
  { source, target }: { readonly source: string; readonly target: string },
  at: number,
  weight: string | null,
  inside: string,
): string {
  const start = `      <edge id="${at}" source="${inXml(source)}" target="${inXml(target)}"${weight === null ? "" : ` weight="${weight}"`}`;
  return inside === "" ? `${start}/>\n` : `${start}>${inside}</edge>\n`;
}

function dynamicTies(windows: readonly DrawnWindow[]): readonly string[] {
  const spells = windows.flatMap(({ middle, to, edges }, at) => {
    const next = windows[at + 1]?.middle;
    const end = next === undefined ? to : dayBefore(next);
    return edges.map((edge) => ({ ...edge, start: middle, end: [middle, end].sort()[1] as string }));
  });
  const ties = Map.groupBy(spells, ({ source, target }) => `${source}\n${target}`);
  return [...ties.values()].map((own, at) => {
    const [first] = own as [(typeof own)[number]];
    const values = own.map(
      ({ weight, start, end }) => `<attvalue for="weight" value="${weight}" start="${start}" end="${end}"/>`,
    );
    const times = own.map(({ start, end }) => `<spell start="${start}" end="${end}"/>`);
    return tie(
      first,
      at,
      null,
      `<attvalues>${values.join("")}</attvalues><spells>${times.join("")}</spells>`,
    );
  });
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
