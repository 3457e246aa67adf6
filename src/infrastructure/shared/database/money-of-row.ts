import { Money } from "../../../domain/shared/money.js";
import { toNumber } from "./cell.js";
import type { Row } from "./sql-session.js";

/**
 * The amount of a column, in minor units and in the currency of the row; null where there is none.
 */
export const moneyOfRow = (row: Row, column: string): Money | null => {
  const amount = toNumber(row[column]);
  return amount === null ? null : Money.of(amount, String(row["currency"]));
};
