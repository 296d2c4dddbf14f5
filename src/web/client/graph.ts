import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";
import type { NetworkShown } from "../views/network-diagram.ts";

/** The strongest ties are drawn, so many of them. */
const maxTies = 20_000;
const rounds = 120;
/** Of the layout, before the page is let in between. */
const roundsAtOnce = 4;

interface Drawing {
  /** Tells how far the layout is, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly onNode: (id: string) => void;
  readonly onTie: (source: string, target: string) => void;
  readonly signal: AbortSignal;
}

/** Draws a network that is too large for SVG by WebGL into an element. */
export async function draw(
  element: HTMLElement,
  shown: NetworkShown,
  { onProgress, onNode, onTie, signal }: Drawing,
): Promise<void> {
  const look = getComputedStyle(document.documentElement);
  const colour = (name: string) => look.getPropertyValue(name).trim();
  const graph = graphOf(shown, colour);
  for (let done = 0; done < rounds; done += roundsAtOnce) {
    onProgress(done / rounds);
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
    forceAtlas2.assign(graph, {
      iterations: roundsAtOnce,
      getEdgeWeight: "strength",
      settings: { barnesHutOptimize: graph.order > 500, adjustSizes: true, scalingRatio: 20, slowDown: 4 },
    });
  }
  element.replaceChildren();
  const sigma = new Sigma(graph, element, {
    enableEdgeEvents: true,
    labelRenderedSizeThreshold: 7,
    labelColor: { color: colour("--ink") },
    // Its own is a white box, whatever the look.
    defaultDrawNodeHover: () => {},
  });
  sigma.on("enterNode", ({ node }) => {
    element.title = graph.getNodeAttribute(node, "label");
  });
  sigma.on("leaveNode", () => element.removeAttribute("title"));
  sigma.on("clickNode", ({ node }) => onNode(node));
  sigma.on("clickEdge", ({ edge }) => onTie(graph.source(edge), graph.target(edge)));
  signal.addEventListener("abort", () => sigma.kill(), { once: true });
  element.dataset.network = "drawn";
}

function graphOf({ nodes, edges }: NetworkShown, colour: (name: string) => string): Graph {
  const graph = new Graph({ type: "undirected" });
  const most = Math.max(...nodes.map(({ statements }) => statements), 1);
  for (const [index, { id, label, community, statements }] of nodes.entries()) {
    // On a spiral at first: the same network is always drawn alike.
    const [angle, radius] = [index * 2.399963, Math.sqrt(index)];
    graph.addNode(id, {
      label,
      x: radius * Math.cos(angle),
      y: radius * Math.sin(angle),
      size: 2 + 6 * Math.sqrt(statements / most),
      color: colour(`--c${community % 8}`),
    });
  }
  const strongest = Math.max(...edges.map(({ weight }) => Math.abs(weight)), 1e-9);
  const ties = edges.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, maxTies);
  for (const { source, target, weight } of ties) {
    const strength = Math.abs(weight) / strongest;
    const color = colour(weight < 0 ? "--against" : "--rule");
    if (source !== target) graph.mergeEdge(source, target, { strength, size: 0.4 + 2 * strength, color });
  }
  return graph;
}
