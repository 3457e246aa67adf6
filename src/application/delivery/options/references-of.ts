import { DeliveryZoneNotFound } from "../../../domain/delivery/errors.js";
import type { DeliveryZoneId } from "../../../domain/delivery/ids.js";
import type { LocationId } from "../../../domain/inventory/ids.js";
import { LocationNotFound } from "../../../domain/inventory/inventory.js";
import type { MarketId } from "../../../domain/pricing/ids.js";
import { MarketNotFound, TaxCategoryNotFound } from "../../../domain/pricing/pricing.js";
import type { MarketView } from "../../pricing/ports/markets.js";
import type { PricingStores } from "../../pricing/ports/pricing-stores.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { InventoryStores } from "../../inventory/ports/stock-items.js";
import { parseId } from "../../shared/ids.js";
import type { DeliveryWriteStores } from "../lock-delivery.js";
import type { DeliveryOptionPatch } from "./option-patch.js";

export type OptionStores = DeliveryWriteStores &
  Pick<InventoryStores, "locations"> &
  Pick<PricingStores, "taxCategories">;

/** What of a market an option depends on. */
export type SellingMarket = Pick<MarketView, "id" | "key" | "currency">;

/** What a patch names; undefined where it says nothing. */
interface References {
  readonly zones: readonly DeliveryZoneId[] | undefined;
  readonly markets: readonly MarketId[] | undefined;
  readonly pickupLocation: LocationId | null | undefined;
}

/** @throws Refused with DeliveryZoneNotFound, MarketNotFound, LocationNotFound, TaxCategoryNotFound */
export const referencesOf = async (
  { deliveryZones, locations, taxCategories }: OptionStores,
  { zoneIds, marketIds, pickupLocationId, taxCategory }: DeliveryOptionPatch,
  markets: readonly SellingMarket[],
): Promise<References> => {
  const problems = new Problems();
  const zones = zoneIds && zoneIds.length > 0 ? await deliveryZones.all() : [];
  const foundZones = zoneIds?.flatMap((raw, index) => {
    const zone = zones.find(({ id }) => id === raw);
    if (!zone) problems.add(new DeliveryZoneNotFound(raw, ["zoneIds", String(index)]));
    return zone?.id ?? [];
  });
  const foundMarkets = marketIds?.flatMap((raw, index) => {
    const market = markets.find(({ id }) => id === raw);
    if (!market) problems.add(new MarketNotFound(raw).mapPath(() => ["marketIds", String(index)]));
    return market?.id ?? [];
  });
  const location = pickupLocationId == null ? null : parseId("location", pickupLocationId);
  if (pickupLocationId != null && !(location && (await locations.has(location))))
    problems.add(new LocationNotFound(pickupLocationId, ["pickupLocationId"]));
  if (taxCategory != null && !(await taxCategories.all()).some(({ key }) => key === taxCategory))
    problems.add(new TaxCategoryNotFound(taxCategory, ["taxCategory"]));
  problems.throwIfAny();
  return {
    zones: zoneIds === null ? [] : foundZones,
    markets: marketIds === null ? [] : foundMarkets,
    pickupLocation: pickupLocationId === undefined ? undefined : location,
  };
};
