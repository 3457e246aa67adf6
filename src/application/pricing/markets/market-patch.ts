import { PriceListNotFound } from "../../../domain/pricing/errors.js";
import type { Market, MarketContent, MarketTerms } from "../../../domain/pricing/market.js";
import type { PriceList } from "../../../domain/pricing/price-list.js";
import { parseId } from "../../shared/ids.js";
import type { Patch } from "../../shared/patch.js";
import type { MarketStores } from "./lock-market.js";

/** Changes to a market. A `name` of null: the key. */
export interface MarketPatch extends Patch<
  Pick<MarketContent, "key" | "name" | "countries" | "currency" | "locales" | "pricesIncludeTax">
> {
  /** Null: the own prices of the variants. */
  readonly priceListId?: string | null | undefined;
}

/** Locks the price list of a market, so that it is not deleted. @throws PriceListNotFound */
export const lockPriceListOf = async (
  { priceLists }: MarketStores,
  { priceListId }: MarketPatch,
  stored: MarketContent["priceList"],
): Promise<PriceList | null> => {
  if (priceListId === null) return null;
  const id = priceListId === undefined ? stored : parseId("pricelist", priceListId);
  if (priceListId !== undefined && !id) throw new PriceListNotFound(priceListId, ["priceListId"]);
  try {
    return id && (await priceLists.get(id));
  } catch (error) {
    throw error instanceof PriceListNotFound ? error.mapPath(() => ["priceListId"]) : error;
  }
};

export const termsOf = (defaultMarket: Market, list: PriceList | null): MarketTerms => ({
  baseCurrency: defaultMarket.snapshot().currency,
  priceList: list && list.snapshot(),
});
