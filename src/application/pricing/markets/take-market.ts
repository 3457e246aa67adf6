import { MarketNotFound, PriceListNotFound } from "../../../domain/pricing/errors.js";
import type { Market, MarketContent, MarketTerms } from "../../../domain/pricing/market.js";
import type { PriceList } from "../../../domain/pricing/price-list.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import { parseId } from "../../shared/ids.js";
import type { Warning } from "../../shared/warning.js";
import type { PricingStores } from "../ports.js";
import type { MarketId } from "../../../domain/pricing/ids.js";

export type MarketStores = Pick<PricingStores, "markets" | "priceLists">;

export interface MarketTarget {
  /** As it came in. */
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

/** What people say of a market. Left out means "as it is". */
export interface MarketWords {
  readonly key?: string | null | undefined;
  /** Null: the key. */
  readonly name?: string | null | undefined;
  readonly countries?: readonly string[] | null | undefined;
  readonly currency?: string | null | undefined;
  readonly locales?: readonly string[] | null | undefined;
  readonly pricesIncludeTax?: boolean | null | undefined;
  /** Null: the prices that variants have themselves. */
  readonly priceListId?: string | null | undefined;
}

/** What a change of a market answers. Plain JSON. */
export interface MarketEdited {
  readonly marketId: MarketId;
  readonly warnings: readonly Warning[];
}

/** Locks the default market, and with it all of them: no country and no key is given away twice. */
export const lockMarkets = async ({ markets }: MarketStores): Promise<Market> => {
  const home = await markets.default();
  if (!home) throw new Error("The shop has no default market: it was never opened.");
  return home;
};

/** Locks a market. @throws MarketNotFound, StaleVersion */
export const takeMarket = async (
  { markets }: MarketStores,
  { id, expectedVersion }: MarketTarget,
): Promise<Market> => {
  const marketId = parseId("market", id);
  if (!marketId) throw new MarketNotFound(id);
  const market = await markets.get(marketId);
  checkVersion(id, expectedVersion, market.snapshot().version);
  return market;
};

/** Locks the price list that a market is to sell at, so that it stays. @throws PriceListNotFound */
export const takeListOf = async (
  { priceLists }: MarketStores,
  words: MarketWords,
  stored: MarketContent["priceList"],
): Promise<PriceList | null> => {
  if (words.priceListId === null) return null;
  const id = words.priceListId === undefined ? stored : parseId("pricelist", words.priceListId);
  if (words.priceListId !== undefined && !id)
    throw new PriceListNotFound(words.priceListId, ["priceListId"]);
  try {
    return id && (await priceLists.get(id));
  } catch (error) {
    throw error instanceof PriceListNotFound ? error.moved(() => ["priceListId"]) : error;
  }
};

export const termsOf = (home: Market, list: PriceList | null): MarketTerms => ({
  baseCurrency: home.snapshot().currency,
  priceList: list && list.snapshot(),
});
