import { h, type ComponentChildren as Markup } from "preact";
import { chosenIn, titledChips, windowForm } from "../components/choices.ts";
import { figure } from "../components/figure.ts";
import { type StanceShown, stanceCard, stanceFields } from "../components/stance.ts";
import { empty, heading, section } from "../components/states.ts";
import { asOfAt, dayIn, hrefWith, type Place } from "../place.ts";
import type { View } from "../view.ts";
import { counted } from "../words.ts";
import { canvas, diagram, isLarge, type NetworkShown } from "./network-diagram.ts";

interface Data {
  readonly network: NetworkShown & {
    readonly statements: number;
    readonly density: number;
    readonly modularity: number;
  };
  readonly edge?: {
    readonly nodes: readonly { readonly id: string; readonly label: string }[];
    readonly edges: readonly {
      readonly weight: number;
      readonly reasons: { readonly totalCount: number; readonly nodes: readonly StanceShown[] };
    }[];
  };
}

const modes = [
  ["ACTORS", "actors"],
  ["ISSUES", "issues"],
  ["TWO_MODE", "actors and issues"],
] as const;
const aggregates = [
  ["CONGRUENCE", "agreement"],
  ["CONFLICT", "conflict"],
  ["SUBTRACT", "agreement minus conflict"],
] as const;
const twoModeAggregates = [
  ["COMBINE", "both sides"],
  ["SUBTRACT", "for minus against"],
] as const;
const normalizations = [
  ["NONE", "counts"],
  ["AVERAGE", "average activity"],
  ["JACCARD", "Jaccard"],
  ["COSINE", "cosine"],
] as const;
const tops = [
  ["60", "60 most active"],
  ["30", "30"],
  ["120", "120"],
  ["300", "300"],
  ["1000", "1,000"],
] as const;
const thresholds = [
  ["0", "all ties"],
  ["1", "over 1"],
  ["2", "over 2"],
  ["5", "over 5"],
  ["10", "over 10"],
] as const;

const networkDocument = `
  query Network($input: NetworkInput!, $edge: NetworkInput!, $isOpen: Boolean!) {
    network(input: $input) {
      statements density modularity
      nodes { id label kind community statements }
      edges { source target weight }
    }
    edge: network(input: $edge) @include(if: $isOpen) {
      nodes { id label }
      edges { weight reasons(first: 20) { totalCount nodes { ...StanceShown } } }
    }
  }
  ${stanceFields}
`;

/** Who stands with whom: discourse networks as diagrams, each tie with its reasons. */
export const network: View<Data> = {
  document: networkDocument,
  variables: (place) => ({
    input: inputOf(place),
    edge: edgeInput(place),
    isOpen: place.search.edge !== undefined,
  }),
  title: () => "Network",
  summary: () => "Who stands with whom, over which issues.",
  body: ({ data, place }) => {
    const { nodes, edges, statements, density, modularity } = data.network;
    return h("div", { class: "wide-stack" }, [
      heading(
        "Network",
        "Who stands with whom",
        "Actors are tied by the issues on which they take the same side, or opposite ones. Open a tie for the stances behind it.",
      ),
      controls(place),
      edges.length === 0
        ? empty("There is no tie.", "Choose a lower threshold, or another kind of tie.")
        : figure({
            name: "network",
            caption: `${counted(nodes.length, "node")}, ${counted(edges.length, "tie")} from ${counted(statements, "stance")}; density ${density.toFixed(2)}, modularity ${modularity.toFixed(2)}. Colours and shapes are communities (Louvain).`,
            picture: isLarge(data.network) ? canvas() : diagram(place, data.network),
            isBrowsers: isLarge(data.network),
            table: edgesTable(data.network),
            document: networkDocument,
            variables: { input: inputOf(place), edge: edgeInput(place), isOpen: false },
            command: `stancegraph network --mode ${modeOf(place).toLowerCase()} --aggregate ${aggregateOf(place).toLowerCase()}`,
          }),
      data.edge !== undefined && opened(place, data.edge),
      files(place),
    ]);
  },
};

