import { StanceGraphError } from "../../domain/error.ts";
import { cytoscape } from "./cytoscape.ts";
import { d3 } from "./d3.ts";
import { dl } from "./dl.ts";
import type { NetworkFormat } from "./drawing.ts";
import { edgeCsv } from "./edge-csv.ts";
import { gexf } from "./gexf.ts";
import { graphml, visone } from "./graphml.ts";
import { matrixCsv } from "./matrix-csv.ts";
import { pajek } from "./pajek.ts";

/** Every format of a network. */
export const networkFormats: readonly NetworkFormat[] = [
  graphml,
  visone,
  gexf,
  dl,
  pajek,
  edgeCsv,
  matrixCsv,
  d3,
  cytoscape,
];

/** The format of a file ending, as of network.graphml; its name serves as well. */
export function networkFormatFor(ending: string): NetworkFormat {
  const found = networkFormats.find(({ name, extension }) => name === ending || extension === ending);
  if (found !== undefined) return found;
  const endings = networkFormats.map(({ name, extension }) => `${extension} (${name})`).join(", ");
  throw new StanceGraphError(
    "not_found",
    `A network cannot be exported as "${ending}"; choose one of: ${endings}.`,
  );
}
