import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import { orderCart, orderId } from "../../builders/place-orders.js";
import type { Samples } from "./sample.js";

const ORDER =
  "order { id number state cancelReason version total { amount } allowedActions { action isAllowed blockedBy } timeline { kind by note } lines { key title gross { amount } } }";

/** How many orders the samples are about. */
export const SAMPLE_ORDERS = Array.from({ length: 6 }, () => ({ reservationEndsAt: null }));

/** Samples of the mutations of orders. */
export const orderSamples = (): Samples => ({
  orderCancel: {
    input: { id: orderId(1), reason: "STOCK", note: "None left" },
    other: { id: orderId(2) },
    refused: { id: "order_01h00000000000000000009999" },
    selection: ORDER,
  },
  orderCancelByLink: {
    input: { link: randomOrderCodes.linkOf(orderCart(2)), note: "Too late" },
    other: { link: randomOrderCodes.linkOf(orderCart(1)) },
    refused: { link: "orderlink_none" },
    selection: "order { id number state cancelReason version lines { key title } }",
  },
});
