import type { Column, Columns } from "./columns.js";
import type { FieldSource } from "./field-sources.js";
import type { Row, RowValues } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";

/** What follows from the columns of a table. */
export interface Table<Stored, Whole = Stored> {
  /** All columns, as a SELECT names them. */
  readonly selection: string;
  readonly toRow: (record: Whole) => RowValues;
  readonly toRecord: (row: Row) => Stored;
  /** Where a read finds each field. @param alias of the table in the statement */
  readonly sources: (alias: string) => Sources<Stored>;
}

type Sources<Stored> = { readonly [Field in keyof Stored]-?: FieldSource<Stored[Field]> };

/** @typeParam Whole what the fields are written from, when that is more than what one row stores */
export const tableOf = <Stored extends object, Whole extends Stored = Stored>(
  columns: Columns<Stored, Whole>,
): Table<Stored, Whole> => {
  const fields = Object.entries(columns) as [keyof Stored, Column<unknown, Whole>][];
  return {
    selection: fields.flatMap(([, { names }]) => names).join(", "),

    toRow: (record) => {
      const row: Record<string, SqlValue> = {};
      for (const [field, { names, write }] of fields) {
        const cells = write(record[field], record);
        // A plain loop, because an import spends much of its time here.
        for (let index = 0; index < names.length; index++)
          row[names[index] ?? ""] = cells[index] ?? null;
      }
      return row;
    },

    toRecord: (row) => {
      const record: Partial<Record<keyof Stored, unknown>> = {};
      for (const [field, { read }] of fields) {
        const value = read(row);
        // An optional field without a value is absent.
        if (value !== undefined) record[field] = value;
      }
      return record as Stored;
    },

    sources: (alias) =>
      Object.fromEntries(
        fields.map(([field, { names, read }]) => [
          field,
          { columns: names.map((name) => `${alias}.${name}`), read },
        ]),
      ) as unknown as Sources<Stored>,
  };
};
