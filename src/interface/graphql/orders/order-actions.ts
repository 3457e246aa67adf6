import { registerEnumType } from "type-graphql";
import { BLOCKED_REASONS, ORDER_ACTIONS } from "../../../domain/orders/order-states.js";
import { enumOf } from "../schema/enum-of.js";

export const OrderActions = enumOf(ORDER_ACTIONS);
registerEnumType(OrderActions, {
  name: "OrderAction",
  description: "What can be done with an order.",
  valuesConfig: { CANCEL: { description: "Cancel it." } },
});

export const BlockedReasons = enumOf(BLOCKED_REASONS);
registerEnumType(BlockedReasons, {
  name: "OrderActionBlockedReason",
  description: "Why something cannot be done with an order.",
  valuesConfig: {
    ALREADY_CONFIRMED: { description: "It is confirmed already." },
    ALREADY_CANCELLED: { description: "It is cancelled already." },
    EXPIRED: { description: "It was not paid in time." },
    PAYMENT_OPEN: {
      description: "A payment is under way. Buyers can cancel when it has failed.",
    },
  },
});
