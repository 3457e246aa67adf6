import type { MarketSnapshot } from "../../../domain/pricing/markets/market.js";

export type MarketView = MarketSnapshot;

/** The markets, read with each request. An adapter may return them as they were a second ago. */
export interface Markets {
  /** All of them; exactly one is the default one. */
  all(): Promise<readonly MarketView[]>;
}
