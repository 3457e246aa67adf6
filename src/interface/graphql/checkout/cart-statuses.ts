import { registerEnumType } from "type-graphql";
import { SEVERITIES } from "../../../domain/checkout/requirement.js";
import { CART_TOTAL_STATES } from "../../../domain/checkout/cart-total-state.js";
import { CART_STATUSES } from "../../../domain/checkout/requirements.js";
import { enumOf } from "../schema/enum-of.js";

export const CartStatuses = enumOf(CART_STATUSES);
registerEnumType(CartStatuses, {
  name: "CartStatus",
  description: "Whether an order can be placed from a cart.",
  valuesConfig: {
    INCOMPLETE: { description: "Something is missing that the storefront can ask for." },
    NEEDS_BUYER: { description: "Nothing is missing, but the buyer has to decide something." },
    READY: { description: "An order can be placed." },
  },
});

export const RequirementSeverities = enumOf(SEVERITIES);
registerEnumType(RequirementSeverities, {
  name: "RequirementSeverity",
  description: "Who can meet a requirement.",
  valuesConfig: {
    RECOVERABLE: { description: "Something is missing that a program can add, if it knows it." },
    REQUIRES_BUYER: { description: "The buyer has to decide: remove a line, choose again." },
  },
});

export const CartTotalStates = enumOf(CART_TOTAL_STATES);
registerEnumType(CartTotalStates, {
  name: "CartTotalState",
  description: "What the total of a cart has in it.",
  valuesConfig: {
    BEFORE_DELIVERY: {
      description:
        "Something is sent, and no delivery option that can be used is chosen: its price and its taxes are missing.",
    },
    ESTIMATED: {
      description:
        "The taxes or the delivery may become others: no address is known, or a service outside did not answer.",
    },
    COMPLETE: {
      description: "Everything. Only the rounding for the payment method may be added.",
    },
  },
});
