import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import type { MethodOffer } from "../../payments/payments.js";
import type { PaymentGateways } from "../../payments/ports/payment-gateways.js";
import { methodsOffered } from "./methods-offered.js";
import type { CartView } from "./cart-view.js";

/**
 * The payment methods for a cart as it is shown, without those that are disabled, each with why it
 * cannot be paid with it. Nothing is read.
 */
export const paymentMethods = useCase(
  anybody,
  ({ gateways }: { readonly gateways: PaymentGateways }) =>
    async (view: CartView): Promise<readonly MethodOffer[]> =>
      methodsOffered(view, gateways).filter(({ method }) => method.isEnabled),
);
