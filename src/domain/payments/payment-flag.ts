import type { GatewayPayment } from "./gateway-payment.js";

export const PAYMENT_FLAGS = [
  "AMOUNT",
  "CURRENCY",
  "ORDER",
  "REFUND",
  "CALL_REFUSED",
  "RETURN_BY_HAND",
] as const;
/**
 * What staff have to look at: the gateway has kept another amount, currency or order than ours, or
 * refunds that do not fit; it refused what it was called for; money has to be given back by hand.
 */
export type PaymentFlagKind = (typeof PAYMENT_FLAGS)[number];

/** Something about a payment that staff have to look at. */
export interface PaymentFlag {
  readonly kind: PaymentFlagKind;
  /** What was found, for staff: `6000 EUR`. */
  readonly found: string;
  readonly at: Date;
}

type Found = Pick<PaymentFlag, "kind" | "found">;

interface Expected {
  readonly orderId: string;
  readonly key: string;
  readonly reference: string | null;
  readonly amount: { readonly minorUnits: number; readonly currency: string };
}

/** What of an answer does not fit the payment: such an answer changes nothing. */
export const misfitsOf = (expected: Expected, truth: GatewayPayment): readonly Found[] => {
  const { amount, authorised, captured } = truth;
  const { currency, minorUnits } = expected.amount;
  const isForeign =
    (truth.orderId !== null && truth.orderId !== expected.orderId) ||
    (truth.key !== null && truth.key !== expected.key) ||
    (truth.orderId === null && truth.key === null) ||
    (expected.reference !== null && truth.reference !== expected.reference);
  if (isForeign) return [{ kind: "ORDER", found: truth.orderId ?? truth.reference }];
  if (amount.currency !== currency) return [{ kind: "CURRENCY", found: amount.currency }];
  if (amount.minorUnits !== minorUnits)
    return [{ kind: "AMOUNT", found: `${amount.minorUnits} ${amount.currency}` }];
  if (![authorised, captured].every(isAmount) || authorised > minorUnits || captured > authorised)
    return [{ kind: "AMOUNT", found: `${captured} of ${authorised} ${amount.currency}` }];
  return refundMisfits(truth);
};

const refundMisfits = ({ refunds, captured, amount }: GatewayPayment): readonly Found[] => {
  const other = refunds.find((one) => one.amount.currency !== amount.currency);
  if (other) return [{ kind: "CURRENCY", found: other.amount.currency }];
  const succeeded = refunds
    .filter(({ state }) => state === "SUCCEEDED")
    .reduce((sum, one) => sum + one.amount.minorUnits, 0);
  return succeeded <= captured && refunds.every((one) => isAmount(one.amount.minorUnits))
    ? []
    : [{ kind: "REFUND", found: `${succeeded} of ${captured} ${amount.currency}` }];
};

const isAmount = (units: number): boolean => Number.isSafeInteger(units) && units >= 0;
