import type { Json } from "../../domain/attribute.ts";
import type { DnaRow, DnaTables } from "./tables.ts";

/** A value of a variable, by its name; of a short text the entity. */
export interface Variable {
  readonly id: number;
  readonly name: string;
  readonly dataType: string;
  readonly type: number;
}

export interface Entity {
  readonly id: number;
  readonly variable: string;
  readonly value: string;
  readonly color: string | null;
  /** The value that it is a part of. */
  readonly partOf: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Statement {
  readonly id: number;
  readonly type: string;
  readonly document: number;
  readonly start: number;
  readonly stop: number;
  readonly coder: string | null;
  readonly values: Readonly<Record<string, Exclude<Json, object> | Entity>>;
}

/** A DNA database as things that know one another, statements in DNA's order: time, document, start, stop, id. */
export interface DnaBase {
  readonly settings: Readonly<Record<string, string>>;
  readonly coders: readonly DnaRow<"CODERS">[];
  readonly types: readonly DnaRow<"STATEMENTTYPES">[];
  readonly variables: readonly Variable[];
  readonly regexes: readonly DnaRow<"REGEXES">[];
  readonly documents: readonly DnaRow<"DOCUMENTS">[];
  readonly entities: readonly Entity[];
  readonly statements: readonly Statement[];
  /** What refers to something that is not there: where, and what. */
  readonly faults: readonly { readonly field: string; readonly message: string }[];
}

export function baseOf(tables: DnaTables): DnaBase {
  const faults: { field: string; message: string }[] = [];
  const variables = tables.VARIABLES.map(
    ({ ID, Variable, DataType, StatementTypeId }): Variable => ({
      id: ID,
      name: Variable,
      dataType: DataType,
      type: StatementTypeId,
    }),
  );
  const entities = entitiesOf(tables, new Map(variables.map(({ id, name }) => [id, name])));
  const values = valuesOf(tables, { variables, entities, faults });
  const documents = new Map(tables.DOCUMENTS.map((document) => [document.ID, document]));
  const types = new Map(tables.STATEMENTTYPES.map(({ ID, Label }) => [ID, Label]));
  const coders = new Map(tables.CODERS.map((coder) => [coder.ID, coderName(coder)]));
  const statements = tables.STATEMENTS.flatMap((row): Statement[] => {
    const { ID: id, DocumentId: document, StatementTypeId, Start: start, Stop: stop, Coder } = row;
    const type = types.get(StatementTypeId);
    const missing = (column: string, what: string) => {
      faults.push({
        field: `STATEMENTS ${id}.${column}`,
        message: `There is no such ${what}; correct or delete the statement in DNA.`,
      });
      return [];
    };
    if (!documents.has(document)) return missing("DocumentId", `document as ${document}`);
    if (type === undefined) return missing("StatementTypeId", `statement type as ${StatementTypeId}`);
    const coder = Coder === null ? null : coders.get(Coder);
    if (coder === undefined) return missing("Coder", `coder as ${Coder}`);
    return [{ id, type, document, start, stop, coder, values: values.get(id) ?? {} }];
  });
  const timeOf = ({ document }: Statement) => documents.get(document)?.Date as number;
  return {
    settings: Object.fromEntries(tables.SETTINGS.map(({ Property, Value }) => [Property, String(Value)])),
    coders: tables.CODERS,
    types: tables.STATEMENTTYPES,
    variables,
    regexes: tables.REGEXES,
    documents: tables.DOCUMENTS,
    entities: [...entities.values()],
    statements: statements.sort(
      (a, b) =>
        timeOf(a) - timeOf(b) ||
        a.document - b.document ||
        a.start - b.start ||
        a.stop - b.stop ||
        a.id - b.id,
    ),
    faults,
  };
}

export function coderName({ ID, Name }: Pick<DnaRow<"CODERS">, "ID" | "Name">): string {
  return Name.trim() === "" ? `Coder ${ID}` : Name;
}

/** `#ff9900`; black, which is what DNA gives without being asked, is none. */
export function colorOf(row: { readonly Red: number; readonly Green: number; readonly Blue: number }) {
  const hex = [row.Red, row.Green, row.Blue]
    .map((part) => (part ?? 0).toString(16).padStart(2, "0"))
    .join("");
  return hex === "000000" ? null : `#${hex}`;
}

function entitiesOf(
  { ENTITIES, ATTRIBUTEVARIABLES, ATTRIBUTEVALUES }: DnaTables,
  variables: ReadonlyMap<number, string>,
): ReadonlyMap<number, Entity> {
  const names = new Map(ATTRIBUTEVARIABLES.map(({ ID, AttributeVariable }) => [ID, AttributeVariable]));
  const attributes = Map.groupBy(
    ATTRIBUTEVALUES.filter(({ AttributeValue }) => AttributeValue !== ""),
    ({ EntityId }) => EntityId,
  );
  const values = new Map(ENTITIES.map(({ ID, Value }) => [ID, String(Value)]));
  return new Map(
    ENTITIES.map((row): [number, Entity] => [
      row.ID,
      {
        id: row.ID,
        variable: variables.get(row.VariableId) ?? "",
        value: String(row.Value),
        color: colorOf(row),
        partOf: values.get(row.ChildOf) ?? null,
        attributes: Object.fromEntries(
          (attributes.get(row.ID) ?? []).map(({ AttributeVariableId, AttributeValue }) => [
            names.get(AttributeVariableId) ?? `attribute ${AttributeVariableId}`,
            AttributeValue,
          ]),
        ),
      },
    ]),
  );
}

/** By statement: the value of each variable that has one. */
function valuesOf(
  tables: DnaTables,
  told: {
    readonly variables: readonly Variable[];
    readonly entities: ReadonlyMap<number, Entity>;
    readonly faults: { field: string; message: string }[];
  },
): ReadonlyMap<number, Record<string, Exclude<Json, object> | Entity>> {
  const names = new Map(told.variables.map(({ id, name }) => [id, name]));
  const found = new Map<number, Record<string, Exclude<Json, object> | Entity>>();
  const keep = (
    table: string,
    { ID, StatementId, VariableId }: { ID: number; StatementId: number; VariableId: number },
    value: Exclude<Json, object> | Entity | undefined,
  ) => {
    const name = names.get(VariableId);
    if (name === undefined || value === undefined) {
      const what = name === undefined ? `variable as ${VariableId}` : "entity as this names";
      told.faults.push({
        field: `${table} ${ID}`,
        message: `There is no such ${what}; correct or delete statement ${StatementId} in DNA.`,
      });
      return;
    }
    const values = found.get(StatementId) ?? {};
    found.set(StatementId, values);
    values[name] = value;
  };
  for (const row of tables.DATABOOLEAN) keep("DATABOOLEAN", row, row.Value !== 0);
  for (const row of tables.DATAINTEGER) keep("DATAINTEGER", row, row.Value);
  for (const row of tables.DATALONGTEXT) keep("DATALONGTEXT", row, String(row.Value ?? ""));
  for (const row of tables.DATASHORTTEXT) keep("DATASHORTTEXT", row, told.entities.get(row.Entity));
  return found;
}
