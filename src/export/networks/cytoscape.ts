import type { NetworkFormat } from "./drawing.ts";

/** Elements as Cytoscape.js and Cytoscape (.cyjs) read them. */
export const cytoscape: NetworkFormat = {
  name: "cytoscape",
  summary: "JSON of elements for Cytoscape.",
  mediaType: "application/json",
  extension: "cyjs",
  write: ({ nodes, edges }) =>
    `${JSON.stringify({
      elements: {
        nodes: nodes.map(({ label, ...rest }) => ({ data: { ...rest, label, name: label } })),
        edges: edges.map((edge, at) => ({ data: { id: `edge-${at}`, ...edge } })),
      },
    })}\n`,
};
