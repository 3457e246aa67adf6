import {
  PaymentMethodMissing,
  PaymentMethodNotEligible,
  PaymentMethodUnknown,
} from "../../../domain/payments/errors.js";
import type { Ineligibility } from "../../../domain/payments/ineligibility.js";
import { ineligibilityOf, type Payable } from "../../../domain/payments/ineligibility-of.js";
import type { PaymentMethodSnapshot } from "../../../domain/payments/payment-method.js";
import type { PaymentGateways } from "../ports/payment-gateways.js";

/** A payment method, and why something cannot be paid with it; null when it can. */
export interface MethodOffer {
  readonly method: PaymentMethodSnapshot;
  readonly ineligible: Ineligibility | null;
}

/** All methods for what is to be paid, in their order. */
export const offeredFor = (
  methods: readonly PaymentMethodSnapshot[],
  payable: Payable,
  gateways: PaymentGateways,
): readonly MethodOffer[] =>
  methods.map((method) => ({
    method,
    ineligible: ineligibilityOf(method, payable, (key) => gateways.get(key) !== null),
  }));

/**
 * The method that was chosen, if something can be paid with it.
 * @throws PaymentMethodMissing, PaymentMethodUnknown, PaymentMethodNotEligible
 */
export const chooseMethod = (
  offers: readonly MethodOffer[],
  chosen: string | null,
): PaymentMethodSnapshot => {
  const keys = offers.flatMap(({ method, ineligible }) => (ineligible ? [] : [method.key]));
  if (chosen === null) throw new PaymentMethodMissing(keys);
  const offer = offers.find(({ method }) => method.key === chosen);
  if (!offer) throw new PaymentMethodUnknown(chosen, keys);
  if (offer.ineligible) throw new PaymentMethodNotEligible(chosen, offer.ineligible);
  return offer.method;
};
