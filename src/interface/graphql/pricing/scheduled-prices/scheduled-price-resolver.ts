import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver, Root } from "type-graphql";
import type { ScheduledPriceFilter } from "../../../../application/pricing/ports/scheduled-price-reads.js";
import { mapPage, pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { idOf } from "../../schema/id-of.js";
import { Operation } from "../../schema/operation.js";
import { AdminVariant } from "../../catalog/variants/admin-variant.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import { variantById } from "../../catalog/variants/variant-by-id.js";
import { presentScheduledPrice, type ScheduledPriceSource } from "./present-scheduled-price.js";
import { ScheduledPriceFilterInput } from "./scheduled-price-filter-input.js";
import { ScheduledPriceConnection, ScheduledPriceType } from "./scheduled-price-type.js";

@Resolver(() => ScheduledPriceType)
export class ScheduledPriceResolver {
  @Operation("pricing.scheduledPrices.list", "pricing.scheduledPrices.count")
  @Query(() => ScheduledPriceConnection, {
    description: "Scheduled price changes, soonest first.",
  })
  async scheduledPrices(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => ScheduledPriceFilterInput, {
      nullable: true,
      description: "Filters the scheduled prices. Default: all.",
    })
    filter: ScheduledPriceFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<ScheduledPriceSource>> {
    const { list, count } = app.pricing.scheduledPrices;
    const conditions: ScheduledPriceFilter =
      filter?.productId == null ? {} : { product: idOf("product", filter.productId) };
    const page = pageRequest(args);
    return presentConnection(info, batch, {
      read: async () =>
        mapPage(await list({ filter: conditions, page }, viewer), presentScheduledPrice),
      count: () => count(conditions, viewer),
    });
  }

  @FieldResolver(() => AdminVariant, {
    nullable: true,
    description: "The variant. Null after it was deleted.",
  })
  variant(
    @Root() { variantId }: ScheduledPriceSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantSource | null> {
    return variantById(variantId, requestedFields(info), context);
  }
}
