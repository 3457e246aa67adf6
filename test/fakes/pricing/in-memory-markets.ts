import type {
  ListPrices,
  MarketView,
  PriceListReads,
  PriceLists,
  StoredMarkets,
} from "../../../src/application/pricing/ports.js";
import {
  CountryTaken,
  MarketKeyTaken,
  MarketNotFound,
  PriceListKeyTaken,
  PriceListNotFound,
} from "../../../src/domain/pricing/errors.js";
import type { ListPrice } from "../../../src/domain/pricing/list-price.js";
import { Market, type MarketSnapshot } from "../../../src/domain/pricing/market.js";
import { PriceList, type PriceListSnapshot } from "../../../src/domain/pricing/price-list.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../in-memory-keyset.js";
import { restoredMoney, storedMoney, type StoredMoney } from "./in-memory-prices.js";

export interface StoredListPrice extends Omit<ListPrice, "price" | "compareAt"> {
  readonly price: StoredMoney;
  readonly compareAt: StoredMoney | null;
}

const marketsOf = (database: InMemoryDatabase) => database.rows<MarketSnapshot>("market");
const listsOf = (database: InMemoryDatabase) => database.rows<PriceListSnapshot>("price_list");
const pricesOf = (database: InMemoryDatabase) => database.rows<StoredListPrice>("list_price");
const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : 1;

export const inMemoryMarkets = (database: InMemoryDatabase): StoredMarkets => {
  const all = () => [...marketsOf(database).values()];
  const put = (market: Market, replaces: number): void => {
    const snapshot = market.snapshot();
    if ((marketsOf(database).get(snapshot.id)?.version ?? 0) !== replaces)
      throw new StaleVersion(snapshot.id, replaces);
    const others = all().filter(({ id }) => id !== snapshot.id);
    if (others.some(({ key }) => key === snapshot.key)) throw new MarketKeyTaken(snapshot.key);
    const clash = snapshot.countries.findIndex((country) =>
      others.some(({ countries }) => countries.includes(country)),
    );
    if (clash >= 0)
      throw new CountryTaken(snapshot.countries[clash] ?? "", ["countries", String(clash)]);
    marketsOf(database).set(snapshot.id, structuredClone(snapshot));
  };
  return {
    default: async () => {
      const row = all().find(({ isDefault }) => isDefault);
      return row ? Market.restore(structuredClone(row)) : null;
    },
    get: async (id) => {
      const row = marketsOf(database).get(id);
      if (!row) throw new MarketNotFound(id);
      return Market.restore(structuredClone(row));
    },
    count: async () => all().length,
    countUsing: async (list) => all().filter(({ priceList }) => priceList === list).length,
    addDefault: async (market) => {
      const events = market.pullEvents();
      if (all().some(({ isDefault }) => isDefault)) return false;
      put(market, 0);
      database.append(events, market.id);
      return true;
    },
    save: async (market) => {
      const events = market.pullEvents();
      if (!events[0]) return;
      put(market, events[0].version - 1);
      database.append(events, market.id);
    },
    remove: async (market) => {
      const events = market.pullEvents();
      const replaces = events[0] ? events[0].version - 1 : market.snapshot().version;
      if (marketsOf(database).get(market.id)?.version !== replaces)
        throw new StaleVersion(market.id, replaces);
      marketsOf(database).delete(market.id);
      database.append(events, market.id);
    },
  };
};

export const inMemoryPriceLists = (database: InMemoryDatabase): PriceLists => ({
  get: async (id) => {
    const row = listsOf(database).get(id);
    if (!row) throw new PriceListNotFound(id);
    return PriceList.restore(structuredClone(row));
  },
  relyOnAll: async () => structuredClone([...listsOf(database).values()].toSorted(byKey)),
  save: async (list) => {
    const [events, snapshot] = [list.pullEvents(), list.snapshot()];
    if (!events[0]) return;
    if ((listsOf(database).get(snapshot.id)?.version ?? 0) !== events[0].version - 1)
      throw new StaleVersion(snapshot.id, events[0].version - 1);
    if (
      [...listsOf(database).values()].some(
        ({ id, key }) => id !== snapshot.id && key === snapshot.key,
      )
    )
      throw new PriceListKeyTaken(snapshot.key);
    listsOf(database).set(snapshot.id, structuredClone(snapshot));
    database.append(events, snapshot.id);
  },
  remove: async (list) => {
    const events = list.pullEvents();
    const replaces = events[0] ? events[0].version - 1 : list.snapshot().version;
    if (listsOf(database).get(list.id)?.version !== replaces)
      throw new StaleVersion(list.id, replaces);
    listsOf(database).delete(list.id);
    database.append(events, list.id);
  },
});

const keyOf = ({ variantId, priceList }: Pick<ListPrice, "variantId" | "priceList">): string =>
  `${variantId} ${priceList}`;
const restored = ({ price, compareAt, ...row }: StoredListPrice): ListPrice => ({
  ...row,
  price: restoredMoney(price),
  compareAt: compareAt && restoredMoney(compareAt),
});

const byVariant = (
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
  forget: async (ids) => {
    for (const [key, { variantId }] of pricesOf(database))
      if (ids.includes(variantId)) pricesOf(database).delete(key);
  },
  clear: async (list, limit) => {
    const doomed = [...pricesOf(database)]
      .filter(([, { priceList }]) => priceList === list)
      .slice(0, limit);
    for (const [key] of doomed) pricesOf(database).delete(key);
    return doomed.length;
  },
});

/** All markets as they are stored, the default one first. */
export const inMemoryMarketReads =
  (database: InMemoryDatabase) => async (): Promise<readonly MarketView[]> =>
    structuredClone(
      [...marketsOf(database).values()].toSorted(
        (a, b) => Number(b.isDefault) - Number(a.isDefault) || byKey(a, b),
      ),
    );

const BY_VARIANT: Order<ListPrice> = {
  name: "list price",
  key: ({ variantId }) => variantId,
  id: ({ variantId }) => variantId,
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
