import { registerEnumType } from "type-graphql";
import {
  FULFILMENT_STATUSES,
  ORDER_STATES,
  PAYMENT_STATUSES,
} from "../../../domain/orders/order-states.js";
import { enumOf } from "../schema/enum-of.js";

export const OrderStates = enumOf(ORDER_STATES);
registerEnumType(OrderStates, {
  name: "OrderState",
  description: "Where an order is on its way.",
  valuesConfig: {
    AWAITING_PAYMENT: { description: "It waits to be paid, and its units are held until then." },
    CONFIRMED: { description: "It is paid, or costs nothing." },
    COMPLETED: { description: "Nothing is left to do." },
    CANCELLED: { description: "The buyer or the shop has cancelled it." },
    EXPIRED: { description: "It was not paid in time." },
  },
});

export const PaymentStatuses = enumOf(PAYMENT_STATUSES);
registerEnumType(PaymentStatuses, {
  name: "OrderPaymentStatus",
  description: "What has been paid of an order.",
  valuesConfig: {
    PENDING: { description: "Nothing yet." },
    AUTHORISED: { description: "The total is held at the bank." },
    PARTIALLY_PAID: { description: "A part of the total." },
    PAID: { description: "The total, or there is nothing to pay." },
    PARTIALLY_REFUNDED: { description: "A part of what was paid was given back." },
    REFUNDED: { description: "All that was paid was given back." },
    FAILED: { description: "The last payment failed." },
  },
});

export const FulfilmentStatuses = enumOf(FULFILMENT_STATUSES);
registerEnumType(FulfilmentStatuses, {
  name: "OrderFulfilmentStatus",
  description: "What has been handed over of an order.",
  valuesConfig: {
    UNFULFILLED: { description: "Nothing yet." },
    PARTIALLY_FULFILLED: { description: "Some of its units." },
    FULFILLED: { description: "All of its units." },
    PARTIALLY_RETURNED: { description: "Some of its units have come back." },
    RETURNED: { description: "All of its units have come back." },
  },
});
