import type { NetworkFormat } from "./drawing.ts";

/** Nodes and links as d3-force takes them, links by id; windows beside them. */
export const d3: NetworkFormat = {
  name: "d3",
  summary: "JSON of nodes and links for d3.",
  mediaType: "application/json",
  extension: "d3.json",
  write: ({ nodes, edges, windows }) =>
    `${JSON.stringify({
      nodes,
      links: edges,
      ...(windows.length > 0 && {
        windows: windows.map(({ edges: links, ...span }) => ({ ...span, links })),
      }),
    })}\n`,
};
