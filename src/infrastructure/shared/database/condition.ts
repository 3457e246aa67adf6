import { placeholders } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";

/** A condition of a WHERE clause with its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.length === 0 ? "1 = 1" : conditions.map(({ sql }) => sql).join(" AND "),
  values: conditions.flatMap(({ values }) => values),
});

export const isOneOf = (column: string, values: readonly SqlValue[]): Condition =>
  values.length === 0
    ? { sql: "1 = 0", values: [] }
    : { sql: `${column} IN (${placeholders(values)})`, values };
