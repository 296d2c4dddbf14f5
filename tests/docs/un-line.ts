import type { Ask } from "./asking.ts";
import { flags } from "./flags.ts";
import { card, dot, line, written } from "./svg.ts";
import { swarm } from "./swarm.ts";

const session = `from: "2019-09-01", to: "2020-08-31", qualifier: INTENSITY`;

const question = `{
  arrangement(input: { ${session} }) {
    share
    actors { actor { id name } place }
  }
}`;

interface Answer {
  readonly arrangement: {
    readonly share: number;
    readonly actors: readonly {
      readonly actor: { readonly id: string; readonly name: string };
      readonly place: number | null;
    }[];
  };
}

/** States that a reader looks for: the largest, and some that stand apart. */
const named: ReadonlySet<string> = new Set([
  "Australia",
  "Brazil",
  "Canada",
  "China",
  "Cuba",
  "France",
  "Germany",
  "India",
  "Indonesia",
  "Iran",
  "Israel",
  "Japan",
  "Mexico",
  "Micronesia (Federated States of)",
  "New Zealand",
  "Nigeria",
  "North Korea",
  "Pakistan",
  "Russia",
  "South Africa",
  "South Korea",
  "Syria",
  "Turkey",
  "Ukraine",
  "United Kingdom",
  "United States",
]);

const title =
  "The states on a line by how they voted in the 74th session: most stand close together at the left, the European states in the middle, the United States and Israel alone at the right.";

const width = 1000;
const height = 640;
const margin = 50;
const middle = 330;
/** On the line's scale of logarithms: what it would show were it not to show what is near. */
const nearest = 0.1;

/** The states on the line on which their votes lie best, the United States at its right end. */
export async function unLine(ask: Ask): Promise<string> {
  const { arrangement } = await ask<Answer>(question);
  const placed = arrangement.actors.flatMap(({ actor, place }) =>
    place === null ? [] : [{ ...actor, place }],
  );
  const america = placed.find(({ name }) => name === "United States");
  const sign = Math.sign(america?.place ?? 1);
  const least = Math.min(...placed.map(({ place }) => place * sign));
  const most = Math.max(...placed.map(({ place }) => place * sign));
  const far = (place: number) => Math.log(1 + (place * sign - least) / nearest);
  const x = (place: number) => margin + (far(place) / far(most * sign)) * (width - 2 * margin - 60);
  const states = placed.map(({ id, name, place }) => ({
    id,
    name,
    ahead: place * sign > 0,
    x: x(place),
    named: named.has(name),
  }));
  const dots = swarm(states, { middle, radius: 4.5 });
  return card({
    width,
    height,
    title,
    marks: [
      written({ at: { x: 24, y: 34 }, text: heading, look: "heading" }),
      written({ at: { x: 24, y: 54 }, text: legend, look: "small" }),
      line({
        from: { x: margin, y: height - 34 },
        to: { x: width - margin, y: height - 34 },
        look: "axis",
      }),
      written({ at: { x: margin, y: height - 16 }, text: axis, look: "small" }),
      ...flags(dots.filter((state) => state.named)),
      ...dots.map((state) => {
        const side = state.ahead ? "one" : "other";
        return dot({ at: state, radius: 4.5, look: `${state.named ? "named" : "dot"} ${side}` });
      }),
    ],
  });
}

const heading = "How the states voted in the 74th session of the General Assembly, 2019–2020";
const legend =
  "A dot is a state. Near each other: they voted alike. Colour: on which side of the line's middle.";
const axis =
  "Left to right: the line on which their votes lie best, on a scale of logarithms from its left end, for two states lie far out.";
