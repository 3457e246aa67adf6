import type { VariantId } from "../../../domain/catalog/ids.js";
import type { AimedPriceList } from "../../../domain/pricing/aimed-price-list.js";
import type { MarketId, PriceListId } from "../../../domain/pricing/ids.js";
import type { MarketSnapshot } from "../../../domain/pricing/markets/market.js";
import type { Money } from "../../../domain/shared/money.js";

/** How long the history keeps prices and terms that applied no longer. */
export const KEPT_HISTORY_DAYS = 730;

/** What one variant cost from a moment on, until the next one of the same list and quantity. */
export interface PastPrice {
  /** Null for the variant's own price. */
  readonly priceList: PriceListId | null;
  readonly minimumQuantity: number;
  readonly from: Date;
  /** Null: there was no price. */
  readonly price: Money | null;
  readonly compareAt: Money | null;
}

/** The terms of a price list from a moment on, until the next ones of the same list. */
export interface PastPriceList extends AimedPriceList {
  readonly from: Date;
  /** Deleted at that moment: it applies to nobody. */
  readonly isDeleted: boolean;
}

/** What prices in a market depend on from a moment on, until the next terms of it. */
export interface PastMarket extends Pick<
  MarketSnapshot,
  | "id"
  | "currency"
  | "countries"
  | "pricesIncludeTax"
  | "priceList"
  | "taxRounding"
  | "domesticAddress"
  | "payableRoundings"
> {
  readonly from: Date;
}

/** With both ends. */
export interface HistoryPeriod {
  readonly from: Date;
  readonly until: Date;
}

/** Reads what prices, price lists and markets were, to the millisecond. */
export interface PriceHistory {
  /**
   * The prices that applied at the start of a period, and each change until its end, in the order of
   * their times, in one statement. Variants that had no price are absent.
   */
  pricesOf(
    ids: readonly VariantId[],
    period: HistoryPeriod,
  ): Promise<ReadonlyMap<VariantId, readonly PastPrice[]>>;
  /**
   * The same of the prices of one unit in some lists, where null is that of the own prices: at most
   * the newest ones of each variant in each list.
   */
  newestPricesOf(
    ids: readonly VariantId[],
    lists: readonly (PriceListId | null)[],
    period: HistoryPeriod,
    mostOfEach: number,
  ): Promise<ReadonlyMap<VariantId, readonly PastPrice[]>>;
  /** The terms of all lists, in the same way, also of lists that are deleted since. */
  lists(period: HistoryPeriod): Promise<readonly PastPriceList[]>;
  /** The terms of a market that is not deleted, in the same way. Those from before a history are absent. */
  termsOf(market: MarketId, period: HistoryPeriod): Promise<readonly PastMarket[]>;
}

/** Removes from the history what is too old. */
export interface PriceHistoryPruning {
  /**
   * Removes prices and terms of lists and markets that applied before a moment, and no longer at it.
   * @returns how many, at most the limit
   */
  removeBefore(moment: Date, limit: number): Promise<number>;
}
