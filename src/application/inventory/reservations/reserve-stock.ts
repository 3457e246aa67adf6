import { planReservation } from "./plan-reservation.js";
import type { ReservationRequest } from "./reservation-plan.js";
import {
  completeReservation,
  type ReservationOutcome,
  type ReservationStores,
} from "./complete-reservation.js";

/**
 * Reserves units for a buyer in one go. Where other rows are written in the same unit of work,
 * `planReservation` comes before and `completeReservation` after them.
 * @throws InvalidQuantity
 */
export const reserveStock = async (
  stores: ReservationStores,
  request: ReservationRequest,
): Promise<ReservationOutcome> =>
  completeReservation(stores, await planReservation(stores, request));
