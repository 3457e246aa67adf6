import {
  Table,
  TableColumn,
  TableIndex,
  type QueryRunner,
  type TableColumnOptions,
  type TableIndexOptions,
} from "typeorm";

interface ColumnMaker {
  readonly id: (name: string, more?: Partial<TableColumnOptions>) => TableColumnOptions;
  readonly exact: (
    name: string,
    length: number,
    more?: Partial<TableColumnOptions>,
  ) => TableColumnOptions;
  readonly ascii: (
    name: string,
    length: number,
    more?: Partial<TableColumnOptions>,
  ) => TableColumnOptions;
  readonly longText: (name: string, more?: Partial<TableColumnOptions>) => TableColumnOptions;
  readonly whole: (name: string, more?: Partial<TableColumnOptions>) => TableColumnOptions;
  readonly flag: (name: string, more?: Partial<TableColumnOptions>) => TableColumnOptions;
  readonly time: (name: string, more?: Partial<TableColumnOptions>) => TableColumnOptions;
  readonly counter: (name: string) => TableColumnOptions;
}

/**
 * Columns that mean the same on both databases. Text is compared byte by byte everywhere: MySQL's
 * default collation would make josé = JOSE and ß = ss, and SQLite knows none of MySQL's collations.
 */
const columnsFor = (runner: QueryRunner): ColumnMaker => {
  const isMysql = runner.connection.options.type === "mysql";
  const collated = (charset: string, collation: string) => (isMysql ? { charset, collation } : {});
  const ascii = (name: string, length: number, more = {}): TableColumnOptions => ({
    name,
    type: "varchar",
    length: String(length),
    ...collated("ascii", "ascii_bin"),
    ...more,
  });
  return {
    ascii,
    id: (name, more = {}) => ascii(name, 64, more),
    exact: (name, length, more = {}) => ({
      name,
      type: "varchar",
      length: String(length),
      ...collated("utf8mb4", "utf8mb4_bin"),
      ...more,
    }),
    longText: (name, more = {}) => ({
      name,
      type: isMysql ? "mediumtext" : "text",
      ...collated("utf8mb4", "utf8mb4_bin"),
      ...more,
    }),
    whole: (name, more = {}) => ({ name, type: isMysql ? "bigint" : "integer", ...more }),
    flag: (name, more = {}) => ({ name, type: "boolean", ...more }),
    time: (name, more = {}) => ({
      name,
      type: "datetime",
      ...(isMysql ? { precision: 3 } : {}),
      ...more,
    }),
    counter: (name) => ({
      name,
      type: isMysql ? "bigint" : "integer",
      isPrimary: true,
      isGenerated: true,
      generationStrategy: "increment",
    }),
  };
};

/**
 * Creates a table unless a migration that was interrupted has created it already: DDL is not undone
 * on MySQL.
 */
export const createTable = async (
  runner: QueryRunner,
  name: string,
  columns: (make: ColumnMaker) => readonly TableColumnOptions[],
  indices: readonly TableIndexOptions[] = [],
): Promise<void> => {
  await runner.createTable(
    new Table({ name, columns: [...columns(columnsFor(runner))], indices: [...indices] }),
    true,
  );
};

export const dropTable = (runner: QueryRunner, name: string): Promise<void> =>
  runner.dropTable(name, true);

/**
 * Adds those of the columns that are missing: SQLite copies the table once, however many they are.
 */
export const addColumns = async (
  runner: QueryRunner,
  table: string,
  columns: (make: ColumnMaker) => readonly TableColumnOptions[],
): Promise<void> => {
  const found = await runner.getTable(table);
  const missing = columns(columnsFor(runner)).filter(
    ({ name }) => found?.findColumnByName(name) === undefined,
  );
  if (missing.length > 0)
    await runner.addColumns(
      table,
      missing.map((column) => new TableColumn(column)),
    );
};

export const dropColumns = async (
  runner: QueryRunner,
  table: string,
  ...names: readonly string[]
): Promise<void> => {
  const found = await runner.getTable(table);
  const there = names.filter((name) => found?.findColumnByName(name) !== undefined);
  if (there.length > 0) await runner.dropColumns(table, [...there]);
};

/** Adds an index to a table that there is already, unless it has it. */
export const addIndex = async (
  runner: QueryRunner,
  table: string,
  options: TableIndexOptions,
): Promise<void> => {
  const found = await runner.getTable(table);
  if (!found?.indices.some(({ name }) => name === options.name))
    await runner.createIndex(table, new TableIndex(options));
};

export const dropIndex = async (
  runner: QueryRunner,
  table: string,
  { name = "" }: TableIndexOptions,
): Promise<void> => {
  const found = await runner.getTable(table);
  if (found?.indices.some((one) => one.name === name)) await runner.dropIndex(table, name);
};

/** A unique index; its name is what the stores recognise a violation by. */
export const unique = (table: string, column: string): TableIndexOptions => ({
  name: `uq_${table}_${column}`,
  columnNames: [column],
  isUnique: true,
});

export const index = (table: string, ...columns: string[]): TableIndexOptions => ({
  name: `ix_${table}_${columns.join("_")}`.slice(0, 64),
  columnNames: columns,
});
