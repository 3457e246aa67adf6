import type { MarketView } from "../../../src/application/pricing/ports/markets.js";
import type { StoredMarkets } from "../../../src/application/pricing/ports/pricing-stores.js";
import {
  CountryTaken,
  MarketKeyTaken,
  MarketNotFound,
} from "../../../src/domain/pricing/errors.js";
import { Market, type MarketSnapshot } from "../../../src/domain/pricing/markets/market.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { forgetMarket, noteMarket } from "./in-memory-price-history.js";
import { locationsOfMarket } from "../../../src/application/inventory/inventory.js";
import { locationRows } from "../inventory/in-memory-locations.js";
import { byKey, listsOf } from "./in-memory-price-lists.js";

const marketsOf = (database: InMemoryDatabase) => database.rows<MarketSnapshot>("market");

export const inMemoryMarkets = (database: InMemoryDatabase): StoredMarkets => {
  const all = () => [...marketsOf(database).values()];
  const saveRow = (market: Market, replaces: number): void => {
    const snapshot = market.snapshot();
    database.checkVersion("market", snapshot.id, replaces);
    const others = all().filter(({ id }) => id !== snapshot.id);
    if (others.some(({ key }) => key === snapshot.key)) throw new MarketKeyTaken(snapshot.key);
    const clash = snapshot.countries.findIndex((country) =>
      others.some(({ countries }) => countries.includes(country)),
    );
    if (clash >= 0)
      throw new CountryTaken(snapshot.countries[clash] ?? "", ["countries", String(clash)]);
    marketsOf(database).set(snapshot.id, structuredClone(snapshot));
    noteMarket(database, snapshot);
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
    all: async () => structuredClone(all().toSorted(byKey)),
    countUsing: async (list) => all().filter(({ priceList }) => priceList === list).length,
    addDefault: async (market) => {
      const events = market.pullEvents();
      if (all().some(({ isDefault }) => isDefault)) return false;
      saveRow(market, 0);
      database.append(events, market.id);
      return true;
    },
    save: async (market) => {
      const events = market.pullEvents();
      if (!events[0]) return;
      saveRow(market, events[0].version - 1);
      database.append(events, market.id);
    },
    remove: async (market) => {
      database.removeAggregate("market", market.id, market);
      forgetMarket(database, market.id);
    },
  };
};

/** All markets as they are stored, the default market first. */
export const inMemoryMarketReads =
  (database: InMemoryDatabase) => async (): Promise<readonly MarketView[]> =>
    structuredClone(
      [...marketsOf(database).values()]
        .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault) || byKey(a, b))
        .map((market) => ({
          ...market,
          priceLists: [...listsOf(database).values()]
            .filter(
              (list) =>
                list.customerGroup === null &&
                (list.market === market.id || list.id === market.priceList),
            )
            .toSorted(byKey),
          locations: locationsOfMarket(
            market.id,
            [...locationRows(database).values()].filter(({ closedAt }) => !closedAt),
          ),
        })),
    );
