import { orderSums, type OrderSums } from "../../domain/orders/order-sums.js";
import type { RowCheck } from "../shared/checks/row-check.js";
import { withKeys } from "../shared/checks/sql-row-checks.js";
import { contentOfText } from "./content-to-text.js";

/** The total of a placed order, to the minor unit. */
export const ORDER_CHECK: RowCheck = {
  name: "order-totals",
  rule: "The total of an order is the sum of its lines, delivery, fees, added taxes and discounts.",
  table: "orders_order",
  key: ["id"],
  pageSize: 100,
  broken: async (reader, keys) => {
    const { sql, values } = withKeys(keys);
    const rows = await reader.query(
      `SELECT id, total, content FROM orders_order WHERE ${sql} ORDER BY id`,
      values,
    );
    return rows.flatMap((row) => {
      const stored = Number(row["total"]);
      const sums = readSums(String(row["content"]));
      if (sums && [sums.total, sums.parts, sums.steps].every((sum) => sum === stored)) return [];
      return [
        {
          key: { id: String(row["id"]) },
          expected: sums
            ? `total ${sums.steps} by its steps, ${sums.parts} by its parts`
            : "content that can be read",
          found: sums
            ? `total ${stored}, ${sums.total} in its content`
            : "content that cannot be read",
        },
      ];
    });
  },
};

/** Null for content that nobody can read: the row is named, and the check goes on. */
const readSums = (content: string): OrderSums | null => {
  try {
    return orderSums(contentOfText(content));
  } catch {
    return null;
  }
};
