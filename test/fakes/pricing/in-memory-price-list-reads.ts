import { kindOf } from "../../../src/application/shared/ids.js";
import type { PriceListReads } from "../../../src/application/pricing/ports/price-list-reads.js";
import type { ListPrice } from "../../../src/domain/pricing/list-price.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../page-of.js";
import { byVariant, pricesOf, restored } from "./in-memory-list-prices.js";
import { byKey, listsOf } from "./in-memory-price-lists.js";

const BY_VARIANT: Order<ListPrice> = {
  name: "list price",
  key: ({ variantId }) => variantId,
  // The first price of a variant has the id that it had when there were no quantity breaks.
  id: ({ variantId, minimumQuantity }) =>
    minimumQuantity === 1 ? variantId : `${variantId}/${String(minimumQuantity).padStart(8, "0")}`,
  isId: (text) => kindOf(text.replace(/\/\d{8}$/, "")) === "variant",
  reverse: false,
};

export const inMemoryPriceListReads = (database: InMemoryDatabase): PriceListReads => {
  const pricesIn = (list: string) =>
    [...pricesOf(database).values()].filter(({ priceList }) => priceList === list).map(restored);
  return {
    all: async () => structuredClone([...listsOf(database).values()].toSorted(byKey)),
    prices: async (list, page) => pageOf(pricesIn(list), BY_VARIANT, page, (one) => one),
    countPrices: async (list) => pricesIn(list).length,
    pricesOfVariants: async (ids) => {
      const lists = listsOf(database);
      const inOrder = (prices: readonly ListPrice[]) =>
        prices
          .filter(({ priceList }) => lists.has(priceList))
          .toSorted((a, b) =>
            byKey(
              { key: lists.get(a.priceList)?.key ?? "" },
              { key: lists.get(b.priceList)?.key ?? "" },
            ),
          );
      return new Map(
        [...byVariant(database, ids)]
          .map(([id, prices]) => [id, inOrder(prices)] as const)
          .filter(([, prices]) => prices.length > 0),
      );
    },
  };
};
