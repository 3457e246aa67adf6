import type { VariantId } from "../catalog/ids.js";
import type { RequestedUnits } from "./allocate-units.js";
import type { LocationId } from "./ids.js";

/** Units of a stock item that are reserved for a buyer. */
export interface HeldUnits {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly quantity: number;
}

/** How many of the held units of a stock item are kept. */
export interface KeptUnits extends Omit<HeldUnits, "quantity"> {
  readonly held: number;
  /** The rest is given back. */
  readonly kept: number;
}

/**
 * Which of the held units a buyer still needs: those at locations that serve the buyer, in the order
 * in which they were reserved.
 * @param requested at most one entry for each variant
 * @param serves whether units of a stock item may go to the buyer
 */
export const keepUnits = (
  requested: readonly Pick<RequestedUnits, "variantId" | "quantity">[],
  held: readonly HeldUnits[],
  serves: (key: Omit<HeldUnits, "quantity">) => boolean,
): readonly KeptUnits[] => {
  const missing = new Map(requested.map(({ variantId, quantity }) => [variantId, quantity]));
  const byItem = new Map<string, HeldUnits>();
  for (const one of held) {
    const key = `${one.variantId} ${one.locationId}`;
    byItem.set(key, { ...one, quantity: one.quantity + (byItem.get(key)?.quantity ?? 0) });
  }
  return [...byItem.values()].map(({ variantId, locationId, quantity }) => {
    const needed = serves({ variantId, locationId }) ? (missing.get(variantId) ?? 0) : 0;
    const kept = Math.min(needed, quantity);
    missing.set(variantId, (missing.get(variantId) ?? 0) - kept);
    return { variantId, locationId, held: quantity, kept };
  });
};
