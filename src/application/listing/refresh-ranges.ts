import type { ProductId } from "../../domain/catalog/ids.js";
import type { ChangedAmount, ListingStores, StoredListing } from "./ports/listing-stores.js";

/**
 * Brings price ranges up to date. Which variants can be bought does not change with an amount, so
 * no variant is read: the database adds the ranges up, as fast for a product of thousands.
 */
export const refreshRanges = async (
  { storedListings }: ListingStores,
  stored: ReadonlyMap<ProductId, StoredListing>,
  amounts: readonly ChangedAmount[],
): Promise<void> => {
  const products = [...new Set(amounts.map(({ productId }) => productId))];
  const listings = products.flatMap((productId) => stored.get(productId) ?? []);
  const own = amounts.filter(({ priceList }) => priceList === null);
  const isInLists = listings.some(({ priceLists }) => priceLists.length > 0);
  await storedListings.addUpRanges(
    listings.map(({ productId }) => productId),
    {
      ofOwnPrices: own.length > 0,
      // Where a list has no price of a variant, its own one counts in the same currency.
      currencies: isInLists ? [...new Set(own.map(({ currency }) => currency))] : [],
      priceLists: isInLists
        ? [...new Set(amounts.flatMap(({ priceList }) => priceList ?? []))]
        : [],
    },
  );
};
