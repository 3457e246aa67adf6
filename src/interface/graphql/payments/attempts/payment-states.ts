import { registerEnumType } from "type-graphql";
import { DISPUTE_STATES } from "../../../../domain/payments/gateway-payment.js";
import { PAYMENT_STATES } from "../../../../domain/payments/payment-states.js";
import { TRANSACTION_KINDS } from "../../../../domain/payments/payment-transaction.js";
import { PAYMENT_FLAGS } from "../../../../domain/payments/payment-flag.js";
import { REFUND_REASONS, REFUND_STATES } from "../../../../domain/payments/refund.js";
import { enumOf } from "../../schema/enum-of.js";

export const PaymentStates = enumOf(PAYMENT_STATES);
registerEnumType(PaymentStates, {
  name: "PaymentState",
  description: "Where a payment is on its way.",
  valuesConfig: {
    PENDING: {
      description:
        "It is started, and it is not known yet what comes of it. Some methods take days.",
    },
    REQUIRES_ACTION: { description: "The buyer has to do something: `nextAction` says what." },
    AUTHORISED: { description: "Its money is held at the bank." },
    CAPTURED: { description: "Its money was taken." },
    DECLINED: { description: "It was declined. The buyer can pay in another way." },
    CANCELLED: { description: "It was given up, or its money released." },
    EXPIRED: { description: "Its time was over." },
  },
});

export const TransactionKinds = enumOf(TRANSACTION_KINDS);
registerEnumType(TransactionKinds, {
  name: "PaymentTransactionKind",
  description: "How money of a payment moved.",
  valuesConfig: {
    AUTHORISED: { description: "It was held." },
    CAPTURED: { description: "Held money was taken." },
    RELEASED: { description: "Held money was released." },
    REFUNDED: { description: "Taken money was given back." },
    REFUND_REVERSED: { description: "Money that was given back has come back: the refund failed." },
  },
});

export const RefundStates = enumOf(REFUND_STATES);
registerEnumType(RefundStates, {
  name: "RefundState",
  description: "Where a refund is on its way.",
  valuesConfig: {
    PENDING: { description: "It is requested, and the gateway has not done it yet." },
    SUCCEEDED: { description: "The money was given back." },
    FAILED: { description: "It failed, which can also happen days later." },
    CANCELLED: { description: "It was cancelled." },
  },
});

export const RefundReasons = enumOf(REFUND_REASONS);
registerEnumType(RefundReasons, {
  name: "RefundReason",
  description: "Why money is given back.",
  valuesConfig: {
    STAFF: { description: "Staff decided it." },
    ORDER_CANCELLED: { description: "The order was cancelled." },
    ORDER_EXPIRED: {
      description: "The money came after the order had expired, and its units were gone.",
    },
    EXCESS: { description: "More was paid than the order costs." },
    GATEWAY: { description: "It was given back at the gateway itself." },
  },
});

export const DisputeStates = enumOf(DISPUTE_STATES);
registerEnumType(DisputeStates, {
  name: "PaymentDisputeState",
  description: "Where a dispute is on its way.",
  valuesConfig: {
    OPEN: { description: "It is not decided." },
    WON: { description: "The shop keeps the money." },
    LOST: { description: "The buyer keeps the money." },
  },
});

export const PaymentFlags = enumOf(PAYMENT_FLAGS);
registerEnumType(PaymentFlags, {
  name: "PaymentFlagKind",
  description: "What staff have to look at.",
  valuesConfig: {
    AMOUNT: { description: "The gateway has another amount. Its answer changed nothing." },
    CURRENCY: { description: "The gateway has another currency. Its answer changed nothing." },
    ORDER: { description: "The answer of the gateway is about another order. It changed nothing." },
    REFUND: { description: "The refunds at the gateway do not fit. Its answer changed nothing." },
    CALL_REFUSED: { description: "The gateway refused what it was called for." },
    RETURN_BY_HAND: { description: "The money has to be given back by hand." },
  },
});
