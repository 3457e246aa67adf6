import { toFlag } from "./cell.js";
import type { Row } from "./sql-session.js";

/** Which columns a field is read from, and how. */
export interface FieldSource<Value> {
  readonly columns: readonly string[];
  readonly read: (row: Row) => Value;
}

/** The source of each field of a view. */
export type FieldSources<View extends { readonly id: string }> = {
  readonly [Field in Exclude<keyof View, "id">]-?: FieldSource<View[Field]>;
};

export const flagField = (column: string): FieldSource<boolean> => ({
  columns: [column],
  read: (row) => toFlag(row[columnName(column)]),
});

export const enumField = <Word extends string>(column: string): FieldSource<Word> => ({
  columns: [column],
  read: (row) => row[columnName(column)] as Word,
});

const columnName = (column: string): string => column.slice(column.indexOf(".") + 1);
