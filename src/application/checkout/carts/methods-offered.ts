import { offeredFor, type MethodOffer } from "../../payments/payments.js";
import type { PaymentGateways } from "../../payments/ports/payment-gateways.js";
import type { CartView } from "./cart-view.js";

/** The payment methods for a cart, each with why it cannot be paid with it. */
export const methodsOffered = (
  { methods, market, quote }: Pick<CartView, "methods" | "market" | "quote">,
  gateways: PaymentGateways,
): readonly MethodOffer[] => {
  const { minorUnits: total, currency } = quote.totals.total;
  return offeredFor(methods, { market: market.id, currency, total }, gateways);
};
