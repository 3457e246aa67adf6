import type { ProductId } from "../../../../domain/catalog/ids.js";
import type { TaxedRange } from "../../../../domain/pricing/quote/taxed-range.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { loadPriceTaxes } from "../../pricing/taxed-prices/load-price-taxes.js";
import type { ProductSource } from "./product-fields.js";

/** The price range of a product with tax and without: what is read already where nothing is taxed. */
export const loadTaxedPriceRange = async (
  { id, priceRange = null }: ProductSource,
  context: GraphqlContext,
): Promise<TaxedRange | null> => {
  const { app, batch, shoppingContext, viewer } = context;
  const taxes = await loadPriceTaxes(context);
  if (!taxes || !shoppingContext) return null;
  if (taxes.areNone) return priceRange && { gross: priceRange, net: priceRange };
  return batch.load(["taxed price ranges"], id, (products: readonly ProductId[]) =>
    app.pricing.taxedPriceRanges({ products, shoppingContext }, viewer),
  );
};
