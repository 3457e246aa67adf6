import { MaxLength } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Field, ID, Info, InputType, Query, Resolver, Root } from "type-graphql";
import { mapPage, pageRequest } from "../../../application/shared/page.js";
import type { PriceListView } from "../../../application/pricing/ports.js";
import { AdminVariant } from "../catalog/admin-types.js";
import { wantsPage } from "../catalog/fields-of.js";
import { idOf } from "../catalog/lookups.js";
import { variantBy } from "../catalog/nodes.js";
import type { VariantSource } from "../catalog/shown-variants.js";
import { connectionSource, EMPTY_PAGE, PageArgs, type ConnectionSource } from "../connection.js";
import type { GraphqlContext } from "../context.js";
import { FieldResolver } from "../field-resolver.js";
import { LONGEST_ID } from "../input-limits.js";
import { Operation } from "../operation.js";
import { requestedFields } from "../requested-fields.js";
import {
  ListPriceType,
  PriceListType,
  shownListPrice,
  type ListPriceSource,
} from "./price-list-types.js";

@InputType({ description: "Which price list: give exactly one of these." })
export class PriceListBy {
  @Field(() => ID, { nullable: true, description: "The id of the price list." })
  @MaxLength(LONGEST_ID)
  readonly id?: string;

  @Field(() => String, { nullable: true, description: "What programs name it by." })
  @MaxLength(LONGEST_ID)
  readonly key?: string;
}

@Resolver(() => PriceListType)
export class PriceListResolver {
  @Operation("pricing.priceLists.all")
  @Query(() => [PriceListType], { description: "All price lists, by key. At most 25." })
  priceLists(@Ctx() { app, viewer }: GraphqlContext): Promise<readonly PriceListView[]> {
    return app.pricing.priceLists.all({}, viewer);
  }

  @Operation("pricing.priceLists.all")
  @Query(() => PriceListType, {
    nullable: true,
    description: "One price list. Null when there is none.",
  })
  async priceList(
    @Arg("by", () => PriceListBy, { description: "Which price list." }) { id, key }: PriceListBy,
    @Ctx() { app, viewer }: GraphqlContext,
  ): Promise<PriceListView | null> {
    const wanted = id === undefined ? null : idOf("pricelist", id);
    const lists = await app.pricing.priceLists.all({}, viewer);
    return lists.find((list) => (wanted === null ? list.key === key : list.id === wanted)) ?? null;
  }

  @FieldResolver()
  async prices(
    @Root() { id }: PriceListView,
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<ListPriceSource>> {
    const page = pageRequest(args);
    const found = wantsPage(requestedFields(info))
      ? await app.pricing.priceLists.prices({ priceList: id, page }, viewer)
      : EMPTY_PAGE;
    return connectionSource(mapPage(found, shownListPrice), () =>
      app.pricing.priceLists.countPrices(id, viewer),
    );
  }
}

@Resolver(() => ListPriceType)
export class ListPriceResolver {
  @FieldResolver()
  priceList(
    @Root() { priceListId }: ListPriceSource,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<PriceListView | null> {
    return loaders.staff.priceList(priceListId);
  }

  @FieldResolver()
  variant(
    @Root() { variantId }: ListPriceSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<object | null> {
    return variantBy(variantId, requestedFields(info), context);
  }
}

@Resolver(() => AdminVariant)
export class VariantPricesResolver {
  @FieldResolver(() => [ListPriceType], {
    description:
      "What it costs in each price list that has a price for it, by the key of the list.",
  })
  async prices(
    @Root() { id }: VariantSource,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<readonly ListPriceSource[]> {
    return (await loaders.staff.listPricesOf(id)).map(shownListPrice);
  }
}
