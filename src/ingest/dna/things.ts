import type { Attributes } from "../../domain/attribute.ts";
import type { Id } from "../../domain/id.ts";
import type { Entry } from "../formats/format.ts";
import { coderName, colorOf, type DnaBase, type Entity } from "./base.ts";
import { distinctIds } from "./names.ts";
import type { Roles } from "./roles.ts";

/** The actors and issues that the entities of a DNA database are. */
export interface Things {
  readonly actorOf: (entity: Entity) => Id<"actor">;
  readonly issueOf: (entity: Entity) => Id<"issue">;
  readonly entries: Readonly<Record<"actor" | "issue", readonly Entry[]>>;
  /** Entities of other variables, which stand with the dataset. */
  readonly others: readonly Entity[];
}

export function thingsIn(base: DnaBase, { holder, speaker, issue }: Roles): Things {
  const of = (variable: string | null) =>
    base.entities.filter((entity) => entity.variable === variable && entity.value.trim() !== "");
  const [holders, speakers, issues] = [of(holder), of(speaker), of(issue)];
  const taken = new Set<string>();
  const holderIds = distinctIds(
    "actor",
    holders.map(({ value }) => value),
    taken,
  );
  // Of a name that is both an organization's and a person's, the person has an id that says so.
  const both = new Map(
    speakers.map(({ value }) => [value, holderIds.has(value) ? `${value} ${speaker}` : value]),
  );
  const speakerIds = distinctIds("actor", [...both.values()], taken);
  const issueIds = distinctIds(
    "issue",
    issues.map(({ value }) => value),
  );
  const actorOf = ({ variable, value }: Entity) =>
    (variable === holder ? holderIds.get(value) : speakerIds.get(both.get(value) as string)) as Id<"actor">;
  const issueOf = ({ value }: Entity) => issueIds.get(value) as Id<"issue">;
  return {
    actorOf,
    issueOf,
    entries: {
      actor: [...holders, ...speakers].map((entity) => ({
        kind: "actor",
        field: `ENTITIES ${entity.id}`,
        lineOf: noLine,
        value: actorItem(entity, { id: actorOf(entity), isPerson: entity.variable !== holder }),
      })),
      issue: issues.map((entity) => ({
        kind: "issue",
        field: `ENTITIES ${entity.id}`,
        lineOf: noLine,
        value: issueItem(entity, {
          id: issueOf(entity),
          parent: entity.partOf && issueIds.get(entity.partOf),
        }),
      })),
    },
    others: base.entities.filter(({ variable }) => ![holder, speaker, issue].includes(variable)),
  };
}

export function noLine(): null {
  return null;
}

function actorItem(entity: Entity, { id, isPerson }: { readonly id: string; readonly isPerson: boolean }) {
  const { Notes: notes, Alias: alias } = entity.attributes;
  return {
    id,
    name: entity.value,
    kind: isPerson ? "PERSON" : "ORGANIZATION",
    description: notes,
    names: alias === undefined ? [] : [alias],
    attributes: furtherOf(entity),
  };
}

function issueItem(
  entity: Entity,
  { id, parent }: { readonly id: string; readonly parent: string | null | undefined },
) {
  return {
    id,
    label: entity.value,
    proposition: entity.value,
    pro: agrees,
    contra: disagrees,
    parent: parent ?? undefined,
    attributes: furtherOf(entity),
  };
}

const agrees = "Agreement with it.";
const disagrees = "Disagreement with it.";

/** What DNA says of an entity, by its own names. */
function furtherOf({ attributes, color, partOf }: Entity): Attributes {
  return { ...attributes, ...(color !== null && { color }), ...(partOf !== null && { partOf }) };
}

/** What is of the database as a whole: its statement types, colours, and the entities that are neither actors nor issues. */
export function datasetAttributes(base: DnaBase, others: readonly Entity[]): Attributes {
  const types = base.types.map((type) => [
    `DNA statement type ${type.Label}`,
    {
      color: colorOf(type),
      variables: base.variables
        .filter((variable) => variable.type === type.ID)
        .map(({ name, dataType }) => [name, dataType]),
    },
  ]);
  const regexes = base.regexes.map((regex) => [`DNA regex ${regex.Label}`, colorOf(regex)]);
  const coders = base.coders.map((coder) => [`DNA coder ${coderName(coder)}`, colorOf(coder)]);
  const entities = others
    .filter((entity) => entity.value !== "" && Object.keys(furtherOf(entity)).length > 0)
    .map((entity) => [`DNA entity ${entity.variable}: ${entity.value}`, furtherOf(entity)]);
  return Object.fromEntries([...types, ...regexes, ...coders, ...entities]) as Attributes;
}
