import { unitTaxes } from "../../../domain/pricing/quote/unit-taxes.js";
import { taxCategoryOf } from "../../../domain/pricing/tax/tax-category-of.js";
import type { ShoppingContext } from "../../shared/shopping-context.js";
import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import type { Markets } from "../ports/markets.js";
import type { PriceTaxes } from "../ports/price-taxes.js";
import type { ShopTaxes } from "../ports/shop-taxes.js";
import { pricingTerms } from "../quotes/pricing-terms.js";

export interface PriceTaxesNeeds {
  readonly markets: Markets;
  readonly shopTaxes: ShopTaxes;
}

/** The taxes on the prices that a request sees; null when its market is deleted meanwhile. */
export const priceTaxes = useCase(
  anybody,
  (needs: PriceTaxesNeeds) =>
    (context: ShoppingContext): Promise<PriceTaxes | null> =>
      taxesAt(needs, context),
);

export const taxesAt = async (
  { markets, shopTaxes }: PriceTaxesNeeds,
  { market: key, moment }: Pick<ShoppingContext, "market" | "moment">,
): Promise<PriceTaxes | null> => {
  const [all, taxes] = await Promise.all([markets.all(), shopTaxes.current()]);
  const market = all.find((one) => one.key === key);
  if (!market) return null;
  const onUnit = unitTaxes(pricingTerms(market, taxes), moment);
  const { categories } = taxes;
  return {
    areNone: onUnit.areNone,
    of: (price, variant) => onUnit.of(price, taxCategoryOf(variant, categories)),
  };
};
