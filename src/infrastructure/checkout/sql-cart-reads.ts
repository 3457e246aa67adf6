import type { CartReads } from "../../application/checkout/ports/cart-reads.js";
import { readByKey } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { CART_TABLE } from "./cart-table.js";

export const sqlCartReads = (source: ReadSource): CartReads => ({
  byId: async (ids) => {
    const found = await readByKey(source, "id", ids, {
      columns: [CART_TABLE.selection],
      from: "checkout_cart",
      where: [],
      read: CART_TABLE.toRecord,
    });
    return new Map(found.map((cart) => [cart.id, cart]));
  },
});