function modeOf(place: Place) {
  return chosenIn(place, "mode", modes);
}

function aggregateOf(place: Place): string {
  return modeOf(place) === "TWO_MODE"
    ? chosenIn(place, "tie", twoModeAggregates)
    : chosenIn(place, "tie", aggregates);
}

function inputOf(place: Place) {
  const threshold = Number(chosenIn(place, "over", thresholds));
  return {
    mode: modeOf(place),
    aggregate: aggregateOf(place),
    normalize: modeOf(place) === "TWO_MODE" ? "NONE" : chosenIn(place, "by", normalizations),
    top: Number(chosenIn(place, "top", tops)),
    ...whenOf(place),
    ...(threshold === 0 ? {} : { threshold }),
  };
}

/** Which stances count: as of when, and those held in the window. */
function whenOf(place: Place) {
  return { asOf: asOfAt(place), from: dayIn(place, "from"), to: dayIn(place, "to") };
}

/** The network of the two nodes that a tie is between. */
function edgeInput(place: Place) {
  const { mode, aggregate } = inputOf(place);
  const ids = (place.search.edge ?? "").split("~");
  const actors = ids.filter((id) => id.startsWith("actor:"));
  const issues = ids.filter((id) => id.startsWith("issue:"));
  return {
    mode,
    aggregate,
    ...whenOf(place),
    ...(actors.length > 0 ? { actors: { id: { in: actors } } } : {}),
    ...(issues.length > 0 ? { issues: { id: { in: issues } } } : {}),
  };
}

function controls(place: Place): Markup {
  const mode = modeOf(place);
  const isTwoMode = mode === "TWO_MODE";
  return h("div", { class: "row screen" }, [
    titledChips("Nodes", place, "mode", modes),
    titledChips("Ties", place, "tie", isTwoMode ? twoModeAggregates : aggregates),
    !isTwoMode && titledChips("Weighed by", place, "by", normalizations),
    titledChips("Shown", place, "over", thresholds),
    titledChips("Of", place, "top", tops),
    windowForm(place),
  ]);
}

function edgesTable({ nodes, edges }: NetworkShown) {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return edges
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 500)
    .map(({ source, target, weight }) => ({
      one: labels.get(source) ?? source,
      other: labels.get(target) ?? target,
      weight: Math.round(weight * 1000) / 1000,
    }));
}

function opened(place: Place, { nodes, edges }: NonNullable<Data["edge"]>): Markup {
  const [edge] = edges;
  const names = nodes.map(({ label }) => label).join(" and ");
  return section(
    "tie",
    edge === undefined ? "There is no tie between them" : `${names}: ${Math.round(edge.weight * 100) / 100}`,
    h("p", null, h("a", { class: "chip", href: hrefWith(place, { edge: null }) }, "Close ✕")),
    edge !== undefined && [
      h("p", { class: "soft" }, counted(edge.reasons.totalCount, "stance")),
      h(
        "div",
        { class: "cards two" },
        edge.reasons.nodes.map((stance) => stanceCard(place, stance)),
      ),
    ],
  );
}

const formats = [
  ["graphml", "GraphML (Gephi, Gephi Lite)"],
  ["visone.graphml", "GraphML for visone"],
  ["gexf", "GEXF"],
  ["dl", "UCINET DL"],
  ["net", "Pajek"],
  ["edges.csv", "ties as CSV"],
  ["matrix.csv", "matrix as CSV"],
] as const;

function files(place: Place): Markup {
  const input = encodeURIComponent(JSON.stringify(inputOf(place)));
  return h("p", { class: "takes" }, [
    h("span", { class: "soft" }, "For other programs: "),
    ...formats.map(([extension, label]) =>
      h("a", { href: `/export/network.${extension}?input=${input}`, download: true }, label),
    ),
    h(
      "button",
      {
        type: "button",
        class: "enlivened",
        hidden: true,
        "data-gephi": `/export/network.gexf?input=${input}`,
      },
      "Open in Gephi Lite ↗",
    ),
  ]);
}
