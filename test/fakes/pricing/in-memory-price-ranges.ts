import type { Audience, PriceRanges } from "../../../src/application/catalog/ports.js";
import type { ProductId } from "../../../src/domain/catalog/ids.js";
import type { PriceRangeWithin } from "../../../src/domain/catalog/price-range.js";
import type { StoredChoices, StoredListing } from "../catalog/in-memory-products.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { storedMoney } from "./in-memory-prices.js";

export interface StoredRange extends Omit<PriceRangeWithin, "priceRange"> {
  readonly priceRange: StoredListing["priceRange"];
}

const rowsOf = (database: InMemoryDatabase) => database.rows<StoredRange>("price_range");
const keyOf = ({
  productId,
  priceList,
}: Pick<PriceRangeWithin, "productId" | "priceList">): string => `${productId} ${priceList}`;

export const inMemoryPriceRanges = (database: InMemoryDatabase): PriceRanges => ({
  save: async (ranges) => {
    for (const { priceRange, ...row } of ranges)
      rowsOf(database).set(keyOf(row), {
        ...row,
        priceRange: priceRange && {
          min: storedMoney(priceRange.min),
          max: storedMoney(priceRange.max),
        },
      });
  },
  missing: async (priceList, behind, limit) =>
    [...database.rows<StoredListing>("listing").keys()]
      .toSorted()
      .filter(
        (id) =>
          id > (behind ?? "") &&
          !rowsOf(database).has(keyOf({ productId: id as ProductId, priceList })),
      )
      .slice(0, limit) as ProductId[],
  clear: async (priceList, limit) => {
    const doomed = [...rowsOf(database)]
      .filter(([, row]) => row.priceList === priceList)
      .slice(0, limit);
    for (const [key] of doomed) rowsOf(database).delete(key);
    return doomed.length;
  },
});

/** A listing at the prices of where somebody looks from; null where its price list says nothing of the product. */
export const listingAt = (
  database: InMemoryDatabase,
  { place }: Audience,
  listing: StoredListing,
): StoredListing | null => {
  if (!place?.priceList) return listing;
  const row = rowsOf(database).get(
    keyOf({ productId: listing.productId, priceList: place.priceList }),
  );
  return row
    ? { ...listing, priceRange: row.priceRange, available: row.available, onSale: row.onSale }
    : null;
};

/** What can be chosen at the prices of where somebody looks from. */
export const choosableAt = (
  database: InMemoryDatabase,
  { place }: Audience,
  productId: ProductId,
  choosable: StoredChoices,
): StoredChoices => {
  const sellable = place?.priceList
    ? rowsOf(database).get(keyOf({ productId, priceList: place.priceList }))?.sellable
    : null;
  return sellable
    ? choosable.map((one, index) => ({ ...one, available: sellable[index] ?? false }))
    : choosable;
};
