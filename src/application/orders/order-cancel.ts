import { OrderNotFound } from "../../domain/orders/errors.js";
import type { CancelReason } from "../../domain/orders/cancel-reason.js";
import type { OrderId } from "../../domain/orders/ids.js";
import { returnStock, type ReservationStores } from "../inventory/inventory.js";
import { change, type Work } from "../shared/change.js";
import { lockTarget, type Target } from "../shared/lock-target.js";
import type { OrderStores } from "./ports/order-stores.js";
import { mayWriteOrders } from "./ports/permissions.js";

export type CancelStores = Pick<OrderStores, "orders"> & ReservationStores;

interface OrderCancel extends Target {
  /** OTHER when left out. */
  readonly reason?: CancelReason | null | undefined;
  /** For the timeline. */
  readonly note?: string | null | undefined;
}

/** The result of a change of an order. Plain JSON. */
export interface OrderChanged {
  readonly orderId: OrderId;
}

/** Cancels an order, and gives its units back. What was paid is given back afterwards. */
export const orderCancel = change(
  mayWriteOrders,
  async (
    { reason, note, ...target }: OrderCancel,
    { stores, now }: Work<CancelStores>,
  ): Promise<OrderChanged> => {
    const order = await lockTarget("order", target, stores.orders, (id) => new OrderNotFound(id));
    order.cancel({ reason: reason ?? "OTHER", note: note ?? null }, "STAFF", now);
    await stores.orders.save(order);
    await returnStock(stores, order.id);
    return { orderId: order.id };
  },
);
