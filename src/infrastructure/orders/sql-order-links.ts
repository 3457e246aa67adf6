import type { OrderCodes } from "../../application/orders/ports/order-codes.js";
import type { OrderLinks } from "../../application/orders/ports/order-links.js";
import type { ReadSource } from "../shared/database/read-source.js";

/** A link is not stored: it follows from the secret id of the cart. */
export const sqlOrderLinks = (
  source: Pick<ReadSource, "query">,
  { linkOf }: Pick<OrderCodes, "linkOf">,
): OrderLinks => ({
  ofOrder: async (id) => {
    const [row] = await source.query("SELECT cart_id FROM orders_order WHERE id = ?", [id]);
    return row ? linkOf(String(row["cart_id"])) : null;
  },
});
