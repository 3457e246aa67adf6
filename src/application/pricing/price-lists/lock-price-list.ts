import { PriceListNotFound } from "../../../domain/pricing/errors.js";
import type { PriceList } from "../../../domain/pricing/price-list.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import type { PricingStores } from "../ports/pricing-stores.js";

/** @throws PriceListNotFound, StaleVersion */
export const lockPriceList = (
  { priceLists }: Pick<PricingStores, "priceLists">,
  target: Target,
): Promise<PriceList> =>
  lockTarget("pricelist", target, priceLists, (id) => new PriceListNotFound(id));
