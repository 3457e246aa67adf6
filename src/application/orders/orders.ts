import { ORDERS_PREFIXES } from "../../domain/orders/ids.js";
import type { BackgroundWork, Context } from "../shared/context.js";
import { wired } from "../shared/wired.js";
import { enterOrderTerms } from "./enter-order-terms.js";
import type { OrderStores } from "./ports/order-stores.js";

export { placeOrder } from "./place-order.js";

/** Everything that can be done with orders. */
export const ORDERS = {};

export const ordersContext = {
  name: "orders",
  idPrefixes: ORDERS_PREFIXES,
  operations: ORDERS,
  open: () => wired(ORDERS, {}),
  background: (): Partial<BackgroundWork<OrderStores>> => ({ subscribers: [enterOrderTerms] }),
} as const satisfies Context;
