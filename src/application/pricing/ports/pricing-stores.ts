import type { VariantId } from "../../../domain/catalog/ids.js";
import type { CustomerGroup } from "../../../domain/pricing/customer-group.js";
import type { Fee, FeeSnapshot } from "../../../domain/pricing/fees/fee.js";
import type { CustomerGroupId, FeeId, MarketId, PriceListId } from "../../../domain/pricing/ids.js";
import type { ListPrice } from "../../../domain/pricing/list-price.js";
import type { Market, MarketSnapshot } from "../../../domain/pricing/markets/market.js";
import type { OwnPrice } from "../../../domain/pricing/own-price.js";
import type { PriceInList } from "../../../domain/pricing/price-in-list.js";
import type { PriceList, PriceListSnapshot } from "../../../domain/pricing/price-list.js";
import type { PricesInList } from "../../../domain/pricing/prices-in-list.js";
import type { VariantPrice } from "../../../domain/pricing/variant-price.js";
import type { PriceHistoryPruning } from "./price-history.js";
import type { ShopTerms } from "./shop-terms.js";
import type { TaxStores } from "./tax-stores.js";

/** The prices of the default market, to be changed. What changes is noted in their history. */
export interface Prices {
  /**
   * Locks variants together with their prices, in the order of the ids: no variant is removed, and
   * nobody else sets a price of it, until the unit of work ends. Also of variants without a price.
   * Missing variants are absent.
   */
  lock(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, OwnPrice>>;
  /**
   * Saves changed prices with their events. The statement repeats the decision.
   * @throws StaleVersion
   */
  save(prices: readonly OwnPrice[]): Promise<void>;
  /**
   * Adds the first prices of variants that are created in this unit of work, without events: the
   * variants are announced themselves.
   */
  add(prices: readonly VariantPrice[]): Promise<void>;
  /** Removes the prices of removed variants with all their history, without events. */
  remove(ids: readonly VariantId[]): Promise<void>;
}

/** The markets, to be changed. Their terms are noted in a history, which goes with the market. */
export interface StoredMarkets {
  /**
   * Locks the default market. Everything that opens or closes markets, creates a price list or
   * changes taxes does so first. Null in a new shop.
   */
  default(): Promise<Market | null>;
  /** Locks it. @throws MarketNotFound */
  get(id: MarketId): Promise<Market>;
  count(): Promise<number>;
  /** All of them, not locked. */
  all(): Promise<readonly MarketSnapshot[]>;
  /** How many markets use a price list. While the list is locked, the number cannot grow. */
  countUsing(priceList: PriceListId): Promise<number>;
  /** Adds the default market unless there is one. @returns whether it was added */
  addDefault(market: Market): Promise<boolean>;
  /** @throws MarketKeyTaken, CountryTaken, StaleVersion */
  save(market: Market): Promise<void>;
  /** @throws StaleVersion */
  remove(market: Market): Promise<void>;
}

/** The price lists, to be changed. Their terms are noted in a history. */
export interface PriceLists {
  /** Locks it. @throws PriceListNotFound */
  get(id: PriceListId): Promise<PriceList>;
  /**
   * All of them, by key. No list is added or removed until the unit of work ends, so that every
   * list gets the data of a product.
   */
  lockAll(): Promise<readonly PriceListSnapshot[]>;
  /** The lists that are made for a market or a customer group, by key. */
  madeFor(
    audience: { readonly market: MarketId } | { readonly customerGroup: CustomerGroupId },
  ): Promise<readonly PriceListSnapshot[]>;
  /** @throws PriceListKeyTaken, StaleVersion */
  save(list: PriceList): Promise<void>;
  /** Removes it without its prices. @throws StaleVersion */
  remove(list: PriceList): Promise<void>;
}

/** The prices of price lists, to be changed. What changes is noted in their history. */
export interface ListPrices {
  /**
   * Locks variants together with all their prices in a list, as `Prices.lock` does, and the list
   * against its deletion. An unknown list is null, and has no prices.
   */
  lock(
    priceList: PriceListId,
    ids: readonly VariantId[],
  ): Promise<{
    readonly list: Pick<PriceListSnapshot, "id" | "key" | "currency"> | null;
    readonly prices: ReadonlyMap<VariantId, PricesInList>;
  }>;
  /**
   * Saves changed prices of one list with their events. The statement repeats the decision.
   * @throws StaleVersion
   */
  save(prices: readonly PriceInList[]): Promise<void>;
  /**
   * The prices of variants in all lists, by list and minimum quantity, not locked. Variants without
   * such a price are absent.
   */
  ofVariants(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, readonly ListPrice[]>>;
  /** Adds prices of variants that are created in this unit of work, without events. */
  add(prices: readonly ListPrice[]): Promise<void>;
  /** Removes all prices of removed variants, without events. */
  removeOfVariants(ids: readonly VariantId[]): Promise<void>;
  /** Removes prices of a deleted list; their history stays. @returns how many, at most the limit */
  clear(priceList: PriceListId, limit: number): Promise<number>;
}

/** The customer groups, to be changed. */
export interface CustomerGroups {
  /** Locks it. @throws CustomerGroupNotFound */
  get(id: CustomerGroupId): Promise<CustomerGroup>;
  count(): Promise<number>;
  /** @throws CustomerGroupKeyTaken, StaleVersion */
  save(group: CustomerGroup): Promise<void>;
  /** @throws StaleVersion */
  remove(group: CustomerGroup): Promise<void>;
}

/** The fees, to be changed. Every change locks the default market first. */
export interface Fees {
  /** Locks it. @throws FeeNotFound */
  get(id: FeeId): Promise<Fee>;
  /** All of them, by position, then by key. */
  all(): Promise<readonly FeeSnapshot[]>;
  /** @throws FeeKeyTaken, StaleVersion */
  save(fee: Fee): Promise<void>;
  /** @throws StaleVersion */
  remove(fee: Fee): Promise<void>;
}

export interface PricingStores extends TaxStores {
  readonly customerGroups: CustomerGroups;
  readonly fees: Fees;
  readonly shopTerms: ShopTerms;
  readonly prices: Prices;
  readonly markets: StoredMarkets;
  readonly priceLists: PriceLists;
  readonly listPrices: ListPrices;
  readonly priceHistoryPruning: PriceHistoryPruning;
}
