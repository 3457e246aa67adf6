import {
  LIST_WITHOUT_PRICES,
  priceListOf,
} from "../../../src/application/shared/shopping-context.js";
import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type { PriceListListings } from "../../../src/application/listing/ports/listing-stores.js";
import type { ProductId } from "../../../src/domain/catalog/ids.js";
import type { PriceListListing } from "../../../src/domain/listing/listing.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { storedRange } from "../pricing/stored-money.js";
import type { StoredListing, StoredOptionAvailability } from "../catalog/in-memory-products.js";

export interface StoredPriceListListing extends Omit<
  PriceListListing,
  "priceRange" | "compareAtRange"
> {
  readonly priceRange: StoredListing["priceRange"];
  readonly compareAtRange: StoredListing["compareAtRange"];
}

export const rowsOf = (database: InMemoryDatabase) =>
  database.rows<StoredPriceListListing>("price_range");
const keyOf = ({
  productId,
  priceList,
}: Pick<PriceListListing, "productId" | "priceList">): string => `${productId} ${priceList}`;

export const inMemoryPriceListListings = (database: InMemoryDatabase): PriceListListings => ({
  save: async (listings) => {
    for (const { priceRange, compareAtRange, ...row } of listings)
      rowsOf(database).set(keyOf(row), {
        ...row,
        priceRange: storedRange(priceRange),
        compareAtRange: storedRange(compareAtRange),
      });
  },
  missing: async (priceList, after, limit) =>
    [...database.rows<StoredListing>("listing").keys()]
      .toSorted()
      .filter(
        (id) =>
          id > (after ?? "") &&
          !rowsOf(database).has(keyOf({ productId: id as ProductId, priceList })),
      )
      .slice(0, limit) as ProductId[],
  present: async (priceList, after, limit) =>
    [...database.rows<StoredListing>("listing").keys()]
      .toSorted()
      .filter(
        (id) =>
          id > (after ?? "") &&
          rowsOf(database).has(keyOf({ productId: id as ProductId, priceList })),
      )
      .slice(0, limit) as ProductId[],
  clear: async (priceList, limit) => {
    const found = [...rowsOf(database)]
      .filter(([, row]) => row.priceList === priceList)
      .slice(0, limit);
    for (const [key] of found) rowsOf(database).delete(key);
    return found.length;
  },
});

/** A listing at the prices of the audience; null where its price list does not have the product. */
export const listingAt = (
  database: InMemoryDatabase,
  { shoppingContext }: Audience,
  listing: StoredListing,
): StoredListing | null => {
  const priceList = priceListOf(shoppingContext);
  if (priceList === null) return listing;
  if (priceList === LIST_WITHOUT_PRICES)
    return { ...listing, priceRange: null, available: false, onSale: false, compareAtRange: null };
  const row = rowsOf(database).get(keyOf({ productId: listing.productId, priceList }));
  if (!row) return null;
  const { priceRange, available, onSale, compareAtRange } = row;
  return { ...listing, priceRange, available, onSale, compareAtRange };
};

/** The option availability at the prices of the audience. */
export const availabilityAt = (
  database: InMemoryDatabase,
  { shoppingContext }: Audience,
  productId: ProductId,
  availability: StoredOptionAvailability,
): StoredOptionAvailability => {
  const priceList = priceListOf(shoppingContext);
  if (priceList === LIST_WITHOUT_PRICES)
    return availability.map((variant) => ({ ...variant, available: false }));
  const sellable = priceList
    ? rowsOf(database).get(keyOf({ productId, priceList }))?.sellable
    : null;
  return sellable
    ? availability.map((variant, index) => ({ ...variant, available: sellable[index] ?? false }))
    : availability;
};
