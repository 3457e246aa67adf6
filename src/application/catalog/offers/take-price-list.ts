import { checkVersion } from "../../../domain/shared/stale-version.js";
import type { PricingStores } from "../../pricing/ports.js";
import { PriceListNotFound, type PriceList } from "../../pricing/pricing.js";
import { parseId } from "../../shared/ids.js";
import type { Target } from "../products/take-products.js";

/** Locks a price list. @throws PriceListNotFound, StaleVersion */
export const takePriceList = async (
  { priceLists }: Pick<PricingStores, "priceLists">,
  { id, expectedVersion }: Target,
): Promise<PriceList> => {
  const listId = parseId("pricelist", id);
  if (!listId) throw new PriceListNotFound(id);
  const list = await priceLists.get(listId);
  checkVersion(id, expectedVersion, list.snapshot().version);
  return list;
};
