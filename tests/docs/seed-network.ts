import type { Ask } from "./asking.ts";
import { card, dot, line, type Marks, type Point, written } from "./svg.ts";

const issue = "issue:us-withdrawal";

const question = `{
  network(input: { issues: { id: { eq: "${issue}" } }, aggregate: SUBTRACT, isolates: true }) {
    nodes { id label }
    edges { source target weight }
  }
  issue(by: { id: "${issue}" }) {
    proposition
    positions(first: 100) { nodes { actor { id } direction } }
  }
}`;

interface Node {
  readonly id: string;
  readonly label: string;
}

interface Answer {
  readonly network: {
    readonly nodes: readonly Node[];
    readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
  };
  readonly issue: {
    readonly proposition: string;
    readonly positions: {
      readonly nodes: readonly { readonly actor: { readonly id: string }; readonly direction: string }[];
    };
  };
}

const title =
  "Five actors are tied by agreement against a withdrawal; broken lines tie each to the armed groups who are for it; one speaks for both sides.";

/** Who agrees with whom on the withdrawal: those against it on a ring, the others apart. */
export async function seedNetwork(ask: Ask): Promise<string> {
  const { network, issue } = await ask<Answer>(question);
  const sides = new Map(issue.positions.nodes.map(({ actor, direction }) => [actor.id, direction]));
  const actors = network.nodes.filter(({ id }) => sides.has(id));
  const on = (side: string | null) => actors.filter(({ id }) => sideOf(sides.get(id)) === side);
  const places = new Map([
    ...ring(on("OPPOSES"), { center: { x: 440, y: 300 }, radius: 120 }),
    ...column(on("SUPPORTS"), { x: 440, y: 105 }),
    ...column(on(null), { x: 660, y: 425 }),
  ]);
  const placeOf = (id: string): Point => places.get(id) ?? { x: 0, y: 0 };
  const ties = network.edges.map(({ source, target, weight }) =>
    line({
      from: placeOf(source),
      to: placeOf(target),
      look: weight > 0 ? "agree" : "dispute",
      width: 2 * Math.abs(weight),
    }),
  );
  const named = actors.flatMap(({ id, label }) => {
    const at = placeOf(id);
    const side = sideOf(sides.get(id));
    const look = side === "OPPOSES" ? "other" : side === "SUPPORTS" ? "one" : "neither";
    return [dot({ at, radius: 9, look: `dot ${look}` }), ...labelled(label, at)];
  });
  const heading = [
    written({ at: { x: 24, y: 34 }, text: `“${issue.proposition}”`, look: "heading" }),
    written({
      at: { x: 24, y: 54 },
      text: "Whole lines: agreement. Broken lines: disagreement. Blue: against it. Orange: for it. Grey: for and against.",
      look: "small",
    }),
  ];
  return card({ width: 880, height: 460, title, marks: [...heading, ...ties, ...named] });
}

function sideOf(direction: string | undefined): string | null {
  return direction === "SUPPORTS" || direction === "OPPOSES" ? direction : null;
}

function ring(
  nodes: readonly Node[],
  { center, radius }: { center: Point; radius: number },
): readonly (readonly [string, Point])[] {
  return nodes.map(({ id }, index) => {
    const angle = Math.PI * 0.9 + (2 * Math.PI * index) / nodes.length;
    return [id, { x: center.x + radius * Math.cos(angle), y: center.y + radius * Math.sin(angle) }];
  });
}

function column(nodes: readonly Node[], first: Point): readonly (readonly [string, Point])[] {
  return nodes.map(({ id }, index) => [id, { x: first.x, y: first.y + 36 * index }]);
}

/** A name beside its dot, away from the ring; what stands in brackets on a line of its own. */
function labelled(label: string, { x, y }: Point): Marks {
  const [name = "", rest = ""] = label.split(/ (?=\()/);
  const left = x < 435;
  const at = { x: x + (left ? -16 : 16), y: y + (rest === "" ? 4 : -3) };
  const anchor = left ? "end" : "start";
  const first = written({ at, text: name, anchor });
  return rest === ""
    ? [first]
    : [first, written({ at: { x: at.x, y: at.y + 15 }, text: rest, look: "small", anchor })];
}
