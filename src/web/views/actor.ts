import { h, type ComponentChildren as Markup } from "preact";
import { type ChangeShown, changeCard, changeFields } from "../components/change.ts";
import { mark } from "../components/mark.ts";
import { type PositionShown, positionCard, positionFields } from "../components/position.ts";
import { sidesOf } from "../components/sides.ts";
import { empty, heading, laterDay, section } from "../components/states.ts";
import { asOfAt, hrefTo, type Place, pathOf } from "../place.ts";
import type { View } from "../view.ts";
import { counted, dateWords, kindWords, relationWords } from "../words.ts";

interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly description: string | null;
  readonly names: readonly { readonly name: string; readonly type: string }[];
  readonly externalIds: readonly { readonly scheme: string; readonly value: string }[];
  readonly relations: readonly Relation[];
  readonly positions: { readonly totalCount: number; readonly nodes: readonly PositionShown[] };
  readonly stances: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly attribution: readonly Link[] }[];
  };
}

interface Relation {
  readonly kind: string;
  readonly subject: { readonly id: string; readonly name: string };
  readonly object: { readonly id: string; readonly name: string };
  readonly validFrom: { readonly edtf: string } | null;
  readonly validUntil: { readonly edtf: string } | null;
}

interface Link {
  readonly role: string;
  readonly mode: string | null;
  readonly authority: string | null;
}

interface Agreement {
  readonly actor: { readonly id: string; readonly name: string };
  readonly agreement: number;
  readonly sharedIssues: number;
}

interface Data {
  readonly actor: Actor | null;
  readonly allies: { readonly nodes: readonly Agreement[] };
  readonly opponents: { readonly nodes: readonly Agreement[] };
  readonly positionChanges: readonly ChangeShown[];
}

/** An actor: its positions in sentences and words, what changed, who is near, how we know. */
export const actor: View<Data> = {
  document: `
    query Actor($by: ActorBy!, $id: ID!, $asOf: AsOf, $to: Date, $knownAt: DateTime) {
      actor(by: $by) {
        id name kind description
        names { name type }
        externalIds { scheme value }
        relations { kind subject { id name } object { id name } validFrom { edtf } validUntil { edtf } }
        positions(first: 50, asOf: $asOf) { totalCount nodes { ...PositionShown } }
        stances(first: 100, asOf: $asOf) { totalCount nodes { attribution { role mode authority } } }
      }
      allies: agreements(actor: $by, asOf: $asOf, minShared: 1, first: 5) { nodes { actor { id name } agreement sharedIssues } }
      opponents: agreements(actor: $by, asOf: $asOf, minShared: 1, last: 5) { nodes { actor { id name } agreement sharedIssues } }
      positionChanges(where: { actor: { eq: $id } }, to: $to, knownAt: $knownAt) { ...ChangeShown }
    }
    ${positionFields}
    ${changeFields}
  `,
  variables: (place) => {
    const id = `actor:${place.params.id}`;
    return { by: { id }, id, asOf: asOfAt(place), to: place.at, knownAt: place.known };
  },
  title: (data) => data.actor?.name ?? "Actor",
  summary: (data) =>
    data.actor?.description ?? `Where ${data.actor?.name ?? "an actor"} stands, in which words.`,
  sides: (data) => sidesOf(data.actor?.positions.nodes ?? []),
  isFound: (data) => data.actor !== null,
  body: ({ data, place }) => {
    const found = data.actor as Actor;
    const { nodes, totalCount } = found.positions;
    return h("div", { class: "wide-stack" }, [
      heading(kindWords[found.kind] ?? found.kind, found.name, found.description),
      alsoKnown(found),
      nodes.length === 0
        ? empty(
            `${found.name} is not known to have a position at this time.`,
            `Unknown is not neutral. ${laterDay}`,
          )
        : section(
            "verdicts",
            "Where it stands",
            verdicts(place, nodes),
            totalCount > nodes.length &&
              h("p", { class: "soft" }, `${totalCount - nodes.length} more positions are in the API.`),
          ),
      data.positionChanges.length > 0 &&
        section(
          "changes",
          "What changed",
          ...data.positionChanges.map((change) => changeCard(place, change)),
        ),
      nodes.length > 0 &&
        section(
          "words",
          "In its words",
          h(
            "div",
            { class: "cards two" },
            nodes.map((position) => positionCard(place, position, "issue")),
          ),
        ),
      near(place, data),
      found.relations.length > 0 && section("ties", "Ties", ties(place, found)),
      found.stances.nodes.length > 0 && section("known", "How we know", howKnown(found)),
    ]);
  },
};

