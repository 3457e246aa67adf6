import type { OrderId } from "../../../domain/orders/ids.js";
import { id } from "../../../domain/shared/id.js";
import type { Clock } from "../../shared/clock.js";
import type { Subscriber } from "../../shared/events.js";
import type { Ids } from "../../shared/ids.js";
import { settleOrder, type SettleStores } from "./settle-order.js";

/** Gives the money of an order that has ended back, and gives open attempts up. */
export const endPayments = ({
  clock,
  ids,
}: {
  readonly clock: Clock;
  readonly ids: Ids;
}): Subscriber<SettleStores> => ({
  name: "payments.end-payments",
  types: ["orders.order-cancelled", "orders.order-expired"],
  handle: async ({ aggregateId }, stores) => {
    const order = await stores.orders.get(id<OrderId>(aggregateId));
    const payments = await stores.payments.ofOrder(order.id);
    if (payments.length === 0) return;
    await settleOrder(stores, order, payments, { ids, now: clock.now() });
  },
});
