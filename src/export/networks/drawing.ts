/** A network as it is written for other programs: nodes by id, each tie once, reading both ways. */
export interface Drawing {
  /** Between actors and issues the actors come first. */
  readonly isTwoMode: boolean;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  /** The same in windows, oldest first; none without. */
  readonly windows: readonly DrawnWindow[];
}

export interface DrawnNode {
  readonly id: string;
  readonly label: string;
  readonly kind: "ACTOR" | "ISSUE";
  readonly statements: number;
}

export interface DrawnEdge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

export interface DrawnWindow {
  readonly from: string;
  readonly middle: string;
  readonly to: string;
  readonly edges: readonly DrawnEdge[];
}

/** A way to write a network as text. */
export interface NetworkFormat {
  readonly name: string;
  readonly summary: string;
  readonly mediaType: string;
  /** File name ending, without the dot. */
  readonly extension: string;
  readonly write: (drawing: Drawing) => string;
}

/** The weights as rows of a matrix: of one mode symmetric, between actors and issues the actors are the rows. */
export function matrixOf({ isTwoMode, nodes, edges }: Drawing) {
  const rows = isTwoMode ? nodes.filter(({ kind }) => kind === "ACTOR") : nodes;
  const columns = isTwoMode ? nodes.filter(({ kind }) => kind === "ISSUE") : nodes;
  const [rowOf, columnOf] = [rows, columns].map((side) => new Map(side.map(({ id }, at) => [id, at])));
  const values = rows.map(() => new Array<number>(columns.length).fill(0));
  const put = (row: string, column: string, weight: number) => {
    const cells = values[rowOf?.get(row) ?? -1];
    if (cells !== undefined) cells[columnOf?.get(column) ?? -1] = weight;
  };
  for (const { source, target, weight } of edges) {
    put(source, target, weight);
    if (!isTwoMode) put(target, source, weight);
  }
  return { rows, columns, values };
}