function alsoKnown({ name, names, externalIds }: Actor): Markup {
  const others = names.filter((each) => each.name !== name).map((each) => each.name);
  const shown = [
    others.length > 0 && [h("dt", null, "Also called"), h("dd", null, others.join(", "))],
    ...externalIds.map(({ scheme, value }) => [h("dt", null, scheme), h("dd", null, h("code", null, value))]),
  ];
  return shown.some(Boolean) && h("dl", { class: "facts" }, shown);
}

function verdicts(place: Place, positions: readonly PositionShown[]): Markup {
  return h(
    "ul",
    { class: "list" },
    positions.map(({ issue, direction, intensity, conditions, since, stanceCount, sourceCount }) =>
      h("li", { class: "verdict" }, [
        mark(direction, intensity, conditions.length > 0),
        ": ",
        h("a", { href: hrefTo(place, pathOf(issue.id)) }, issue.proposition),
        h(
          "span",
          { class: "soft" },
          ` ${since === null ? "Undated" : `Since ${dateWords(since)}`}; `,
          h(
            "a",
            { href: `#${issue.id.replace(":", "-")}` },
            `${counted(stanceCount, "stance")}, ${counted(sourceCount, "source")}`,
          ),
          ".",
        ),
      ]),
    ),
  );
}

function near(place: Place, { actor: own, allies, opponents }: Data): Markup {
  const list = (title: string, agreements: readonly Agreement[]) =>
    h("div", { class: "card" }, [
      h("h3", null, title),
      agreements.length === 0
        ? h("p", { class: "soft small" }, "Nobody shares an issue in this way.")
        : h(
            "ul",
            { class: "tight" },
            agreements.map(({ actor: other, agreement, sharedIssues }) =>
              h("li", null, [
                h(
                  "a",
                  { href: hrefTo(place, "/compare", { actors: `${(own as Actor).id},${other.id}` }) },
                  other.name,
                ),
                h(
                  "span",
                  { class: "soft small" },
                  ` ${agreement.toFixed(2)} on ${counted(sharedIssues, "issue")}`,
                ),
              ]),
            ),
          ),
    ]);
  return (
    allies.nodes.length > 0 &&
    section(
      "near",
      "Who is near, who is far",
      h(
        "p",
        { class: "soft small" },
        "Agreement over the issues that both have a position on: 1 the same on all, −1 strongly against each other on all.",
      ),
      h("div", { class: "sides" }, [
        list(
          "Agrees most with",
          allies.nodes.filter(({ agreement }) => agreement > 0),
        ),
        list("Agrees least with", opponents.nodes.filter(({ agreement }) => agreement <= 0).toReversed()),
      ]),
    )
  );
}

function ties(place: Place, { id, relations }: Actor): Markup {
  return h(
    "ul",
    { class: "tight" },
    relations.map(({ kind, subject, object, validFrom, validUntil }) => {
      const other = subject.id === id ? object : subject;
      const from = validFrom === null ? "" : ` from ${dateWords(validFrom.edtf)}`;
      const until = validUntil === null ? "" : ` until ${dateWords(validUntil.edtf)}`;
      const link = h("a", { href: hrefTo(place, pathOf(other.id)) }, other.name);
      return h("li", null, [
        ...(subject.id === id ? [relationWords(kind), " ", link] : [link, " ", relationWords(kind), " it"]),
        h("span", { class: "soft" }, `${from}${until}`),
      ]);
    }),
  );
}

/** Whose words they are: the actor's own, those of who may speak for it, or what others say of it. */
function howKnown({ stances }: Actor): Markup {
  const sorts = Map.groupBy(stances.nodes, ({ attribution }) => {
    const authorities = attribution.map(({ authority }) => authority);
    if (authorities.includes("THIRD_PARTY")) return "attributed by others";
    if (authorities.includes("SPOKESPERSON") || authorities.includes("REPRESENTATIVE"))
      return "voiced by a spokesperson or representative";
    return attribution.some(({ mode }) => mode === "DIRECT_QUOTE" || mode === "MIXED")
      ? "in its own words"
      : "reported of itself";
  });
  return h("dl", { class: "facts" }, [
    ...[...sorts].flatMap(([words, own]) => [
      h("dt", null, words),
      h("dd", null, counted(own.length, "stance")),
    ]),
    stances.totalCount > stances.nodes.length && [
      h("dt", null, "more"),
      h("dd", null, counted(stances.totalCount - stances.nodes.length, "stance")),
    ],
  ]);
}
