import type { VariantId } from "../../../domain/catalog/ids.js";
import type { VariantToBuy } from "../../catalog/ports/variants-to-buy.js";
import { availableUnits } from "../../inventory/inventory.js";
import type { Destination } from "../../inventory/ports/choose-locations.js";
import type { CartFacts } from "../ports/cart-facts.js";

/**
 * Variants with the units that the buyer of a cart can get: those of the locations that serve the
 * buyer, which are also the ones that an order takes its units from.
 */
export const unitsForBuyer = async (
  facts: Pick<CartFacts, "stockUnits">,
  variants: ReadonlyMap<VariantId, VariantToBuy>,
  destination: Destination,
  now: Date,
): Promise<ReadonlyMap<VariantId, VariantToBuy>> => {
  const restricted = [...variants.values()].filter(
    ({ isStockRestricted, available }) => isStockRestricted && available !== null,
  );
  if (restricted.length === 0) return variants;
  const variantIds = restricted.map(({ id }) => id);
  const units = await availableUnits(facts, { variantIds, destination, now });
  return new Map(
    [...variants].map(([id, variant]) => {
      const available = units.get(id) ?? variant.available;
      return [id, { ...variant, available }];
    }),
  );
};
