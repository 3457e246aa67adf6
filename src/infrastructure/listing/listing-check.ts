import type {
  ListingStores,
  StoredListing,
} from "../../application/listing/ports/listing-stores.js";
import { computeListings, refreshListings } from "../../application/listing/refresh-listings.js";
import type { RowKey } from "../../application/shared/row-checks.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import type { ListingAnswers, MoneyRange } from "../../domain/listing/listing.js";
import { deepEqual } from "../../domain/shared/deep-equal.js";
import { id } from "../../domain/shared/id.js";
import type { RowCheck } from "../shared/checks/row-check.js";
import { toAvailableFlags } from "./answer-columns.js";
import { SqlSaleFacts } from "./sql-sale-facts.js";
import { readStoredListings } from "./sql-stored-listings.js";

/** What lists show is what the stores of prices and stock say. */
export const LISTING_CHECK: RowCheck<ListingStores> = {
  name: "listings",
  rule: "Lists show the prices and the availability that follow from the variants.",
  table: "catalog_listing",
  key: ["product_id"],
  pageSize: 100,
  broken: async (reader, keys) => {
    const stored = await readStoredListings(reader, productsOf(keys));
    const computed = await computeListings({ saleFacts: new SqlSaleFacts(reader) }, stored, [
      ...stored.keys(),
    ]);
    return computed.flatMap((expected) => {
      const found = stored.get(expected.productId);
      const difference = found && firstDifference(expected, found);
      return difference ? [{ key: { product_id: expected.productId }, ...difference }] : [];
    });
  },
  repair: (_session, keys, stores) => refreshListings(stores, { products: productsOf(keys) }),
};

const productsOf = (keys: readonly RowKey[]): readonly ProductId[] =>
  keys.map((key) => id<ProductId>(String(key["product_id"])));

const firstDifference = (
  expected: StoredListing,
  found: StoredListing,
): { readonly expected: string; readonly found: string } | null => {
  if (!deepEqual(expected.answers, found.answers))
    return { expected: answersText(expected.answers), found: answersText(found.answers) };
  if (found.sellable && !deepEqual(expected.sellable, found.sellable))
    return { expected: flagsText(expected.sellable), found: flagsText(found.sellable) };
  const there = new Map(found.priceLists.map((one) => [one.priceList, one]));
  for (const one of expected.priceLists) {
    const own = there.get(one.priceList);
    if (own && !deepEqual(one, own))
      return {
        expected: `in ${one.priceList}: ${answersText(one)}, ${flagsText(one.sellable)}`,
        found: `${answersText(own)}, ${flagsText(own.sellable)}`,
      };
  }
  return null;
};

const answersText = ({ priceRange, available, onSale, compareAtRange }: ListingAnswers): string =>
  [
    priceRange === null ? "no price" : `${rangeText(priceRange)} ${priceRange.min.currency}`,
    available ? "available" : "not available",
    ...(onSale ? ["on sale"] : []),
    ...(compareAtRange ? [`reduced from ${rangeText(compareAtRange)}`] : []),
  ].join(", ");

const rangeText = ({ min, max }: MoneyRange): string => `${min.toDecimal()} to ${max.toDecimal()}`;

const flagsText = (sellable: readonly boolean[] | null): string =>
  sellable === null ? "variants as everywhere" : `variants ${toAvailableFlags(sellable)}`;
