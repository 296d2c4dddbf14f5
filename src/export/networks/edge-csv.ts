import { csvLine } from "../csv.ts";
import type { DrawnEdge, NetworkFormat } from "./drawing.ts";

/** A row a tie, or a tie in a window; the headings are those that Gephi looks for. */
export const edgeCsv: NetworkFormat = {
  name: "edges",
  summary: "CSV, a row a tie.",
  mediaType: "text/csv",
  extension: "edges.csv",
  write: ({ nodes, edges, windows }) => {
    const labels = new Map(nodes.map(({ id, label }) => [id, label]));
    const row = ({ source, target, weight }: DrawnEdge, from: string | null, to: string | null) =>
      csvLine([
        source,
        labels.get(source) ?? null,
        target,
        labels.get(target) ?? null,
        "Undirected",
        weight,
        from,
        to,
      ]);
    const rows =
      windows.length === 0
        ? edges.map((edge) => row(edge, null, null))
        : windows.flatMap((window) => window.edges.map((edge) => row(edge, window.from, window.to)));
    return (
      csvLine(["Source", "SourceLabel", "Target", "TargetLabel", "Type", "Weight", "From", "To"]) +
      rows.join("")
    );
  },
};
