import { Market } from "../../../domain/pricing/markets/market.js";
import type { Clock } from "../../shared/clock.js";
import type { Ids } from "../../shared/ids.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import type { MarketView } from "../ports/markets.js";
import type { PricingStores } from "../ports/pricing-stores.js";

interface DefaultMarketNeeds {
  readonly unitOfWork: UnitOfWork<Pick<PricingStores, "markets">>;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** The settings of the default market. */
export interface DefaultMarketSettings {
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47. */
  readonly locale: string;
}

/**
 * Opens the default market of a new shop. When several processes do so at once, one of them
 * succeeds.
 * @returns the stored default market
 */
export const openDefaultMarket = (
  { unitOfWork, ids, clock }: DefaultMarketNeeds,
  settings: DefaultMarketSettings,
): Promise<MarketView> =>
  unitOfWork.run(async ({ markets }) => {
    await markets.addDefault(Market.openDefault(ids.next("market"), settings, clock.now()));
    const stored = await markets.default();
    if (!stored) throw new Error("The default market was opened but is missing.");
    return { ...stored.snapshot(), priceLists: [], locations: null };
  });
