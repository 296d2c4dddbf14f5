/** Asks for a network as files have it: its nodes, its ties, and those of its windows. */
export const drawingQuery = `
  query Network($input: NetworkInput!) {
    network(input: $input) {
      mode
      nodes { id label kind statements }
      edges { source target weight }
      windows { from middle to network { nodes { id label kind statements } edges { source target weight } } }
    }
  }
`;

interface Node {
  readonly id: string;
  readonly label: string;
  readonly kind: "ACTOR" | "ISSUE";
  readonly statements: number;
}

interface Edge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/** What it answers. */
export interface DrawingAnswer {
  readonly network: {
    readonly mode: string;
    readonly nodes: readonly Node[];
    readonly edges: readonly Edge[];
    readonly windows: readonly {
      readonly from: string;
      readonly middle: string;
      readonly to: string;
      readonly network: { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] };
    }[];
  };
}

/** The answer as a file takes it. Nodes of windows are those of the whole span. */
export function drawingIn({ network }: DrawingAnswer) {
  const { mode, nodes, edges, windows } = network;
  return {
    isTwoMode: mode === "TWO_MODE",
    nodes,
    edges,
    windows: windows.map(({ network: own, ...span }) => ({ ...span, edges: own.edges })),
  };
}
