import type { StoredListings } from "../../../src/application/listing/ports/listing-stores.js";
import type {
  StoredListing as ListingRow,
  StoredOptionAvailability,
} from "../catalog/in-memory-products.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { restoredRange, storedRange } from "../pricing/stored-money.js";
import { rowsOf } from "./in-memory-price-list-listings.js";
import { addUpInMemoryRanges } from "./in-memory-ranges.js";

/** Nothing to lock: units of work run one after the other. */
export const inMemoryStoredListings = (database: InMemoryDatabase): StoredListings => {
  const listings = () => database.rows<ListingRow>("listing");
  const choices = () => database.rows<StoredOptionAvailability>("choices");
  const rows: Pick<StoredListings, "lock" | "save"> = {
    lock: async (products) =>
      new Map(
        products.toSorted().flatMap((productId) => {
          const row = listings().get(productId);
          if (!row) return [];
          const { priceRange, available, onSale, compareAtRange } = row;
          const listing = {
            productId,
            answers: {
              priceRange: restoredRange(priceRange),
              available,
              onSale,
              compareAtRange: restoredRange(compareAtRange),
            },
            sellable:
              choices()
                .get(productId)
                ?.map((one) => one.available) ?? null,
            priceLists: [...rowsOf(database).values()]
              .filter((one) => one.productId === productId)
              .map((one) => ({
                ...one,
                priceRange: restoredRange(one.priceRange),
                compareAtRange: restoredRange(one.compareAtRange),
              })),
          };
          return [[productId, listing] as const];
        }),
      ),
    save: async ({ productId, answers, sellable }) => {
      const row = listings().get(productId);
      if (row && answers)
        listings().set(productId, {
          ...row,
          available: answers.available,
          onSale: answers.onSale,
          priceRange: storedRange(answers.priceRange),
          compareAtRange: storedRange(answers.compareAtRange),
        });
      const variants = choices().get(productId);
      if (variants && sellable)
        choices().set(
          productId,
          variants.flatMap((one, index) => {
            const available = sellable[index];
            return available === undefined ? [] : [{ ...one, available }];
          }),
        );
    },
  };
  return {
    ...rows,
    addUpRanges: (products, request) => addUpInMemoryRanges(database, rows, products, request),
  };
};
