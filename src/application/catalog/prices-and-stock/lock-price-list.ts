import type { PricingStores } from "../../pricing/ports/pricing-stores.js";
import { PriceListNotFound, type PriceList } from "../../pricing/pricing.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";

/** @throws PriceListNotFound, StaleVersion */
export const lockPriceList = (
  { priceLists }: Pick<PricingStores, "priceLists">,
  target: Target,
): Promise<PriceList> =>
  lockTarget("pricelist", target, priceLists, (id) => new PriceListNotFound(id));
