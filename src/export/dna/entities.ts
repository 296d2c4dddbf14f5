import type { Attributes } from "../../domain/attribute.ts";
import { type ActorId, type IssueId, idFromName } from "../../domain/id.ts";
import { codingItems } from "../coding-items.ts";
import type { Source } from "../source.ts";
import { differences, isShort, shortened } from "./coded.ts";
import { colorColumns, type Sheet } from "./sheet.ts";

/** The names under which actors and issues go in DNA, no two alike. */
export interface Labels {
  readonly actor: ReadonlyMap<ActorId, string>;
  readonly issue: ReadonlyMap<IssueId, string>;
}

export function labelsOf(source: Source): Labels {
  return {
    actor: distinct([...source.actors()].map(({ id, name }) => [id, name])),
    issue: distinct([...source.issues()].map(({ id, label }) => [id, label])),
  };
}

function distinct<K extends string>(named: readonly (readonly [K, string])[]): ReadonlyMap<K, string> {
  const taken = new Set<string>();
  return new Map(
    named.map(([id, name]) => {
      const short = shortened(name);
      const label = taken.has(short) || short === "" ? `${short.slice(0, 80)} (${id})` : short;
      taken.add(label);
      return [id, label];
    }),
  );
}

interface Adding {
  readonly labels: Labels;
  readonly holders: ReadonlySet<ActorId>;
  readonly speakers: ReadonlySet<ActorId>;
  /** The numbers of variables by their names, of every type that has one. */
  readonly variables: ReadonlyMap<string, readonly number[]>;
}

type Item = Readonly<Record<string, unknown>>;
/** By variable and value the number of the entity. */
export type EntityNumbers = Map<string, number>;

function entityKey(variable: number, value: string): string {
  return `${variable} ${value}`;
}

/** Writes actors and issues as entities, with their attributes; what DNA has no place for stands in its settings. */
export function addEntities(sheet: Sheet, source: Source, adding: Adding): EntityNumbers {
  const { labels, holders, speakers, variables } = adding;
  const numbers: EntityNumbers = new Map();
  const write = (variable: string, value: string, attributes: Attributes) => {
    for (const of of variables.get(variable) ?? []) addEntity(sheet, numbers, { of, value, attributes });
  };
  for (const variable of ["person", "organization", "concept"]) write(variable, "", {});
  for (const item of codingItems.actor(source)) {
    const { id, kind } = item as { readonly id: ActorId; readonly kind: string };
    const label = labels.actor.get(id) as string;
    const isHolder = holders.has(id) || (kind !== "PERSON" && !speakers.has(id));
    const isSpeaker = speakers.has(id) || !isHolder;
    const attributes = source.look.attributes(id);
    const roles = [...(isHolder ? ["organization"] : []), ...(isSpeaker ? ["person"] : [])];
    for (const variable of roles) {
      write(variable, label, attributes);
      const plain = {
        // A name of two parts gets two ids, unless one is told.
        id: roles.length > 1 ? null : idFromName("actor", label),
        name: label,
        kind: variable === "organization" ? "ORGANIZATION" : "PERSON",
        description: attributes.Notes,
        names:
          attributes.Alias === undefined ? [] : [{ name: attributes.Alias, type: "ALIAS", language: "en" }],
        attributes: kept(attributes),
      };
      keep(sheet, `${variable} ${label}`, item, plain);
    }
  }
  for (const item of codingItems.issue(source)) {
    const label = labels.issue.get(item.id as IssueId) as string;
    const attributes = source.look.attributes(item.id as string);
    write("concept", label, attributes);
    const plain = {
      id: idFromName("issue", label),
      label,
      proposition: label,
      pro: "Agreement with it.",
      contra: "Disagreement with it.",
      attributes: kept(attributes),
    };
    keep(sheet, `concept ${label}`, item, plain);
  }
  addParents(sheet, numbers);
  return numbers;
}

/** Lets entities be children of others of their variable, as they were in DNA. */
function addParents(sheet: Sheet, numbers: EntityNumbers): void {
  for (const { ID, VariableId, partOf } of sheet.parts) {
    const parent = numbers.get(entityKey(VariableId, partOf));
    if (parent !== undefined && parent !== ID) sheet.change("ENTITIES", ID, { ChildOf: parent });
  }
}

function keep(sheet: Sheet, name: string, item: Item, plain: Item): void {
  const further = differences(item, plain);
  if (Object.keys(further).length > 0) sheet.set(`stancegraph ${name}`, JSON.stringify(further));
}

/** Of attributes those that an entity of DNA can have. */
function kept(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name, value]) => fits(name, value)));
}

function fits(name: string, value: unknown): value is string {
  if (name === "color") return /^#[0-9a-f]{6}$/.test(String(value)) && value !== "#000000";
  return typeof value === "string" && value !== "" && isShort(value) && isShort(name) && name !== "partOf";
}

export function addEntity(
  sheet: Sheet,
  numbers: EntityNumbers,
  { of, value, attributes }: { readonly of: number; readonly value: string; readonly attributes: Attributes },
): number {
  const known = numbers.get(entityKey(of, value));
  if (known !== undefined) return known;
  const id = sheet.add("ENTITIES", {
    VariableId: of,
    Value: value,
    ...colorColumns(attributes.color),
    ChildOf: null,
  });
  numbers.set(entityKey(of, value), id);
  if (typeof attributes.partOf === "string")
    sheet.parts.push({ ID: id, VariableId: of, partOf: attributes.partOf });
  const columns = sheet.rows.ATTRIBUTEVARIABLES as readonly { readonly [name: string]: unknown }[];
  for (const [name, text] of Object.entries(attributes)) {
    if (name === "color" || !fits(name, text)) continue;
    const column = columns.find(
      ({ VariableId, AttributeVariable }) => VariableId === of && AttributeVariable === name,
    );
    const attribute =
      (column?.ID as number | undefined) ??
      sheet.add("ATTRIBUTEVARIABLES", { VariableId: of, AttributeVariable: name });
    sheet.add("ATTRIBUTEVALUES", { EntityId: id, AttributeVariableId: attribute, AttributeValue: text });
  }
  return id;
}
