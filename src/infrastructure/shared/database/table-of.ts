import type { Column, Columns } from "./columns.js";
import type { FieldSource } from "./field-sources.js";
import type { Row, RowValues } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";

/** What follows from the columns of a table. */
export interface Table<Stored, Whole = Stored> {
  /** All columns, as a SELECT names them. */
  readonly selection: string;
  /** @param row has the columns that are no fields; the others are added to it */
  readonly toRow: (record: Whole, row?: Record<string, SqlValue>) => RowValues;
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
  const cells = fields.flatMap(([field, column]) =>
    Object.entries(column.cells).map(([name, write]) => ({ field, name, write })),
  );
  return {
    selection: cells.map(({ name }) => name).join(", "),

    // One object for each row: to copy it would cost an import more than everything else here.
    toRow: (record, row = {}) => {
      for (const { field, name, write } of cells) row[name] = write(record[field], record);
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
        fields.map(([field, column]) => [
          field,
          {
            columns: Object.keys(column.cells).map((name) => `${alias}.${name}`),
            read: column.read,
          },
        ]),
      ) as unknown as Sources<Stored>,
  };
};
