import { DomainError } from "../../shared/domain-error.js";

export const OUTSIDE_FALLBACKS = ["ALLOWED", "REFUSED"] as const;
/** Whether an order may be placed on an estimate while a tax provider or carrier does not answer. */
export type OutsideFallback = (typeof OUTSIDE_FALLBACKS)[number];

/** The terms of a market that are about how carts become orders. */
export interface MarketCheckoutTerms {
  readonly outsideFallback: OutsideFallback;
  /**
   * For how many minutes after its last change a cart keeps its units; null: units are reserved when
   * the order is placed.
   */
  readonly cartReservationMinutes: number | null;
}

export const DEFAULT_CHECKOUT_TERMS: MarketCheckoutTerms = {
  outsideFallback: "ALLOWED",
  cartReservationMinutes: null,
};

/** A day. */
export const MAX_CART_RESERVATION_MINUTES = 24 * 60;

/** The terms in their stored form. @throws InvalidCartReservation */
export const checkedCheckoutTerms = ({
  outsideFallback,
  cartReservationMinutes: minutes,
}: MarketCheckoutTerms): MarketCheckoutTerms => {
  const isRight =
    minutes === null ||
    (Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_CART_RESERVATION_MINUTES);
  if (!isRight) throw new InvalidCartReservation();
  return { outsideFallback, cartReservationMinutes: minutes };
};

export class InvalidCartReservation extends DomainError {
  readonly code = "INVALID_CART_RESERVATION";

  constructor() {
    super(`Units are reserved for carts for 1 to ${MAX_CART_RESERVATION_MINUTES} minutes.`, [
      "cartReservationMinutes",
    ]);
  }
}
