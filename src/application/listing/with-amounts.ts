import type { ProductId } from "../../domain/catalog/ids.js";
import type { ChangedAmount, ListingStores, StoredListing } from "./ports/listing-stores.js";

/**
 * Listings with new price ranges. Which variants can be bought does not change with an amount, so
 * no variant is read: the database adds the ranges up, as fast for a product of thousands.
 */
export const withAmounts = async (
  { saleFacts }: ListingStores,
  stored: ReadonlyMap<ProductId, StoredListing>,
  amounts: readonly ChangedAmount[],
): Promise<ReadonlyMap<ProductId, StoredListing>> => {
  const changed = new Map(
    amounts.flatMap(({ productId }) => {
      const listing = stored.get(productId);
      return listing ? [[productId, listing] as const] : [];
    }),
  );
  if (changed.size === 0) return changed;
  const own = amounts.filter(({ priceList }) => priceList === null);
  const ranges = await saleFacts.rangesOf([...changed.keys()], {
    ofOwnPrices: own.length > 0,
    // Where a list has no price of a variant, its own one counts in the same currency.
    currencies: [...new Set(own.map(({ currency }) => currency))],
    priceLists: [...new Set(amounts.flatMap(({ priceList }) => priceList ?? []))],
  });
  for (const { productId, priceList, priceRange, onSale } of ranges) {
    const listing = changed.get(productId);
    if (!listing) continue;
    changed.set(
      productId,
      priceList === null
        ? { ...listing, answers: { ...listing.answers, priceRange, onSale } }
        : {
            ...listing,
            // A product that is not in the list yet adds its row itself.
            priceLists: listing.priceLists.map((one) =>
              one.priceList === priceList ? { ...one, priceRange, onSale } : one,
            ),
          },
    );
  }
  return changed;
};
