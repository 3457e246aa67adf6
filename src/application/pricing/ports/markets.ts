import type { ServingLocation } from "../../inventory/ports/choose-locations.js";
import type { MarketSnapshot } from "../../../domain/pricing/markets/market.js";
import type { AimedPriceList } from "../../../domain/pricing/aimed-price-list.js";

export interface MarketView extends MarketSnapshot {
  /**
   * The price lists that every buyer in it gets while they are valid: those that are made for it,
   * and the one that it names.
   */
  readonly priceLists: readonly AimedPriceList[];
  /** The open locations that serve it, by priority; null when all serve every market and country. */
  readonly locations: readonly ServingLocation[] | null;
}

/** The markets, read with each request. An adapter may return them as they were a second ago. */
export interface Markets {
  /** All of them; exactly one is the default one. */
  all(): Promise<readonly MarketView[]>;
}
