import type { ListPrices } from "../../../src/application/pricing/ports/pricing-stores.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { ListPrice } from "../../../src/domain/pricing/list-price.js";
import { PricesInList } from "../../../src/domain/pricing/prices-in-list.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { listsOf } from "./in-memory-price-lists.js";
import { notePrices } from "./in-memory-price-history.js";
import { ownersOf, savePrices } from "./in-memory-prices.js";
import { restoredMoney, storedMoney, type StoredMoney } from "./stored-money.js";

export interface StoredListPrice extends Omit<ListPrice, "price" | "compareAt"> {
  readonly price: StoredMoney;
  readonly compareAt: StoredMoney | null;
  readonly version: number;
}

export const pricesOf = (database: InMemoryDatabase) =>
  database.rows<StoredListPrice>("list_price");

type Place = Pick<ListPrice, "variantId" | "priceList"> &
  Partial<Pick<ListPrice, "minimumQuantity">>;

const keyOf = ({ variantId, priceList, minimumQuantity = 1 }: Place): string =>
  `${variantId} ${priceList}${minimumQuantity === 1 ? "" : ` ${minimumQuantity}`}`;

export const restored = ({
  priceList,
  variantId,
  minimumQuantity,
  price,
  compareAt,
}: StoredListPrice): ListPrice => ({
  priceList,
  variantId,
  minimumQuantity,
  price: restoredMoney(price),
  compareAt: compareAt && restoredMoney(compareAt),
});

export const byVariant = (
  database: InMemoryDatabase,
  ids: readonly VariantId[],
): ReadonlyMap<VariantId, readonly ListPrice[]> => {
  const rows = [...pricesOf(database).values()]
    .filter(({ variantId }) => ids.includes(variantId))
    .toSorted((a, b) =>
      a.priceList === b.priceList
        ? a.minimumQuantity - b.minimumQuantity
        : a.priceList < b.priceList
          ? -1
          : 1,
    );
  return new Map(
    ids
      .map((id) => [id, rows.filter(({ variantId }) => variantId === id).map(restored)] as const)
      .filter(([, own]) => own.length > 0),
  );
};

const toRow = (
  { priceList, variantId, minimumQuantity, price, compareAt }: ListPrice,
  version: number,
): readonly [string, StoredListPrice] => [
  keyOf({ priceList, variantId, minimumQuantity }),
  {
    priceList,
    variantId,
    minimumQuantity,
    price: storedMoney(price),
    compareAt: compareAt && storedMoney(compareAt),
    version,
  },
];

export const inMemoryListPrices = (database: InMemoryDatabase): ListPrices => ({
  lock: async (priceList, ids) => {
    const [list, owners] = [listsOf(database).get(priceList), ownersOf(database)];
    if (!list) return { list: null, prices: new Map() };
    const found = [...new Set(ids)].toSorted().flatMap((variantId) => {
      const productId = owners.get(variantId);
      const prices = [...pricesOf(database).values()]
        .filter((row) => row.priceList === priceList && row.variantId === variantId)
        .map((row) => ({ price: restored(row), version: row.version }));
      return productId ? [PricesInList.restore({ priceList, variantId, productId, prices })] : [];
    });
    return {
      list: { id: list.id, key: list.key, currency: list.currency },
      prices: new Map(found.map((price) => [price.variantId, price])),
    };
  },
  save: async (prices) => {
    for (const price of prices)
      savePrices(database, "list_price", [price], toRow, (variantId) =>
        keyOf({ priceList: price.priceList, variantId, minimumQuantity: price.minimumQuantity }),
      );
    notePrices(database, prices);
  },
  ofVariants: async (ids) => byVariant(database, ids),
  add: async (prices) => {
    for (const price of prices) pricesOf(database).set(...toRow(price, 1));
    notePrices(
      database,
      prices.map((price) => ({ ...price, before: null, price })),
    );
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
