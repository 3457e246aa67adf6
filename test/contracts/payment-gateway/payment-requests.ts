import type {
  GatewayAmount,
  PaymentRequest,
} from "../../../src/application/payments/ports/payment-gateway.js";

export const eur = (minorUnits: number): GatewayAmount => ({ minorUnits, currency: "EUR" });

let last = 0;
/** An order of 4.00 EUR. */
export const request = (more: Partial<PaymentRequest> = {}): PaymentRequest => {
  const orderId = `order_${(last += 1)}_${process.pid}`;
  return {
    key: `${orderId}-1-400EUR`,
    orderId,
    orderNumber: `P-${last}`,
    amount: eur(400),
    capture: "AUTOMATIC",
    token: null,
    returnUrl: "https://shop.example/checkout/return",
    email: null,
    ...more,
  };
};
