import { ORDERS_PREFIXES } from "../../domain/orders/ids.js";
import type { Clock } from "../shared/clock.js";
import type { BackgroundWork, Context } from "../shared/context.js";
import { wired, type Wired } from "../shared/wired.js";
import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { enterOrderTerms } from "./enter-order-terms.js";
import { expireOrders, type ExpiryStores } from "./expire-orders.js";
import { orderCancel } from "./order-cancel.js";
import { orderCancelByLink } from "./order-cancel-by-link.js";
import type { OrderCodes } from "./ports/order-codes.js";
import type { OrderLookups } from "./ports/order-lookups.js";
import type { OrderReads } from "./ports/order-reads.js";
import type { OrderStores } from "./ports/order-stores.js";
import { ORDERS_PERMISSIONS } from "./ports/permissions.js";
import { readOrders } from "./read-orders.js";
import { readOwnOrder } from "./read-own-order.js";

/** What the checkout uses in its unit of work. */
export { placeOrder } from "./place-order.js";
/** What mails are written from. */
export type { OrderContent } from "../../domain/orders/order-content.js";

export interface OrdersNeeds {
  readonly orderReads: OrderReads;
  readonly orderCodes: OrderCodes;
  readonly orderLookups: OrderLookups;
  readonly unitOfWork: UnitOfWork<ExpiryStores & IdempotencyStores>;
  readonly clock: Clock;
}

/** Everything that can be done with orders. */
export const ORDERS = {
  admin: readOrders,
  shop: readOwnOrder,
  orderCancel,
  orderCancelByLink,
};

export type OrderOperations = Wired<typeof ORDERS>;

export const ordersContext = {
  name: "orders",
  idPrefixes: ORDERS_PREFIXES,
  permissions: ORDERS_PERMISSIONS,
  operations: ORDERS,
  open: (needs: OrdersNeeds): OrderOperations => wired(ORDERS, needs),
  background: (): Partial<BackgroundWork<OrderStores & ExpiryStores>> => ({
    subscribers: [enterOrderTerms],
    recurring: [expireOrders],
  }),
} as const satisfies Context;
