import { releaseStock, type ReservationStores } from "../inventory/inventory.js";
import type { Recurring } from "../shared/schedule.js";
import type { OrderStores } from "./ports/order-stores.js";

export type ExpiryStores = Pick<OrderStores, "orders"> & ReservationStores;

/**
 * Ends the orders that were not paid in time, and gives their units back; they are read as expired
 * before, too. One order in a unit of work: several would lock stock in another order than the
 * checkout.
 */
export const expireOrders: Recurring<ExpiryStores> = {
  kind: "orders.expire",
  everyMs: 15_000,
  run: async (now, stores) => {
    const [order] = await stores.orders.due(now, 1);
    if (!order?.expire(now)) return "done";
    await stores.orders.save(order);
    await releaseStock(stores, order.id);
    return "more";
  },
};
