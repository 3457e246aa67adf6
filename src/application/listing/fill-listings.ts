import type { ProductId } from "../../domain/catalog/ids.js";
import type { ListedPriceList, ListingStores } from "./ports/listing-stores.js";
import { priceListListings } from "./price-list-listings.js";

/**
 * Adds the listings of products in a new price list. The list must be locked: it must not be
 * deleted meanwhile. A change of prices or stock waits for the lock of a listing, and then finds
 * the row of the list.
 */
export const fillListings = async (
  { storedListings, saleFacts, priceListListings: inPriceLists }: ListingStores,
  list: ListedPriceList,
  products: readonly ProductId[],
): Promise<void> => {
  const existing = [...(await storedListings.lock(products)).keys()];
  const facts = await saleFacts.withListPricesOf(existing);
  await inPriceLists.save(
    existing.flatMap((productId) => {
      const variants = facts.variants.get(productId) ?? [];
      return priceListListings(
        { id: productId, variants },
        new Map(variants.map((one) => [one.id, one])),
        { lists: [list], prices: facts.prices },
      );
    }),
  );
};
