import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver, Root } from "type-graphql";
import type { ScheduledPriceFilter } from "../../../../application/catalog/ports.js";
import { mapPage, pageRequest } from "../../../../application/shared/page.js";
import { connectionSource, EMPTY_PAGE, PageArgs, type ConnectionSource } from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import { Operation } from "../../operation.js";
import { requestedFields } from "../../requested-fields.js";
import { AdminVariant } from "../admin-types.js";
import { wantsPage } from "../fields-of.js";
import { idOf } from "../lookups.js";
import { variantBy } from "../nodes.js";
import { ScheduledPriceFilterInput } from "./scheduled-price-inputs.js";
import {
  ScheduledPriceConnection,
  ScheduledPriceType,
  shownScheduledPrice,
  type ScheduledPriceSource,
} from "./scheduled-price-types.js";
import type { VariantSource } from "../shown-variants.js";

@Resolver(() => ScheduledPriceType)
export class ScheduledPriceResolver {
  @Operation("catalog.scheduledPrices.list", "catalog.scheduledPrices.count")
  @Query(() => ScheduledPriceConnection, {
    description: "Which prices are to change, soonest first.",
  })
  async scheduledPrices(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => ScheduledPriceFilterInput, {
      nullable: true,
      description: "Which of them to list. All of them when not given.",
    })
    filter: ScheduledPriceFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app: { catalog }, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<ScheduledPriceSource>> {
    const chosen: ScheduledPriceFilter =
      filter?.productId == null ? {} : { product: idOf("product", filter.productId) };
    const page = pageRequest(args);
    const found = wantsPage(requestedFields(info))
      ? await catalog.scheduledPrices.list({ filter: chosen, page }, viewer)
      : EMPTY_PAGE;
    return connectionSource(mapPage(found, shownScheduledPrice), () =>
      catalog.scheduledPrices.count(chosen, viewer),
    );
  }

  @FieldResolver(() => AdminVariant, {
    nullable: true,
    description: "The variant. Null once it is deleted.",
  })
  variant(
    @Root() { variantId }: ScheduledPriceSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<object | null> {
    return variantBy(variantId, requestedFields(info), context);
  }
}

@Resolver(() => AdminVariant)
export class VariantScheduledPricesResolver {
  @FieldResolver(() => [ScheduledPriceType], {
    description: "How its price is to change, soonest first: at most 50 times.",
  })
  async scheduledPrices(
    @Root() { id }: VariantSource,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<readonly ScheduledPriceSource[]> {
    return (await loaders.staff.scheduledPricesOf(id)).map(shownScheduledPrice);
  }
}
