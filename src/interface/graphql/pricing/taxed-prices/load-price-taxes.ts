import type { PriceTaxes } from "../../../../application/pricing/ports/price-taxes.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";

/** The taxes on the prices of the request, worked out once for all of them. */
export const loadPriceTaxes = async ({
  app,
  batch,
  shoppingContext,
  viewer,
}: GraphqlContext): Promise<PriceTaxes | null> =>
  shoppingContext &&
  batch.load(["price taxes"], shoppingContext.market, async ([market]) => {
    const taxes = await app.pricing.priceTaxes(shoppingContext, viewer);
    return new Map(market !== undefined && taxes ? [[market, taxes]] : []);
  });
