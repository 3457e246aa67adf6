import type { DeliveryFinding } from "./requirements.js";

export const CART_TOTAL_STATES = ["BEFORE_DELIVERY", "ESTIMATED", "COMPLETE"] as const;
/**
 * What the total of a cart has in it. BEFORE_DELIVERY: the delivery and its taxes are missing.
 * ESTIMATED: the taxes or the delivery may still become others. COMPLETE: everything.
 */
export type CartTotalState = (typeof CART_TOTAL_STATES)[number];

interface TotalFindings {
  readonly delivery: DeliveryFinding;
  /** Whether it is known where the buyer is, which taxes depend on. */
  readonly hasAddress: boolean;
  /** Whether a service outside did not answer. */
  readonly isEstimated: boolean;
}

const IS_PRICED: ReadonlySet<DeliveryFinding> = new Set(["NOT_NEEDED", "SENT", "COLLECTED"]);

export const cartTotalState = ({
  delivery,
  hasAddress,
  isEstimated,
}: TotalFindings): CartTotalState => {
  if (!IS_PRICED.has(delivery)) return "BEFORE_DELIVERY";
  return hasAddress && !isEstimated ? "COMPLETE" : "ESTIMATED";
};
