import { toFlag, toNumber, toText } from "./cell.js";
import type { Row, RowValues } from "./sql-session.js";
import { fromSqlJson, fromSqlTime, toSqlJson, toSqlTime, type SqlValue } from "./sql-value.js";

/** The column or columns of one field, and both ways between them and its value. */
export interface Column<Value, Whole = unknown> {
  /** For each column what is written to it. @param whole the record that the value belongs to */
  readonly cells: Readonly<Record<string, (value: Value, whole: Whole) => SqlValue>>;
  readonly read: (row: Row) => Value;
}

/** The columns of a table: one entry for each field of the record that it stores. */
export type Columns<Stored, Whole = Stored> = {
  readonly [Field in keyof Stored]-?: Column<Stored[Field], Whole>;
};

/** The cells of one value that does not depend on its record. */
export const cellsOf = <Value>({ cells }: Column<Value>, value: Value): RowValues =>
  Object.fromEntries(Object.entries(cells).map(([name, write]) => [name, write(value, null)]));

const column = <Value>(
  name: string,
  write: (value: Value) => SqlValue,
  read: (cell: Row[string] | undefined) => Value,
): Column<Value> => ({
  cells: { [name]: write },
  read: (row) => read(row[name]),
});

const asItIs = <Value extends SqlValue>(value: Value): SqlValue => value;

export const text = (name: string): Column<string> => column(name, asItIs, String);
export const optionalText = (name: string): Column<string | null> => column(name, asItIs, toText);
export const flag = (name: string): Column<boolean> => column(name, asItIs, toFlag);
export const number = (name: string): Column<number> => column(name, asItIs, Number);
export const optionalNumber = (name: string): Column<number | null> =>
  column(name, asItIs, toNumber);
export const time = (name: string): Column<Date> => column(name, toSqlTime, fromSqlTime);
export const optionalTime = (name: string): Column<Date | null> =>
  column<Date | null>(
    name,
    (value) => value && toSqlTime(value),
    (cell) => (cell == null ? null : fromSqlTime(cell)),
  );

/** An id, or a word of a closed list. */
export const word = <Word extends string>(name: string): Column<Word> =>
  column<Word>(name, asItIs, (cell) => cell as Word);
export const optionalWord = <Word extends string>(name: string): Column<Word | null> =>
  column<Word | null>(name, asItIs, (cell) => (cell ?? null) as Word | null);

export const json = <Value>(name: string): Column<Value> =>
  column<Value>(name, toSqlJson, (cell) => fromSqlJson<Value>(cell));
export const optionalJson = <Value>(name: string): Column<Value | null> =>
  column<Value | null>(
    name,
    (value) => (value === null ? null : toSqlJson(value)),
    (cell) => (cell == null ? null : fromSqlJson<Value>(cell)),
  );
