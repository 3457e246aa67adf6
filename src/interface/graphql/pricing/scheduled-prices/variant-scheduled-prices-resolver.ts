import { Ctx, Resolver, Root } from "type-graphql";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminVariant } from "../../catalog/variants/admin-variant.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import { presentScheduledPrice, type ScheduledPriceSource } from "./present-scheduled-price.js";
import { ScheduledPriceType } from "./scheduled-price-type.js";

/** The planned changes of the price of a variant. */
@Resolver(() => AdminVariant)
export class VariantScheduledPricesResolver {
  @Cost({ items: 5 })
  @FieldResolver(() => [ScheduledPriceType], {
    description: "Its scheduled prices, soonest first, at most 50.",
  })
  async scheduledPrices(
    @Root() { id }: VariantSource,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<readonly ScheduledPriceSource[]> {
    const views =
      (await batch.load(["scheduled prices"], id, (ids: readonly VariantId[]) =>
        app.pricing.scheduledPrices.ofVariants(ids, viewer),
      )) ?? [];
    return views.map(presentScheduledPrice);
  }
}
