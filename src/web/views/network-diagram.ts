import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import { h, type ComponentChildren as Markup } from "preact";
import { hrefTo, hrefWith, type Place, pathOf } from "../place.ts";

export interface NetworkShown {
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: string;
    readonly strength: number;
    readonly community: number;
    readonly statements: number;
  }[];
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
}

interface Placed extends SimulationNodeDatum {
  readonly id: string;
}

const width = 960;
const heights = { few: 440, many: 680 };
/** So many ties are drawn, the strongest. */
const maxTies = 1_200;

/** So many nodes are drawn as SVG; more by the browser, with WebGL. */
const maxNodes = 400;

/** Whether a network is left to the browser to draw. */
export function isLarge({ nodes }: NetworkShown): boolean {
  return nodes.length > maxNodes;
}

/** Where the browser draws a large network; what is told until then, or where it cannot. */
export function canvas(): Markup {
  return h(
    "div",
    { class: "canvas", "data-network": "large" },
    h(
      "p",
      { class: "soft" },
      "A network of this size is drawn by your browser. Its ties are in the table below, all of them in the files.",
    ),
  );
}

/** The network as a diagram: near is strongly tied. The same input gives the same picture. */
export function diagram(place: Place, shown: NetworkShown): Markup {
  const ties = shown.edges.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, maxTies);
  const height = shown.nodes.length < 25 ? heights.few : heights.many;
  const at = placed(shown.nodes, ties, height);
  const most = Math.max(...shown.nodes.map(({ statements }) => statements), 1);
  const strongest = Math.max(...ties.map(({ weight }) => Math.abs(weight)), 1e-9);
  const labelled = new Set(
    shown.nodes
      .toSorted((a, b) => b.statements - a.statements)
      .slice(0, 45)
      .map(({ id }) => id),
  );
  return h("div", { class: "scroll" }, [
    h(
      "svg",
      {
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: "group",
        "aria-label": `A network of ${shown.nodes.length} nodes and ${shown.edges.length} ties`,
      },
      [
        ...ties.map(({ source, target, weight }) =>
          tie(place, { source, target, weight, share: Math.abs(weight) / strongest }, at),
        ),
        ...shown.nodes.map((node) =>
          nodeOf(place, node, at.get(node.id) as Placed, {
            size: Math.sqrt(node.statements / most),
            isLabelled: labelled.has(node.id),
          }),
        ),
      ],
    ),
  ]);
}

function placed(
  nodes: NetworkShown["nodes"],
  ties: NetworkShown["edges"],
  height: number,
): ReadonlyMap<string, Placed> {
  const points: Placed[] = nodes.map(({ id }) => ({ id }));
  const strongest = Math.max(...ties.map(({ weight }) => Math.abs(weight)), 1e-9);
  const links = ties.map(({ source, target, weight }) => ({
    source,
    target,
    strength: Math.abs(weight) / strongest,
  }));
  const simulation = forceSimulation(points)
    .force(
      "link",
      forceLink<Placed, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(70)
        .strength(({ strength }) => 0.05 + strength * 0.4),
    )
    .force("charge", forceManyBody().strength(-160))
    .force("x", forceX(0).strength(0.05))
    .force("y", forceY(0).strength(0.09))
    .force("collide", forceCollide(16))
    .stop();
  simulation.tick(nodes.length > 150 ? 80 : 200);
  return fitted(points, height);
}

/** Spread over the picture, with room for labels. */
function fitted(points: readonly Placed[], height: number): ReadonlyMap<string, Placed> {
  const [xs, ys] = [points.map(({ x = 0 }) => x), points.map(({ y = 0 }) => y)];
  const span = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [[left, right], [top, bottom]] = [span(xs), span(ys)];
  const scale = Math.min(
    (width - 200) / Math.max(1, right - left),
    (height - 60) / Math.max(1, bottom - top),
  );
  return new Map(
    points.map(({ id, x = 0, y = 0 }) => [
      id,
      {
        id,
        x: Math.round((width / 2 + (x - (left + right) / 2) * scale) * 10) / 10,
        y: Math.round((height / 2 + (y - (top + bottom) / 2) * scale) * 10) / 10,
      },
    ]),
  );
}

interface Tie {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
  /** Of the strongest. */
  readonly share: number;
}

function tie(place: Place, { source, target, weight, share }: Tie, at: ReadonlyMap<string, Placed>): Markup {
  const [from, to] = [at.get(source), at.get(target)];
  const edge = `${source}~${target}`;
  return h(
    "a",
    {
      href: `${hrefWith(place, { edge })}#tie`,
      class: weight < 0 ? "tie OPPOSES" : "tie",
      "aria-label": `${source} and ${target}: ${weight}`,
      tabIndex: -1,
    },
    h(
      "line",
      {
        x1: from?.x,
        y1: from?.y,
        x2: to?.x,
        y2: to?.y,
        "stroke-width": Math.round((0.6 + share * 4) * 10) / 10,
        stroke: "currentColor",
      },
      h("title", null, `${weight}`),
    ),
  );
}

function nodeOf(
  place: Place,
  { id, label, kind, community, statements }: NetworkShown["nodes"][number],
  { x = 0, y = 0 }: Placed,
  { size, isLabelled }: { readonly size: number; readonly isLabelled: boolean },
): Markup {
  const isRight = x > width * 0.72;
  const radius = Math.round((4 + size * 10) * 10) / 10;
  const shape =
    kind === "ISSUE"
      ? h("rect", { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2, rx: 2 })
      : h("circle", { cx: x, cy: y, r: radius });
  return h("a", { href: hrefTo(place, pathOf(id)), class: `node c${community % 8}` }, [
    h("title", null, `${label}: ${statements} stances, community ${community + 1}`),
    shape,
    isLabelled &&
      h(
        "text",
        { x: isRight ? x - radius - 3 : x + radius + 3, y: y + 4, "text-anchor": isRight ? "end" : "start" },
        label.length > 26 ? `${label.slice(0, 25)}…` : label,
      ),
  ]);
}
