import type { GatewayPayment } from "./gateway-payment.js";
import type { PaymentSnapshot } from "./payment-snapshot.js";
import { isOpenState } from "./payment-states.js";

/** A fact that the shop and the gateway keep differently. */
export interface PaymentDifference {
  readonly field:
    "existence" | "order" | "amount" | "state" | "authorised" | "captured" | "refunded";
  readonly stored: string;
  readonly atGateway: string;
}

type Stored = Pick<
  PaymentSnapshot,
  "orderId" | "reference" | "amount" | "state" | "authorised" | "captured" | "refunded"
>;

/**
 * What of a payment differs from what its gateway knows.
 * @param truth null: the gateway knows no such payment, as when no request has reached it
 */
export const differencesOf = (
  payment: Stored,
  truth: GatewayPayment | null,
): readonly PaymentDifference[] => {
  if (truth === null)
    return payment.reference === null && payment.authorised === 0
      ? []
      : [{ field: "existence", stored: payment.reference ?? payment.state, atGateway: "none" }];
  const { currency } = payment.amount;
  const pairs: readonly (readonly [PaymentDifference["field"], string, string])[] = [
    ["order", payment.orderId, truth.orderId ?? payment.orderId],
    ["amount", textOf(payment.amount), textOf(truth.amount)],
    ["state", payment.state, isSameState(payment, truth) ? payment.state : truth.state],
    ["authorised", `${payment.authorised} ${currency}`, `${truth.authorised} ${currency}`],
    ["captured", `${payment.captured} ${currency}`, `${truth.captured} ${currency}`],
    ["refunded", `${payment.refunded} ${currency}`, `${refundedOf(truth)} ${currency}`],
  ];
  return pairs
    .filter(([, stored, atGateway]) => stored !== atGateway)
    .map(([field, stored, atGateway]) => ({ field, stored, atGateway }));
};

/**
 * What a payment has brought: taken or held, without what has gone back or is about to, in minor
 * units.
 */
export const keptAt = ({ state, authorised, captured, refunds }: GatewayPayment): number => {
  const held = state === "AUTHORISED" ? authorised - captured : 0;
  const back = refunds
    .filter((one) => one.state === "SUCCEEDED" || one.state === "PENDING")
    .reduce((sum, { amount }) => sum + amount.minorUnits, 0);
  return captured + held - back;
};

const refundedOf = ({ refunds }: GatewayPayment): number =>
  refunds
    .filter(({ state }) => state === "SUCCEEDED")
    .reduce((sum, { amount }) => sum + amount.minorUnits, 0);

/** A declined payment stays declined while the buyer tries again at the gateway. */
const isSameState = (payment: Stored, truth: GatewayPayment): boolean =>
  payment.state === truth.state || (payment.state === "DECLINED" && isOpenState(truth.state));

const textOf = ({ minorUnits, currency }: GatewayPayment["amount"]): string =>
  `${minorUnits} ${currency}`;
