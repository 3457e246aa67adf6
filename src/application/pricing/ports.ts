import type { VariantId } from "../../domain/catalog/ids.js";
import type { MarketId, PriceListId } from "../../domain/pricing/ids.js";
import type { ListPrice } from "../../domain/pricing/list-price.js";
import type { Market, MarketSnapshot } from "../../domain/pricing/market.js";
import type { PriceList, PriceListSnapshot } from "../../domain/pricing/price-list.js";
import type { VariantPrice } from "../../domain/pricing/variant-price.js";
import type { Page, PageRequest } from "../shared/page.js";

/** Prices of the default market on their way to being changed. */
export interface Prices {
  /** Loading locks the rows, in the order of the ids. Variants without a price are absent. */
  byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, VariantPrice>>;
  /** Adds or replaces. */
  save(prices: readonly VariantPrice[]): Promise<void>;
  remove(ids: readonly VariantId[]): Promise<void>;
}

/** Markets on their way to being changed. */
export interface StoredMarkets {
  /** Locks the default market: whoever opens or closes markets, or makes a price list, does it one after the other. Null in a shop that was never opened. */
  default(): Promise<Market | null>;
  /** Locks it. @throws MarketNotFound */
  get(id: MarketId): Promise<Market>;
  count(): Promise<number>;
  /** How many markets sell at the prices of a list. Of a list that is locked the number cannot grow. */
  countUsing(priceList: PriceListId): Promise<number>;
  /** Adds the default market unless there is one. @returns whether it was added */
  addDefault(market: Market): Promise<boolean>;
  /** @throws MarketKeyTaken, CountryTaken, StaleVersion */
  save(market: Market): Promise<void>;
  /** @throws StaleVersion */
  remove(market: Market): Promise<void>;
}

/** Price lists on their way to being changed. */
export interface PriceLists {
  /** Locks it. @throws PriceListNotFound */
  get(id: PriceListId): Promise<PriceList>;
  /** All of them, by key. Until the unit of work ends none of them is removed, and none is added: what is stored about a product holds for every list. */
  relyOnAll(): Promise<readonly PriceListSnapshot[]>;
  /** @throws PriceListKeyTaken, StaleVersion */
  save(list: PriceList): Promise<void>;
  /** Removes it without its prices. @throws StaleVersion */
  remove(list: PriceList): Promise<void>;
}

export type ListPriceKey = Pick<ListPrice, "priceList" | "variantId">;

/** The prices of price lists on their way to being changed: whoever changes them has locked the product. */
export interface ListPrices {
  /** What the variants cost in every list. Variants that no list knows are absent. */
  byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, readonly ListPrice[]>>;
  /** Adds or replaces. */
  save(prices: readonly ListPrice[]): Promise<void>;
  remove(keys: readonly ListPriceKey[]): Promise<void>;
  /** Removes all prices of variants that are gone. */
  forget(ids: readonly VariantId[]): Promise<void>;
  /** Removes prices of a list that is gone. @returns how many, at most the limit */
  clear(priceList: PriceListId, limit: number): Promise<number>;
}

export interface PricingStores {
  readonly prices: Prices;
  readonly markets: StoredMarkets;
  readonly priceLists: PriceLists;
  readonly listPrices: ListPrices;
}

/** A market as it is shown. */
export type MarketView = MarketSnapshot;

/** The markets, for requests to be answered in: asked for with each request, so an adapter may answer as it was a second ago. */
export interface Markets {
  /** All of them; exactly one is the default one. */
  all(): Promise<readonly MarketView[]>;
}

export type PriceListView = PriceListSnapshot;

/** What a variant costs in a price list, as staff see it. */
export type ListPriceView = ListPrice;

/** Price lists as they are shown to staff. */
export interface PriceListReads {
  /** All of them, by key. */
  all(): Promise<readonly PriceListView[]>;
  /** One page of the prices of a list, by the id of the variant. @throws InvalidCursor */
  prices(priceList: PriceListId, page: PageRequest): Promise<Page<ListPriceView>>;
  countPrices(priceList: PriceListId): Promise<number>;
  /** What the variants cost in every list, by the key of the list, in one statement. Variants that no list knows are absent. */
  pricesOfVariants(
    ids: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, readonly ListPriceView[]>>;
}
