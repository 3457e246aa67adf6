import type { VariantId } from "../../../domain/catalog/ids.js";
import type { ChooseLocations, Destination } from "../ports/choose-locations.js";
import type { InventoryStores } from "../ports/stock-items.js";
import type { SellableUnits } from "../ports/stock-units.js";
import { locationsByPriority } from "./locations-by-priority.js";

interface AvailableUnitsRequest {
  readonly variantIds: readonly VariantId[];
  readonly destination: Destination;
  readonly now: Date;
  readonly chooseLocations?: ChooseLocations;
}

/**
 * How many units of each variant a buyer can get now, in one statement, nothing locked: those of
 * the locations that serve the buyer. Variants without a stock record are absent.
 */
export const availableUnits = async (
  { stockUnits }: Pick<InventoryStores, "stockUnits">,
  { variantIds, now, ...buyer }: AvailableUnitsRequest,
): Promise<ReadonlyMap<VariantId, number>> => {
  const { units } = await stockUnits.look([...new Set(variantIds)], now);
  const available = new Map<VariantId, number>(units.map(({ variantId }) => [variantId, 0]));
  for (const { variantId, available: sellable, expired } of offeredTo(buyer, units))
    available.set(variantId, (available.get(variantId) ?? 0) + Math.max(sellable + expired, 0));
  return available;
};

/** The units at the locations that serve a buyer, in their order. */
export const offeredTo = (
  {
    destination,
    chooseLocations = locationsByPriority,
  }: Pick<AvailableUnitsRequest, "destination" | "chooseLocations">,
  found: readonly SellableUnits[],
): readonly SellableUnits[] => {
  const locations = new Map(found.map(({ location }) => [location.id, location]));
  return chooseLocations(destination, [...locations.values()]).flatMap(({ id }) =>
    found.filter(({ locationId }) => locationId === id),
  );
};
