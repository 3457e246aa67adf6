import type { VariantId } from "../../domain/catalog/ids.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import type { VariantPrice } from "../../domain/pricing/variant-price.js";

/** Prices of the default market on their way to being changed. */
export interface Prices {
  /** Loading locks the rows, in the order of the ids. Variants without a price are absent. */
  byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, VariantPrice>>;
  /** Adds or replaces. */
  save(prices: readonly VariantPrice[]): Promise<void>;
  remove(ids: readonly VariantId[]): Promise<void>;
}

export interface PricingStores {
  readonly prices: Prices;
}

/** A market as it is shown. */
export interface MarketView {
  /** What requests name it by: lower-case letters, digits and hyphens. */
  readonly key: string;
  readonly name: string;
  /** Where it sells, as codes of ISO 3166-1 such as `DE`. */
  readonly countries: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47 tags; the first one is spoken where a request asks for none. That of the default market is the language in which the catalogue is written. */
  readonly locales: readonly string[];
  /** Whether its prices are shown with tax. */
  readonly pricesIncludeTax: boolean;
  /** Null where it sells at the prices that variants have themselves. */
  readonly priceList: PriceListId | null;
  /** Whether it is the market of requests that name none. */
  readonly isDefault: boolean;
}

/** The markets, for requests to be answered in: asked for with each request, so an adapter may answer as it was a second ago. */
export interface Markets {
  /** All of them; exactly one is the default one. */
  all(): Promise<readonly MarketView[]>;
}
