import { Market } from "../../../domain/pricing/market.js";
import type { Clock } from "../../shared/clock.js";
import type { Ids } from "../../shared/ids.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import type { MarketView, PricingStores } from "../ports.js";

export interface DefaultMarketNeeds {
  readonly unitOfWork: UnitOfWork<Pick<PricingStores, "markets">>;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What the settings say of the default market. */
export interface DefaultMarketSettings {
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47. */
  readonly locale: string;
}

/** Opens the default market when the shop is opened for the first time; of several processes that do so at once one succeeds. @returns the one that is stored */
export const openDefaultMarket = (
  { unitOfWork, ids, clock }: DefaultMarketNeeds,
  settings: DefaultMarketSettings,
): Promise<MarketView> =>
  unitOfWork.run(async ({ markets }) => {
    await markets.addDefault(Market.openDefault(ids.next("market"), settings, clock.now()));
    const stored = await markets.default();
    if (!stored) throw new Error("The default market was opened, and is not there.");
    return stored.snapshot();
  });
