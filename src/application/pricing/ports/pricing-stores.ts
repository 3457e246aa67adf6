import type { VariantId } from "../../../domain/catalog/ids.js";
import type { MarketId, PriceListId } from "../../../domain/pricing/ids.js";
import type { ListPrice } from "../../../domain/pricing/list-price.js";
import type { Market } from "../../../domain/pricing/market.js";
import type { PriceList, PriceListSnapshot } from "../../../domain/pricing/price-list.js";
import type { VariantPrice } from "../../../domain/pricing/variant-price.js";

/** The prices of the default market, to be changed. */
export interface Prices {
  /** Locks the rows in the order of the ids. Variants without a price are absent. */
  byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, VariantPrice>>;
  /** Adds or replaces. */
  save(prices: readonly VariantPrice[]): Promise<void>;
  remove(ids: readonly VariantId[]): Promise<void>;
}

/** The markets, to be changed. */
export interface StoredMarkets {
  /**
   * Locks the default market. Everything that opens or closes markets or creates a price list does
   * so first. Null in a new shop.
   */
  default(): Promise<Market | null>;
  /** Locks it. @throws MarketNotFound */
  get(id: MarketId): Promise<Market>;
  count(): Promise<number>;
  /** How many markets use a price list. While the list is locked, the number cannot grow. */
  countUsing(priceList: PriceListId): Promise<number>;
  /** Adds the default market unless there is one. @returns whether it was added */
  addDefault(market: Market): Promise<boolean>;
  /** @throws MarketKeyTaken, CountryTaken, StaleVersion */
  save(market: Market): Promise<void>;
  /** @throws StaleVersion */
  remove(market: Market): Promise<void>;
}

/** The price lists, to be changed. */
export interface PriceLists {
  /** Locks it. @throws PriceListNotFound */
  get(id: PriceListId): Promise<PriceList>;
  /**
   * All of them, by key. No list is added or removed until the unit of work ends, so that every
   * list gets the data of a product.
   */
  lockAll(): Promise<readonly PriceListSnapshot[]>;
  /** @throws PriceListKeyTaken, StaleVersion */
  save(list: PriceList): Promise<void>;
  /** Removes it without its prices. @throws StaleVersion */
  remove(list: PriceList): Promise<void>;
}

export type ListPriceKey = Pick<ListPrice, "priceList" | "variantId">;

/** The prices of price lists, to be changed after the product is locked. */
export interface ListPrices {
  /** The prices of variants in all lists. Variants without such a price are absent. */
  byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, readonly ListPrice[]>>;
  /** Adds or replaces. */
  save(prices: readonly ListPrice[]): Promise<void>;
  remove(keys: readonly ListPriceKey[]): Promise<void>;
  /** Removes all prices of deleted variants. */
  removeOfVariants(ids: readonly VariantId[]): Promise<void>;
  /** Removes prices of a deleted list. @returns how many, at most the limit */
  clear(priceList: PriceListId, limit: number): Promise<number>;
}

export interface PricingStores {
  readonly prices: Prices;
  readonly markets: StoredMarkets;
  readonly priceLists: PriceLists;
  readonly listPrices: ListPrices;
}
