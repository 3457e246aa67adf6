import { Ctx, Resolver, Root } from "type-graphql";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import { VariantFields } from "../../catalog/variants/variant-fields.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type MoneySource, presentMoney } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";

/** What a reduced variant cost before, in the market of the request. */
@Resolver(() => VariantFields)
export class LowestPriceResolver {
  @Cost({ own: 5 })
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      "The lowest price of the 30 days before the reduction of `price` began (Directive 98/6/EC, Article 6a). Null when the market does not show it (`Market.showsLowestPrice`), when the price is not reduced, and when no earlier price is known.",
  })
  async lowestPrice30Days(
    @Root() { id, lowestPrice30Days: isReduced }: VariantSource,
    @Ctx() { app, batch, market, shoppingContext, viewer }: GraphqlContext,
  ): Promise<MoneySource | null> {
    if (isReduced instanceof Error) throw isReduced;
    if (isReduced !== true || !market?.showsLowestPrice || !shoppingContext) return null;
    const { moment } = shoppingContext;
    const lowest = await batch.load(
      ["lowest price", market.id],
      id,
      (variants: readonly VariantId[]) =>
        app.pricing.lowestPrices({ variants, market: market.key, moment }, viewer),
    );
    return lowest && presentMoney(lowest);
  }
}
