import {
  DISPUTE_STATES,
  GATEWAY_PAYMENT_STATES,
  GATEWAY_REFUND_STATES,
  type GatewayAmount,
  type GatewayPayment,
  type GatewayPaymentPage,
  type NextAction,
} from "../../../application/payments/ports/payment-gateway.js";
import type { JsonFields } from "./json-fields.js";

/** A payment as the sandbox shows it. @throws Error when it cannot be read */
export const readPayment = (fields: JsonFields): GatewayPayment => {
  const authorisedUntil = fields.textOrNull("authorisedUntil");
  return {
    reference: fields.text("reference"),
    key: fields.textOrNull("key"),
    orderId: fields.textOrNull("orderId"),
    amount: readAmount(fields.object("amount")),
    state: fields.oneOf("state", GATEWAY_PAYMENT_STATES),
    authorised: fields.whole("authorised"),
    captured: fields.whole("captured"),
    authorisedUntil: authorisedUntil === null ? null : new Date(authorisedUntil),
    nextAction: fields.isNull("nextAction") ? null : readAction(fields.object("nextAction")),
    declineCode: fields.textOrNull("declineCode"),
    refunds: fields.list("refunds").map((refund) => ({
      reference: refund.text("reference"),
      key: refund.textOrNull("key"),
      amount: readAmount(refund.object("amount")),
      state: refund.oneOf("state", GATEWAY_REFUND_STATES),
      failure: refund.textOrNull("failure"),
    })),
    disputes: fields.list("disputes").map((dispute) => ({
      reference: dispute.text("reference"),
      amount: readAmount(dispute.object("amount")),
      state: dispute.oneOf("state", DISPUTE_STATES),
      reason: dispute.textOrNull("reason"),
    })),
  };
};

/** A part of the ledger of the sandbox. @throws Error when it cannot be read */
export const readPage = (fields: JsonFields): GatewayPaymentPage => ({
  payments: fields.list("payments").map(readPayment),
  next: fields.textOrNull("next"),
});

const readAmount = (fields: JsonFields): GatewayAmount => ({
  minorUnits: fields.whole("minorUnits"),
  currency: fields.text("currency"),
});

const readAction = (fields: JsonFields): NextAction => ({
  kind: fields.oneOf("kind", ["REDIRECT"]),
  url: fields.text("url"),
});
