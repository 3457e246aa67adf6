import { placeOrder } from "../../src/application/orders/orders.js";
import type { OrderStores } from "../../src/application/orders/ports/order-stores.js";
import type { UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import type { OrderId } from "../../src/domain/orders/ids.js";
import type { OrderDraft } from "../../src/domain/orders/order-draft.js";
import { randomOrderCodes } from "../../src/infrastructure/orders/random-order-codes.js";
import { numberedIds } from "../fakes/numbered-ids.js";
import { orderDraft } from "./an-order.js";

const FIRST = 930_000;

/** The id of an order of `placeOrders`, from 1. */
export const orderId = (index: number): OrderId => numberedIds(FIRST + index - 1).next("order");

/** Its number. */
export const orderNumber = (index: number): string => String(1_000_000_000 + index);

export const orderCart = (index: number): string => `cart_of_order_${index}`;

/** Places orders, which nothing public does without a checkout, and makes them found. */
export const placeOrders = async (
  unitOfWork: UnitOfWork<OrderStores>,
  drafts: readonly Partial<OrderDraft>[],
): Promise<void> => {
  for (const [at, draft] of drafts.entries()) {
    const index = at + 1;
    await unitOfWork.run(async (stores) => {
      const { order } = await placeOrder(
        stores,
        orderDraft({ cartId: orderCart(index), ...draft }),
        {
          ids: numberedIds(FIRST + at),
          orderCodes: { ...randomOrderCodes, number: () => orderNumber(index) },
        },
      );
      await stores.orderTerms.enter([order.id]);
    });
  }
};
