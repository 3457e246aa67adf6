import type { VariantId } from "../../../domain/catalog/ids.js";
import type { StockShortage } from "../../../domain/inventory/allocate-units.js";
import { availableUnits } from "./available-units.js";
import { followUnits, type FollowStores, type FollowedUnits } from "./follow-units.js";
import { planReservation } from "./plan-reservation.js";
import { movementOf, promisedAs, reservationOf } from "./movement-of.js";
import type {
  PlannedUnits,
  PlanStores,
  ReservationPlan,
  ReservationRequest,
} from "./reservation-plan.js";

export type ReservationStores = PlanStores & FollowStores;

/**
 * What came of a reservation. If there are shortages, the unit of work is to be rolled back unless the request is
 * partial.
 */
export interface ReservationOutcome {
  readonly shortages: readonly StockShortage[];
  /** The units that the holder has now. */
  readonly reserved: ReadonlyMap<VariantId, number>;
}

/** What has become of the planned units so far. */
interface Progress extends FollowedUnits {
  readonly request: ReservationRequest;
  readonly reserved: Map<VariantId, number>;
  readonly short: Set<VariantId>;
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
  { request, shortages, kept, units, isFollowed }: ReservationPlan,
): Promise<ReservationOutcome> => {
  if (shortages.length > 0 && !request.isPartial) return { shortages, reserved: new Map() };
  const progress: Progress = {
    request,
    reserved: new Map(kept),
    short: new Set(),
    changed: new Set(),
    crossings: [],
    isFollowed,
  };
  for (const planned of units) await reserveAt(stores, planned, progress, 1);
  const { short, reserved } = progress;
  const overtaken = short.size > 0 ? await shortagesOf(stores, progress) : [];
  if (overtaken.length === 0 || request.isPartial) await followUnits(stores, progress);
  const others = shortages.filter(({ variantId }) => !short.has(variantId));
  return { shortages: [...others, ...overtaken], reserved };
};

const reserveAt = async (
  stores: ReservationStores,
  planned: PlannedUnits,
  progress: Progress,
  attempt: number,
): Promise<void> => {
  const { variantId, locationId, quantity, released, isBackorder } = planned;
  const [, reserved, claimed] = promisedAs(progress.request);
  const [reservedBy, claimedBy] = [reserved * quantity - released, claimed * quantity];
  const change = { variantId, locationId, reservedBy, claimedBy, isGuarded: !isBackorder };
  // What the buyer had already changes no figure.
  const isSame = reservedBy === 0 && claimedBy === 0;
  const outcome = isSame ? "MADE" : await stores.stockUnits.change(change);
  if (outcome === "REFUSED" && quantity > 0)
    return reserveAgain(stores, planned, progress, attempt);
  progress.reserved.set(variantId, (progress.reserved.get(variantId) ?? 0) + quantity);
  if (!isSame) progress.changed.add(variantId);
  if (outcome !== "MADE" && outcome !== "REFUSED") progress.crossings.push(outcome);
};

/** Undoes what the plan has written of some units, and plans them anew. */
const reserveAgain = async (
  stores: ReservationStores,
  planned: PlannedUnits,
  progress: Progress,
  attempt: number,
): Promise<void> => {
  const { request, short } = progress;
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
  const isLast = !line || attempt === ATTEMPTS;
  const plan = isLast
    ? null
    : await planReservation(stores, {
        ...request,
        lines: [{ ...line, quantity }],
        priorHolders: [],
      });
  if (!plan || plan.shortages.length > 0) short.add(variantId);
  for (const again of plan?.units ?? []) await reserveAt(stores, again, progress, attempt + 1);
};

/** What a buyer can have instead: the units that were reserved before others took the rest, and those that are there now. */
const shortagesOf = async (
  stores: ReservationStores,
  { request, reserved, short }: Progress,
): Promise<readonly StockShortage[]> => {
  const found = await availableUnits(stores, { ...request, variantIds: [...short] });
  return [...short].map((variantId) => {
    const requested = request.lines
      .filter((line) => line.variantId === variantId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const available = (reserved.get(variantId) ?? 0) + (found.get(variantId) ?? 0);
    // Units that come back at the last moment are for the next try.
    return { variantId, requested, available: Math.min(available, requested - 1) };
  });
};
