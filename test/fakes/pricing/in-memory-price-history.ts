import type {
  HistoryPeriod,
  PastMarket,
  PastPrice,
  PastPriceList,
  PriceHistory,
  PriceHistoryPruning,
} from "../../../src/application/pricing/ports/price-history.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { MarketId, PriceListId } from "../../../src/domain/pricing/ids.js";
import type { MarketSnapshot } from "../../../src/domain/pricing/markets/market.js";
import type { PriceListSnapshot } from "../../../src/domain/pricing/price-list.js";
import { deepEqual } from "../../../src/domain/shared/deep-equal.js";
import type { Money } from "../../../src/domain/shared/money.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { restoredMoney, storedMoney, type StoredMoney } from "./stored-money.js";

interface StoredPastPrice extends Omit<PastPrice, "price" | "compareAt"> {
  readonly variantId: VariantId;
  readonly price: StoredMoney | null;
  readonly compareAt: StoredMoney | null;
}

type Amounts = { readonly price: Money; readonly compareAt: Money | null } | null;

const pastPrices = (database: InMemoryDatabase) => database.rows<StoredPastPrice>("price_history");
const pastLists = (database: InMemoryDatabase) =>
  database.rows<PastPriceList>("price_list_history");
const pastMarkets = (database: InMemoryDatabase) => database.rows<PastMarket>("market_history");
const ownerOf = ({ variantId, priceList, minimumQuantity }: StoredPastPrice): string =>
  `${variantId} ${priceList} ${minimumQuantity}`;

/** Notes what changed prices are from now on. */
export const notePrices = (
  database: InMemoryDatabase,
  changes: readonly {
    readonly variantId: VariantId;
    readonly priceList?: PriceListId;
    readonly minimumQuantity?: number;
    readonly before: Amounts;
    readonly price: Amounts;
  }[],
): void => {
  const from = database.clock.now();
  for (const { variantId, priceList = null, minimumQuantity = 1, before, price } of changes) {
    if (deepEqual([before?.price, before?.compareAt], [price?.price, price?.compareAt])) continue;
    const row = {
      variantId,
      priceList,
      minimumQuantity,
      from,
      price: price && storedMoney(price.price),
      compareAt: price?.compareAt ? storedMoney(price.compareAt) : null,
    };
    pastPrices(database).set(`${ownerOf(row)} ${from.toISOString()}`, row);
  }
};

export const forgetPrices = (database: InMemoryDatabase, ids: readonly VariantId[]): void => {
  for (const [key, { variantId }] of pastPrices(database))
    if (ids.includes(variantId)) pastPrices(database).delete(key);
};

/** Notes the terms of a list from now on. */
export const notePriceList = (
  database: InMemoryDatabase,
  list: PriceListSnapshot,
  isDeleted: boolean,
): void => {
  const { id, key, currency, validFrom, validUntil, market, customerGroup, isReady } = list;
  const from = database.clock.now();
  pastLists(database).set(`${id} ${from.toISOString()}`, {
    id,
    key,
    currency,
    validFrom,
    validUntil,
    market,
    customerGroup,
    isReady,
    from,
    isDeleted,
  });
};

/** Notes the terms of a market from now on. */
export const noteMarket = (database: InMemoryDatabase, market: MarketSnapshot): void => {
  const { id, currency, countries, pricesIncludeTax, priceList } = market;
  const { taxRounding, domesticAddress, payableRoundings } = market;
  const from = database.clock.now();
  pastMarkets(database).set(
    `${id} ${from.toISOString()}`,
    structuredClone({
      id,
      currency,
      countries,
      pricesIncludeTax,
      priceList,
      taxRounding,
      domesticAddress,
      payableRoundings,
      from,
    }),
  );
};

export const forgetMarket = (database: InMemoryDatabase, market: MarketId): void => {
  for (const [key, { id }] of pastMarkets(database))
    if (id === market) pastMarkets(database).delete(key);
};

const isReplaced = <Row extends { readonly from: Date }>(
  rows: readonly Row[],
  row: Row,
  ownerOfRow: (row: Row) => string,
  moment: Date,
): boolean =>
  rows.some(
    (next) => ownerOfRow(next) === ownerOfRow(row) && next.from > row.from && next.from <= moment,
  );

const within = <Row extends { readonly from: Date }>(
  rows: readonly Row[],
  { from, until }: HistoryPeriod,
  ownerOfRow: (row: Row) => string,
): readonly Row[] =>
  rows
    .filter((row) => row.from <= until && !isReplaced(rows, row, ownerOfRow, from))
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());

export const inMemoryPriceHistory = (database: InMemoryDatabase): PriceHistory => ({
  pricesOf: async (ids, period) => {
    const rows = within([...pastPrices(database).values()], period, ownerOf);
    const found = ids.map(
      (variant) =>
        [variant, rows.filter(({ variantId }) => variantId === variant).map(toPastPrice)] as const,
    );
    return new Map(found.filter(([, own]) => own.length > 0));
  },
  newestPricesOf: async (ids, lists, period, mostOfEach) => {
    const rows = within([...pastPrices(database).values()], period, ownerOf);
    const newest = ids.flatMap((variant) =>
      lists.flatMap((list) =>
        rows
          .filter(
            (row) =>
              row.variantId === variant && row.priceList === list && row.minimumQuantity === 1,
          )
          .slice(-mostOfEach),
      ),
    );
    const found = ids.map((variant) => {
      const own = newest.filter(({ variantId }) => variantId === variant);
      return [
        variant,
        own.toSorted((a, b) => a.from.getTime() - b.from.getTime()).map(toPastPrice),
      ] as const;
    });
    return new Map(found.filter(([, own]) => own.length > 0));
  },
  lists: async (period) =>
    structuredClone(within([...pastLists(database).values()], period, ({ id }) => id)),
  termsOf: async (market, period) => {
    const rows = [...pastMarkets(database).values()].filter(({ id }) => id === market);
    return structuredClone(within(rows, period, ({ id }) => id));
  },
});

const toPastPrice = ({
  priceList,
  minimumQuantity,
  from,
  price,
  compareAt,
}: StoredPastPrice): PastPrice => ({
  priceList,
  minimumQuantity,
  from: new Date(from),
  price: price && restoredMoney(price),
  compareAt: compareAt && restoredMoney(compareAt),
});

export const inMemoryPriceHistoryPruning = (database: InMemoryDatabase): PriceHistoryPruning => ({
  removeBefore: async (moment, limit) => {
    let removed = 0;
    const remove = <Row>(table: Map<string, Row>, isOld: (row: Row) => boolean): void => {
      const old = [...table].filter(([, row]) => isOld(row)).slice(0, limit - removed);
      for (const [key] of old) table.delete(key);
      removed += old.length;
    };
    const [prices, lists] = [pastPrices(database), pastLists(database)];
    const allPrices = [...prices.values()];
    remove(prices, (row) => isReplaced(allPrices, row, ownerOf, moment));
    if (removed < limit) remove(prices, ({ price, from }) => price === null && from <= moment);
    const allLists = [...lists.values()];
    remove(lists, (row) => isReplaced(allLists, row, ({ id }) => id, moment));
    if (removed < limit) remove(lists, ({ isDeleted, from }) => isDeleted && from <= moment);
    const known = new Set([...lists.values()].map(({ id }) => id));
    remove(
      prices,
      ({ priceList, from }) => priceList !== null && from <= moment && !known.has(priceList),
    );
    const markets = pastMarkets(database);
    const allMarkets = [...markets.values()];
    remove(markets, (row) => isReplaced(allMarkets, row, ({ id }) => id, moment));
    return removed;
  },
});
