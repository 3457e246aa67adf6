import type { VariantId } from "../catalog/ids.js";
import type { SellingPolicy } from "../listing/listing.js";
import type { LocationId } from "./ids.js";

/** What a buyer asks for. */
export interface RequestedUnits extends SellingPolicy {
  readonly variantId: VariantId;
  readonly quantity: number;
}

/** The units of a variant at a location that may serve the buyer. */
export interface OfferedUnits {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly available: number;
}

/** Units of a variant at one location, for a buyer. */
export interface AllocatedUnits {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly quantity: number;
  /** Whether it may be more than is available. */
  readonly isBackorder: boolean;
}

/** A variant of which fewer units are available than requested. */
export interface StockShortage {
  readonly variantId: VariantId;
  readonly requested: number;
  readonly available: number;
}

export interface Allocation {
  readonly units: readonly AllocatedUnits[];
  readonly shortages: readonly StockShortage[];
}

/**
 * Chooses where the units of each variant come from: the first location that has all of them, or
 * else several, in order. What a variant that continues to be sold lacks is a backorder at the first
 * location. Variants that are not tracked need no units.
 * @param requested at most one entry for each variant
 * @param offered in the order in which locations serve the buyer
 */
export const allocateUnits = (
  requested: readonly RequestedUnits[],
  offered: readonly OfferedUnits[],
): Allocation => {
  const units: AllocatedUnits[] = [];
  const shortages: StockShortage[] = [];
  const offers = new Map<VariantId, OfferedUnits[]>();
  for (const offer of offered)
    offers.set(offer.variantId, [...(offers.get(offer.variantId) ?? []), offer]);
  for (const { variantId, quantity, tracked, soldOutPolicy } of requested) {
    if (!tracked) continue;
    const own = offers.get(variantId) ?? [];
    const chosen = fromOffers(own, quantity);
    const missing = quantity - chosen.reduce((sum, one) => sum + one.quantity, 0);
    if (missing > 0 && soldOutPolicy === "DENY")
      shortages.push({ variantId, requested: quantity, available: quantity - missing });
    else units.push(...(missing > 0 ? withBackorder(chosen, own, missing) : chosen));
  }
  return { units, shortages };
};

const fromOffers = (
  offers: readonly OfferedUnits[],
  quantity: number,
): readonly AllocatedUnits[] => {
  const whole = offers.find(({ available }) => available >= quantity);
  if (whole) return [allocated(whole, quantity)];
  const chosen: AllocatedUnits[] = [];
  let missing = quantity;
  for (const offer of offers) {
    const some = Math.min(Math.max(offer.available, 0), missing);
    if (some > 0) chosen.push(allocated(offer, some));
    missing -= some;
  }
  return chosen;
};

const withBackorder = (
  chosen: readonly AllocatedUnits[],
  [first]: readonly OfferedUnits[],
  missing: number,
): readonly AllocatedUnits[] => {
  // Stock that is not counted has no row that could be reserved.
  if (!first) return chosen;
  const own = chosen.find(({ locationId }) => locationId === first.locationId);
  const backorder = { ...allocated(first, (own?.quantity ?? 0) + missing), isBackorder: true };
  return [backorder, ...chosen.filter((one) => one !== own)];
};

const allocated = ({ variantId, locationId }: OfferedUnits, quantity: number): AllocatedUnits => ({
  variantId,
  locationId,
  quantity,
  isBackorder: false,
});
