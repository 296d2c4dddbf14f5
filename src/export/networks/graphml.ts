import type { Drawing, DrawnEdge, DrawnNode, NetworkFormat } from "./drawing.ts";
import { inXml } from "./xml.ts";

/** GraphML 1.0 as Gephi, igraph and networkx read it. http://graphml.graphdrawing.org/specification.html */
export const graphml: NetworkFormat = {
  name: "graphml",
  summary: "GraphML for Gephi, igraph and networkx.",
  mediaType: "application/graphml+xml",
  extension: "graphml",
  write: (drawing) => written(drawing, { namespaces: "", keys: "", graph: "" }),
};

/** The same with what visone looks for: which attributes are the labels. http://visone.info */
export const visone: NetworkFormat = {
  name: "visone",
  summary: "GraphML that names visone's labels.",
  mediaType: "application/graphml+xml",
  extension: "visone.graphml",
  write: (drawing) =>
    written(drawing, {
      namespaces: ' xmlns:visone="http://visone.info/xmlns"',
      keys: '  <key for="graph" id="prop" visone.type="properties"/>\n',
      graph: '    <data key="prop"><visone:labelAttribute edgeLabel="weight" nodeLabel="label"/></data>\n',
    }),
};

function written(
  { nodes, edges }: Drawing,
  { namespaces, keys, graph }: Readonly<Record<"namespaces" | "keys" | "graph", string>>,
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"${namespaces} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${keys}  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="statements" for="node" attr.name="statements" attr.type="int"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="network" edgedefault="undirected">
${graph}${nodes.map(node).join("")}${edges.map(edge).join("")}  </graph>
</graphml>
`;
}

function node({ id, label, kind, statements }: DrawnNode): string {
  return `    <node id="${inXml(id)}"><data key="label">${inXml(label)}</data><data key="kind">${kind}</data><data key="statements">${statements}</data></node>\n`;
}

function edge({ source, target, weight }: DrawnEdge): string {
  return `    <edge source="${inXml(source)}" target="${inXml(target)}"><data key="weight">${weight}</data></edge>\n`;
}
