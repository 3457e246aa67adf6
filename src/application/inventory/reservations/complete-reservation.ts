import type { StockShortage } from "../../../domain/inventory/allocate-units.js";
import { followUnits, type FollowStores, type FollowedUnits } from "./follow-units.js";
import {
  movementOf,
  planReservation,
  reservationOf,
  promisedAs,
  type PlannedUnits,
  type PlanStores,
  type ReservationPlan,
  type ReservationRequest,
} from "./plan-reservation.js";

export type ReservationStores = PlanStores & FollowStores;

/** What came of a reservation. If there are shortages, the unit of work is to be rolled back. */
export interface ReservationOutcome {
  readonly shortages: readonly StockShortage[];
}

/** How often units are looked for elsewhere when others have taken them meanwhile. */
const ATTEMPTS = 3;

/**
 * Counts the planned units as reserved: the last step before the commit, because many buyers want the same rows.
 * Units that others have taken since the plan are looked for once more, also at other locations and
 * among holds that have expired.
 */
export const completeReservation = async (
  stores: ReservationStores,
  plan: ReservationPlan,
): Promise<ReservationOutcome> => {
  if (plan.shortages.length > 0) return { shortages: plan.shortages };
  const followed: FollowedUnits = {
    changed: new Set(),
    crossings: [],
    isFollowed: plan.isFollowed,
  };
  const shortages: StockShortage[] = [];
  for (const planned of plan.units)
    shortages.push(...(await reserveAt(stores, plan.request, planned, followed, 1)));
  if (shortages.length === 0) await followUnits(stores, followed);
  return { shortages };
};

const reserveAt = async (
  stores: ReservationStores,
  request: ReservationRequest,
  planned: PlannedUnits,
  followed: FollowedUnits,
  attempt: number,
): Promise<readonly StockShortage[]> => {
  const { variantId, locationId, quantity, released, isBackorder } = planned;
  const [, reserved, claimed] = promisedAs(request);
  const outcome = await stores.stockUnits.change({
    variantId,
    locationId,
    reservedBy: reserved * quantity - released,
    claimedBy: claimed * quantity,
    isGuarded: !isBackorder,
  });
  if (outcome !== "REFUSED") {
    followed.changed.add(variantId);
    if (outcome !== "MADE") followed.crossings.push(outcome);
    return [];
  }
  return reserveAgain(stores, request, planned, followed, attempt);
};

/** Undoes what the plan has written of some units, and plans them anew. */
const reserveAgain = async (
  stores: ReservationStores,
  request: ReservationRequest,
  planned: PlannedUnits,
  followed: FollowedUnits,
  attempt: number,
): Promise<readonly StockShortage[]> => {
  const { variantId, locationId, quantity, released } = planned;
  const withdrawn = reservationOf(request, planned);
  const [, reserved, claimed] = promisedAs(request);
  await stores.reservations.withdraw(withdrawn);
  await stores.stockMovements.append([movementOf(withdrawn, "RELEASED", -reserved, -claimed)]);
  if (released > 0)
    await stores.stockUnits.change({
      variantId,
      locationId,
      reservedBy: -released,
      claimedBy: 0,
      isGuarded: false,
    });
  const line = request.lines.find((one) => one.variantId === variantId);
  if (!line || attempt === ATTEMPTS) return [{ variantId, requested: quantity, available: 0 }];
  const plan = await planReservation(stores, { ...request, lines: [{ ...line, quantity }] });
  const shortages: StockShortage[] = [...plan.shortages];
  for (const again of plan.units)
    shortages.push(...(await reserveAt(stores, request, again, followed, attempt + 1)));
  return shortages;
};
