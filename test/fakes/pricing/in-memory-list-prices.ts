import type { ListPrices } from "../../../src/application/pricing/ports/pricing-stores.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { ListPrice } from "../../../src/domain/pricing/list-price.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { restoredMoney, storedMoney, type StoredMoney } from "./in-memory-prices.js";

export interface StoredListPrice extends Omit<ListPrice, "price" | "compareAt"> {
  readonly price: StoredMoney;
  readonly compareAt: StoredMoney | null;
}

export const pricesOf = (database: InMemoryDatabase) =>
  database.rows<StoredListPrice>("list_price");

const keyOf = ({ variantId, priceList }: Pick<ListPrice, "variantId" | "priceList">): string =>
  `${variantId} ${priceList}`;

export const restored = ({ price, compareAt, ...row }: StoredListPrice): ListPrice => ({
  ...row,
  price: restoredMoney(price),
  compareAt: compareAt && restoredMoney(compareAt),
});

export const byVariant = (
  database: InMemoryDatabase,
  ids: readonly VariantId[],
): ReadonlyMap<VariantId, readonly ListPrice[]> => {
  const rows = [...pricesOf(database).values()]
    .filter(({ variantId }) => ids.includes(variantId))
    .toSorted((a, b) => (a.priceList < b.priceList ? -1 : 1));
  return new Map(
    ids
      .map((id) => [id, rows.filter(({ variantId }) => variantId === id).map(restored)] as const)
      .filter(([, own]) => own.length > 0),
  );
};

export const inMemoryListPrices = (database: InMemoryDatabase): ListPrices => ({
  byVariant: async (ids) => byVariant(database, ids),
  save: async (prices) => {
    for (const { price, compareAt, ...row } of prices)
      pricesOf(database).set(keyOf(row), {
        ...row,
        price: storedMoney(price),
        compareAt: compareAt && storedMoney(compareAt),
      });
  },
  remove: async (keys) => {
    for (const key of keys) pricesOf(database).delete(keyOf(key));
  },
  removeOfVariants: async (ids) => {
    for (const [key, { variantId }] of pricesOf(database))
      if (ids.includes(variantId)) pricesOf(database).delete(key);
  },
  clear: async (list, limit) => {
    const found = [...pricesOf(database)]
      .filter(([, { priceList }]) => priceList === list)
      .slice(0, limit);
    for (const [key] of found) pricesOf(database).delete(key);
    return found.length;
  },
});
