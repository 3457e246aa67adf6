import { registerEnumType } from "type-graphql";
import { CANCEL_REASONS } from "../../../domain/orders/cancel-reason.js";
import { enumOf } from "../schema/enum-of.js";

export const CancelReasons = enumOf(CANCEL_REASONS);
registerEnumType(CancelReasons, {
  name: "OrderCancelReason",
  description: "Why an order was cancelled.",
  valuesConfig: {
    BUYER: { description: "The buyer does not want it any more." },
    STOCK: { description: "It cannot be delivered." },
    FRAUD: { description: "It looks fraudulent." },
    OTHER: { description: "Another reason." },
  },
});
