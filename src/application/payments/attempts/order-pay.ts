import { OrderNotFound } from "../../../domain/orders/orders.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import type { OrderCodes } from "../../orders/ports/order-codes.js";
import { change } from "../../shared/change.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import { anybody } from "../../shared/viewer.js";
import { mayWritePayments } from "../ports/permissions.js";
import type { SettleNeeds } from "../settle/settle-payment.js";
import {
  callGateways,
  payOrder,
  type PaymentChoice,
  type PayNeeds,
  type PaymentStarted,
  type PayStores,
} from "./pay-order.js";

/** How long the answer waits for the gateway, in milliseconds. */
export const GATEWAY_WAIT_MS = 8_000;

/** Tries to pay an order for its buyer. */
export const orderPay = change<
  PayStores,
  SettleNeeds & PayNeeds,
  Target & PaymentChoice,
  undefined,
  PaymentStarted
>(mayWritePayments, {
  decide: async ({ id, expectedVersion, ...choice }, work, needs) => {
    const { orders } = work.stores;
    const target = { id, expectedVersion };
    const order = await lockTarget("order", target, orders, (raw) => new OrderNotFound(raw));
    return payOrder(order, choice, work, needs);
  },
  afterwards: (result, { signal }, needs) => callGateways(result, needs, signal),
  afterwardsMs: GATEWAY_WAIT_MS,
  repeatsAfterwards: true,
});

/** The order of a guest is read again by the hash of its link: the link itself is not stored. */
interface OwnPaymentStarted extends PaymentStarted {
  readonly linkHash: string;
}

/** Tries to pay an order, by the buyer who has its link. */
export const orderPayByLink = change<
  PayStores,
  SettleNeeds & PayNeeds & { readonly orderCodes: OrderCodes },
  PaymentChoice & { readonly link: string },
  undefined,
  OwnPaymentStarted
>(anybody, {
  decide: async ({ link, ...choice }, work, needs) => {
    const linkHash = needs.orderCodes.hashOf(link);
    const order = await work.stores.orders.ofLink(linkHash);
    // The link is a secret and is not repeated.
    if (!order) throw new OrderNotFound("with this link", ["link"]);
    const started = await withPathAsync(
      ([first, ...path]) => [first === "id" ? "link" : (first ?? "link"), ...path],
      () => payOrder(order, choice, work, needs),
    );
    return { ...started, linkHash };
  },
  afterwards: (result, { signal }, needs) => callGateways(result, needs, signal),
  afterwardsMs: GATEWAY_WAIT_MS,
  repeatsAfterwards: true,
});
