import { PriceChanged } from "../../../domain/checkout/errors.js";
import type { PaymentMethodSnapshot, ReturnOrigins } from "../../../domain/payments/payments.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";
import { checkedDetails, chooseMethod, type PaymentDetailsInput } from "../../payments/payments.js";
import type { PaymentGateways } from "../../payments/ports/payment-gateways.js";
import type { CartTarget } from "../carts/cart-change.js";
import type { CartView } from "../carts/cart-view.js";
import { methodsOffered } from "../carts/methods-offered.js";

export interface CheckoutSubmit extends CartTarget, PaymentDetailsInput {
  /** Null only when there is nothing to pay. */
  readonly paymentMethod?: string | null | undefined;
  /** What the buyer saw: a decimal in the currency. */
  readonly expectedTotal: string;
  /** Left out or null: the currency that the cart has now. */
  readonly expectedCurrency?: string | null | undefined;
}

const NO_DETAILS = { token: null, returnUrl: null };

export interface SubmissionNeeds {
  readonly gateways: PaymentGateways;
  /** Where buyers may come back to; left out: nowhere. */
  readonly returnOrigins?: ReturnOrigins;
}

interface Submission {
  /** Null when there is nothing to pay. */
  readonly method: PaymentMethodSnapshot | null;
  readonly details: ReturnType<typeof checkedDetails>;
}

/**
 * @throws Refused with the requirements of the cart, PriceChanged, PaymentMethodMissing,
 * PaymentMethodUnknown, PaymentMethodNotEligible, and as `checkedDetails` does
 */
export const checkSubmission = (
  { expectedTotal, expectedCurrency, paymentMethod = null, payment }: CheckoutSubmit,
  view: CartView,
  { gateways, returnOrigins }: SubmissionNeeds,
): Submission => {
  const { requirements, quote } = view;
  const problems = new Problems();
  const { total } = quote.totals;
  for (const requirement of requirements) problems.add(requirement);
  const currency = expectedCurrency ?? total.currency;
  const seen = problems.collect(() => Money.parse(expectedTotal, currency), "expectedTotal");
  if (requirements.length === 0 && seen && !seen.equals(total))
    problems.add(new PriceChanged(seen.toDecimal(), total.toDecimal(), total.currency, currency));
  const method = problems.collect(() =>
    total.minorUnits === 0 ? null : chooseMethod(methodsOffered(view, gateways), paymentMethod),
  );
  const details = problems.collect(() => checkedDetails({ payment }, returnOrigins));
  problems.throwIfAny();
  return {
    method: method ?? null,
    details: details ?? NO_DETAILS,
  };
};
