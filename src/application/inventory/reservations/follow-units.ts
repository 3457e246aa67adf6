import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  crossesZero,
  stockCrossings,
  type AvailabilityChange,
} from "../../../domain/inventory/stock-crossings.js";
import type { CollectionUpkeep } from "../../catalog/ports/collection-upkeep.js";
import { refreshListings } from "../../listing/listing.js";
import type { ListingStores } from "../../listing/ports/listing-stores.js";
import type { InventoryStores } from "../ports/stock-items.js";

export type FollowStores = Pick<InventoryStores, "stockUnits"> &
  ListingStores & { readonly collectionUpkeep: Pick<CollectionUpkeep, "noteDueOfVariants"> };

/** Units that were changed in a unit of work, for what depends on them. */
export interface FollowedUnits {
  readonly changed: Set<VariantId>;
  readonly crossings: AvailabilityChange[];
  /** Whether an automated collection may ask for stock. */
  readonly isFollowed: boolean;
}

/** Lets lists, collections and listeners know. Without a crossing there is nothing to tell them. */
export const followUnits = async (
  stores: FollowStores,
  { changed, crossings, isFollowed }: FollowedUnits,
): Promise<void> => {
  await stores.stockUnits.announce(crossings.flatMap(stockCrossings));
  const flipped = crossings.filter(crossesZero).map(({ variantId }) => variantId);
  if (flipped.length > 0) await refreshListings(stores, { availability: [...new Set(flipped)] });
  if (isFollowed && changed.size > 0) await stores.collectionUpkeep.noteDueOfVariants([...changed]);
};
