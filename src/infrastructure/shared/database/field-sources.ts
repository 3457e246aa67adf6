import { toFlag, toText } from "./cell.js";
import type { Row } from "./sql-session.js";
import { fromSqlJson, fromSqlTime } from "./sql-value.js";

/** Which columns a field is read from, and how. */
export interface FieldSource<Value> {
  readonly columns: readonly string[];
  readonly read: (row: Row) => Value;
}

/** The source of each field of a view. */
export type FieldSources<View extends { readonly id: string }> = {
  readonly [Field in Exclude<keyof View, "id">]-?: FieldSource<View[Field]>;
};

export const textField = (column: string): FieldSource<string> => ({
  columns: [column],
  read: (row) => String(row[columnName(column)]),
});

export const optionalTextField = (column: string): FieldSource<string | null> => ({
  columns: [column],
  read: (row) => toText(row[columnName(column)]),
});

export const flagField = (column: string): FieldSource<boolean> => ({
  columns: [column],
  read: (row) => toFlag(row[columnName(column)]),
});

export const numberField = (column: string): FieldSource<number> => ({
  columns: [column],
  read: (row) => Number(row[columnName(column)]),
});

export const timeField = (column: string): FieldSource<Date> => ({
  columns: [column],
  read: (row) => fromSqlTime(row[columnName(column)]),
});

export const jsonField = <T>(column: string): FieldSource<T> => ({
  columns: [column],
  read: (row) => fromSqlJson<T>(row[columnName(column)]),
});

export const enumField = <Word extends string>(column: string): FieldSource<Word> => ({
  columns: [column],
  read: (row) => row[columnName(column)] as Word,
});

const columnName = (column: string): string => column.slice(column.indexOf(".") + 1);
