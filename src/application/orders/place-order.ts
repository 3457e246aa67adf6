import { Order } from "../../domain/orders/order.js";
import type { OrderDraft } from "../../domain/orders/order-draft.js";
import type { Ids } from "../shared/ids.js";
import type { OrderCodes } from "./ports/order-codes.js";
import type { OrderStores } from "./ports/order-stores.js";

interface Needs {
  readonly ids: Ids;
  readonly orderCodes: OrderCodes;
}

interface PlacedOrder {
  readonly order: Order;
  /** False when the cart has become this order before. */
  readonly isNew: boolean;
}

// Of ten digits each one is taken with a probability of one in a thousand when there are nine
// million orders.
const MOST_NUMBERS = 10;

/**
 * Places the order of a cart, in the unit of work of the checkout. A cart has at most one order, so
 * a second draft gets the first one. Holds no stock: the checkout reserves units for the id of the
 * order, and claims them when the order is confirmed at once.
 */
export const placeOrder = async (
  { orders }: Pick<OrderStores, "orders">,
  draft: OrderDraft,
  { ids, orderCodes }: Needs,
): Promise<PlacedOrder> => {
  const id = ids.next("order");
  const linkHash = orderCodes.hashOf(orderCodes.linkOf(draft.cartId));
  for (let attempt = 0; attempt < MOST_NUMBERS; attempt++) {
    const order = Order.place({ id, number: orderCodes.number(), linkHash }, draft);
    const outcome = await orders.add(order);
    if (outcome === "ADDED") return { order, isNew: true };
    const first = outcome === "CART_HAS_ORDER" ? await orders.ofCart(draft.cartId) : null;
    if (first) return { order: first, isNew: false };
  }
  throw new Error(`No free number was found for an order in ${MOST_NUMBERS} attempts.`);
};
