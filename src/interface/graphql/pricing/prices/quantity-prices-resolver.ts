import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root } from "type-graphql";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import { VariantFields } from "../../catalog/variants/variant-fields.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { presentMoney } from "../../money/money-presenter.js";
import { taxedPricePresenter, type TaxedPriceType } from "../taxed-prices/taxed-price-type.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { QuantityPriceType } from "./quantity-price-type.js";

type QuantityPriceSource = Omit<QuantityPriceType, "taxedPrice"> & {
  readonly taxedPrice: TaxedPriceType | undefined;
};

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
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, market, shoppingContext, viewer }: GraphqlContext,
  ): Promise<readonly QuantityPriceSource[]> {
    if (!market || !shoppingContext) return [];
    const { moment } = shoppingContext;
    const taxed = requestedFields(info).get("taxedPrice");
    const withTaxes = taxed !== undefined;
    const prices = await batch.load(
      ["quantity prices", market.id, withTaxes],
      id,
      (variants: readonly VariantId[]) =>
        app.pricing.quantityPrices({ variants, market: market.key, moment, withTaxes }, viewer),
    );
    const presentTaxed = taxedPricePresenter(taxed);
    return (prices ?? []).map((one) => ({
      minQuantity: one.minimumQuantity,
      price: presentMoney(one.price),
      taxedPrice: one.taxed && presentTaxed(one.taxed),
      compareAtPrice: one.compareAt?.isAbove(one.price) ? presentMoney(one.compareAt) : null,
    }));
  }
}
