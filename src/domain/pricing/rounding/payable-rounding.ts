import { roundedPart } from "./fraction.js";
import type { RoundingMode } from "./rounding-mode.js";

/**
 * The smallest amount that can be paid with a payment method: 5 for CHF 0.05, 100 for HUF 1. It
 * changes neither lines nor taxes.
 */
export interface PayableRounding {
  /** Null for all payment methods that have no rounding of their own. */
  readonly paymentMethod: string | null;
  /** Whole minor units, at least 1. */
  readonly increment: number;
  readonly mode: RoundingMode;
}

/** The rounding that applies to a payment method; null when the total is paid as it is. */
export const payableRoundingFor = (
  roundings: readonly PayableRounding[],
  paymentMethod: string | null,
): PayableRounding | null =>
  roundings.find((one) => one.paymentMethod !== null && one.paymentMethod === paymentMethod) ??
  roundings.find((one) => one.paymentMethod === null) ??
  null;

/** A total as it is paid, in minor units. */
export const payable = (total: number, rounding: PayableRounding | null): number =>
  rounding
    ? roundedPart(total, { numerator: 1, denominator: rounding.increment }, rounding.mode) *
      rounding.increment
    : total;
