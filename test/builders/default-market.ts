import { openDefaultMarket } from "../../src/application/pricing/pricing.js";
import type { MarketView, PricingStores } from "../../src/application/pricing/ports.js";
import type { UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { numberedIds } from "../fakes/numbered-ids.js";

/** Opens the default market, as opening the shop does. */
export const openForBusiness = (unitOfWork: UnitOfWork<Pick<PricingStores, "markets">>, currency = "EUR", locale = "en"): Promise<MarketView> =>
  openDefaultMarket({ unitOfWork, ids: numberedIds(), clock: fixedClock() }, { currency, locale });
