import type { OrderId } from "../../../src/domain/orders/ids.js";
import type { GatewayPayment } from "../../../src/domain/payments/gateway-payment.js";
import type { PaymentId, RefundId } from "../../../src/domain/payments/ids.js";
import { Payment } from "../../../src/domain/payments/payment.js";
import { id } from "../../../src/domain/shared/id.js";

export const NOW = new Date("2026-01-01T12:00:00.000Z");
export const LATER = new Date("2026-01-01T13:00:00.000Z");

export const aPayment = (capture: "AUTOMATIC" | "MANUAL" = "AUTOMATIC"): Payment =>
  Payment.start(
    {
      id: id<PaymentId>("payment_1"),
      orderId: id<OrderId>("order_1"),
      attempt: 1,
      method: "card",
      gateway: "fake",
      capture,
      amount: { minorUnits: 5500, currency: "EUR" },
      token: "ok",
      returnUrl: null,
    },
    NOW,
  );

/** What the gateway knows of that payment. */
export const truth = (change: Partial<GatewayPayment> = {}): GatewayPayment => ({
  reference: "ref-1",
  key: "order_1-1-5500EUR",
  orderId: "order_1",
  amount: { minorUnits: 5500, currency: "EUR" },
  state: "PENDING",
  authorised: 0,
  captured: 0,
  authorisedUntil: null,
  nextAction: null,
  declineCode: null,
  refunds: [],
  disputes: [],
  ...change,
});

export const refundIds = (): (() => RefundId) => {
  let next = 1;
  return () => id<RefundId>(`refund_${next++}`);
};
