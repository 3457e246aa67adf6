import type { OrderLinks } from "../../../src/application/orders/ports/order-links.js";
import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { snapshotsOf } from "./in-memory-orders.js";

export const inMemoryOrderLinks = (database: InMemoryDatabase): OrderLinks => ({
  ofOrder: async (id) => {
    const order = snapshotsOf(database).find((one) => one.id === id);
    return order ? randomOrderCodes.linkOf(order.cartId) : null;
  },
});
