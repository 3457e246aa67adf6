import { MarketNotFound } from "../../../domain/pricing/errors.js";
import type { MarketId } from "../../../domain/pricing/ids.js";
import type { Market } from "../../../domain/pricing/markets/market.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import type { Warning } from "../../shared/warning.js";
import type { PricingStores } from "../ports/pricing-stores.js";

export type MarketStores = Pick<PricingStores, "markets" | "priceLists">;

/** The result of a change of a market. Plain JSON. */
export interface MarketEdited {
  readonly marketId: MarketId;
  readonly warnings: readonly Warning[];
}

/** @throws MarketNotFound, StaleVersion */
export const lockMarket = ({ markets }: MarketStores, target: Target): Promise<Market> =>
  lockTarget("market", target, markets, (id) => new MarketNotFound(id));

/**
 * Locks the default market. Every change of markets does so first, so that no two markets get one
 * key or one country.
 */
export const lockDefaultMarket = async ({ markets }: MarketStores): Promise<Market> => {
  const defaultMarket = await markets.default();
  if (!defaultMarket) throw new Error("The shop has no default market.");
  return defaultMarket;
};
