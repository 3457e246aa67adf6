import { Ctx, Resolver, Root } from "type-graphql";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import { VariantFields } from "../../catalog/variants/variant-fields.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { presentMoney } from "../../money/money-presenter.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { QuantityPriceType } from "./quantity-price-type.js";

/** What a variant costs in larger quantities, in the market of the request. */
@Resolver(() => VariantFields)
export class QuantityPricesResolver {
  @Cost({ items: 3 })
  @FieldResolver(() => [QuantityPriceType], {
    description:
      "What one unit costs by the number of units, the smallest number first. At most 60; one entry when there are no quantity breaks, none when it has no price.",
  })
  async quantityPrices(
    @Root() { id }: VariantSource,
    @Ctx() { app, batch, market, shoppingContext, viewer }: GraphqlContext,
  ): Promise<readonly QuantityPriceType[]> {
    if (!market || !shoppingContext) return [];
    const { moment } = shoppingContext;
    const prices = await batch.load(
      ["quantity prices", market.id],
      id,
      (variants: readonly VariantId[]) =>
        app.pricing.quantityPrices({ variants, market: market.key, moment }, viewer),
    );
    return (prices ?? []).map(({ minimumQuantity, price, compareAt }) => ({
      minQuantity: minimumQuantity,
      price: presentMoney(price),
      compareAtPrice: compareAt?.isAbove(price) ? presentMoney(compareAt) : null,
    }));
  }
}
