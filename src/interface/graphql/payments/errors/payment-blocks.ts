import { registerEnumType } from "type-graphql";
import { PAYMENT_BLOCKS, UNPAYABLE_REASONS } from "../../../../domain/payments/errors.js";
import { INELIGIBILITIES } from "../../../../domain/payments/ineligibility.js";
import { enumOf } from "../../schema/enum-of.js";

export const Ineligibilities = enumOf(INELIGIBILITIES);
registerEnumType(Ineligibilities, {
  name: "PaymentMethodIneligibility",
  description: "Why something cannot be paid with a payment method.",
  valuesConfig: {
    DISABLED: { description: "The shop does not offer it now." },
    GATEWAY_NOT_CONFIGURED: { description: "Its gateway is not configured." },
    MARKET: { description: "It is not offered in the market." },
    CURRENCY: { description: "It is not offered in the currency." },
    TOTAL_TOO_LOW: { description: "The total is below its minimum." },
    TOTAL_TOO_HIGH: { description: "The total is above its maximum." },
    NOTHING_TO_PAY: { description: "There is nothing to pay." },
    NOT_OFFLINE: { description: "Its money comes through a gateway only." },
  },
});

export const UnpayableReasons = enumOf(UNPAYABLE_REASONS);
registerEnumType(UnpayableReasons, {
  name: "OrderUnpayableReason",
  description: "Why an order cannot be paid.",
  valuesConfig: {
    PAID: { description: "It is paid already." },
    CANCELLED: { description: "It is cancelled." },
    EXPIRED: { description: "It was not paid in time." },
  },
});

export const PaymentBlocks = enumOf(PAYMENT_BLOCKS);
registerEnumType(PaymentBlocks, {
  name: "PaymentBlock",
  description: "Why something cannot be done with a payment.",
  valuesConfig: {
    NOT_AUTHORISED: { description: "Its money is not held." },
    NOTHING_HELD: { description: "Nothing of its money is held." },
    CAPTURED_IN_PART: { description: "Its gateway captures once only, and has." },
    BUSY: { description: "Its gateway has not answered yet what it was called for before." },
    OFFLINE: { description: "It was paid outside of the shop." },
    GATEWAY_NOT_CONFIGURED: { description: "Its gateway is not configured." },
  },
});
