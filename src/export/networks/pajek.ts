import type { NetworkFormat } from "./drawing.ts";

/** Pajek's .net; quotes in labels become apostrophes. Between actors and issues the first line says how many are actors. */
export const pajek: NetworkFormat = {
  name: "pajek",
  summary: "Pajek .net.",
  mediaType: "text/plain",
  extension: "net",
  write: ({ isTwoMode, nodes, edges }) => {
    const places = new Map(nodes.map(({ id }, at) => [id, at + 1]));
    const actors = isTwoMode ? ` ${nodes.filter(({ kind }) => kind === "ACTOR").length}` : "";
    const vertices = nodes.map(
      ({ label }, at) => `${at + 1} "${label.replaceAll('"', "'").replaceAll(/[\r\n]+/g, " ")}"\r\n`,
    );
    const ties = edges.map(
      ({ source, target, weight }) => `${places.get(source)} ${places.get(target)} ${weight}\r\n`,
    );
    return `*Vertices ${nodes.length}${actors}\r\n${vertices.join("")}*Edges\r\n${ties.join("")}`;
  },
};
