import type { Coded, StatementType } from "./coded.ts";
import { addEntity, type EntityNumbers } from "./entities.ts";
import type { Sheet } from "./sheet.ts";

interface Adding {
  readonly types: ReadonlyMap<string, StatementType>;
  readonly variables: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly entities: EntityNumbers;
}

/** Writes statements with a value of each of their type's texts, as DNA does; numbers and truths only where there are. */
export function addStatements(
  sheet: Sheet,
  statements: readonly Coded[],
  { types, variables, entities }: Adding,
): void {
  const typeIds = new Map([...types.keys()].map((label, index) => [label, index + 1]));
  for (const { id, type, document, start, stop, coder, values } of statements) {
    sheet.add("STATEMENTS", {
      ID: id,
      StatementTypeId: typeIds.get(type) as number,
      DocumentId: document,
      Start: start,
      Stop: stop,
      Coder: coder ?? 1,
    });
    for (const [name, dataType] of (types.get(type) as StatementType).variables) {
      const VariableId = variables.get(type)?.get(name) as number;
      const value = values[name];
      const place = { StatementId: id, VariableId };
      if (dataType === "boolean" || dataType === "integer") {
        if (value !== undefined)
          sheet.add(`DATA${dataType.toUpperCase()}`, { ...place, Value: Number(value) });
      } else if (dataType === "long text") {
        sheet.add("DATALONGTEXT", { ...place, Value: String(value ?? "") });
      } else {
        const of = { of: VariableId, value: String(value ?? ""), attributes: {} };
        sheet.add("DATASHORTTEXT", { ...place, Entity: addEntity(sheet, entities, of) });
      }
    }
  }
}
