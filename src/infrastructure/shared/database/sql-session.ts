import type { SqlValue } from "./sql-value.js";

/** Statements on one connection. Both databases take `?` for a value. */
export interface SqlSession {
  readonly dialect: Dialect;
  query(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** @returns how many rows the statement touched */
  change(sql: string, values?: readonly SqlValue[]): Promise<number>;
}

/** Statements that read: of a unit of work, or outside of one. */
export type RowSource = Pick<SqlSession, "query">;

export type Dialect = "sqlite" | "mysql";
export type Row = Readonly<Record<string, string | number | null>>;
export type RowValues = Readonly<Record<string, SqlValue>>;

/** The row lock of a SELECT. The embedded store has one writer at a time and needs none. */
export const forUpdate = ({ dialect }: Pick<SqlSession, "dialect">): string =>
  dialect === "mysql" ? " FOR UPDATE" : "";

/**
 * The shared lock of a SELECT: the rows cannot be changed or removed, and several units of work may
 * hold it at once.
 */
export const sharedLock = ({ dialect }: Pick<SqlSession, "dialect">): string =>
  dialect === "mysql" ? " LOCK IN SHARE MODE" : "";

/** A text that LIKE … ESCAPE '!' matches literally. */
export const escapeLike = (text: string): string => text.replaceAll(/[!%_]/g, "!$&");

export const placeholders = (values: readonly unknown[]): string =>
  Array(values.length).fill("?").join(", ");

/** Values in chunks that fit into one statement. */
export const toChunks = <T>(values: readonly T[], size = 500): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
