import type { Attributes } from "../../domain/attribute.ts";
import type { Id } from "../../domain/id.ts";
import type { Entry } from "../formats/format.ts";
import { coderName, colorOf, type DnaBase, type Entity } from "./base.ts";
import { distinctIds } from "./names.ts";
import type { Roles } from "./roles.ts";
import type { Beside } from "./settings.ts";

/** The actors and issues that the entities of a DNA database are. */
export interface Things {
  readonly actorOf: (entity: Entity) => Id<"actor">;
  readonly issueOf: (entity: Entity) => Id<"issue">;
  readonly entries: Readonly<Record<"actor" | "issue", readonly Entry[]>>;
  /** Entities of other variables, which stand with the dataset. */
  readonly others: readonly Entity[];
}

export function thingsIn(base: DnaBase, { holder, speaker, issue }: Roles, beside: Beside): Things {
  const of = (variable: string | null) =>
    merged(base.entities.filter((entity) => entity.variable === variable && entity.value.trim() !== ""));
  const [holders, speakers, issues] = [of(holder), of(speaker), of(issue)];
  const taken = new Set<string>();
  const holderIds = idsOf("actor", holders, { beside, taken, suffix: () => "" });
  // Of a name that is both an organization's and a person's, the person has an id that says so.
  const names = new Set(holders.map(({ value }) => value));
  const suffix = ({ value }: Entity) => (names.has(value) ? ` ${speaker}` : "");
  const speakerIds = idsOf("actor", speakers, { beside, taken, suffix });
  const issueIds = idsOf("issue", issues, { beside, taken: new Set(), suffix: () => "" });
  const actorOf = ({ variable, value }: Entity) =>
    (variable === holder ? holderIds : speakerIds).get(value) as Id<"actor">;
  const issueOf = ({ value }: Entity) => issueIds.get(value) as Id<"issue">;
  const parentOf = ({ partOf }: Entity) => (partOf === null ? undefined : issueIds.get(partOf));
  return {
    actorOf,
    issueOf,
    entries: {
      actor: once(
        [...holders, ...speakers].map((entity) =>
          entryOf("actor", entity, actorItem(entity, actorOf(entity), entity.variable !== holder), beside),
        ),
      ),
      issue: issues.map((entity) =>
        entryOf("issue", entity, issueItem(entity, issueOf(entity), parentOf(entity)), beside),
      ),
    },
    others: base.entities.filter(({ variable }) => ![holder, speaker, issue].includes(variable)),
  };
}

/** Entities of one value as one: each statement type has its own of a variable. */
function merged(entities: readonly Entity[]): readonly Entity[] {
  const byValue = Map.groupBy(entities, ({ value }) => value);
  return [...byValue.values()].map(([first, ...others]) => {
    const attributes = Object.assign({}, ...[first, ...others].reverse().map((each) => each?.attributes));
    const color = [first, ...others].find((each) => each?.color != null)?.color ?? null;
    return { ...(first as Entity), attributes, color };
  });
}

interface Naming {
  readonly beside: Beside;
  readonly taken: Set<string>;
  readonly suffix: (entity: Entity) => string;
}

/** Ids by value: those told beside DNA's tables, else made from the names. */
function idsOf<K extends "actor" | "issue">(
  kind: K,
  entities: readonly Entity[],
  { beside, taken, suffix }: Naming,
): ReadonlyMap<string, Id<K>> {
  const told = entities.map((entity) => [entity, beside.idOf(keyOf(entity)) as Id<K> | null] as const);
  for (const [, id] of told) if (id !== null) taken.add(id);
  const nameOf = (entity: Entity) => entity.value + suffix(entity);
  const made = distinctIds(
    kind,
    told.filter(([, id]) => id === null).map(([entity]) => nameOf(entity)),
    taken,
  );
  return new Map(told.map(([entity, id]) => [entity.value, id ?? (made.get(nameOf(entity)) as Id<K>)]));
}

function keyOf({ variable, value }: Entity): string {
  return `${variable} ${value}`;
}

function entryOf(
  kind: "actor" | "issue",
  entity: Entity,
  item: Readonly<Record<string, unknown>>,
  beside: Beside,
): Entry {
  const value = beside.applied(keyOf(entity), item);
  return { kind, field: `ENTITIES ${entity.id}`, lineOf: noLine, value };
}

/** An actor that is both an organization and a person is one. */
function once(entries: readonly Entry[]): readonly Entry[] {
  const byId = Map.groupBy(entries, ({ value }) => (value as { readonly id: string }).id);
  return [...byId.values()].map(([first]) => first as Entry);
}

export function noLine(): null {
  return null;
}

function actorItem(entity: Entity, id: string, isPerson: boolean) {
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

function issueItem(entity: Entity, id: string, parent: string | undefined) {
  return {
    id,
    label: entity.value,
    proposition: entity.value,
    pro: agrees,
    contra: disagrees,
    parent,
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
