import { QueryFailedError } from "typeorm";
import type { SqlValue } from "./sql-value.js";

/** What the driver has thrown, with the statement. */
export const failedStatement = (
  sql: string,
  values: readonly SqlValue[],
  error: unknown,
): QueryFailedError =>
  new QueryFailedError(sql, [...values], error instanceof Error ? error : new Error(String(error)));
