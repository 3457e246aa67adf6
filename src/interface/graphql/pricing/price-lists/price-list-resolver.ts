import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver, Root } from "type-graphql";
import type { PriceListView } from "../../../../application/pricing/ports/price-list-reads.js";
import { mapPage, pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { idOf } from "../../schema/id-of.js";
import { Operation } from "../../schema/operation.js";
import { ListPriceConnection } from "./list-price-type.js";
import { type ListPriceSource, presentListPrice } from "./present-list-price.js";
import { PriceListBy } from "./price-list-by.js";
import { PriceListType } from "./price-list-type.js";

@Resolver(() => PriceListType)
export class PriceListResolver {
  @Operation("pricing.priceLists.all")
  @Cost({ items: 25 })
  @Query(() => [PriceListType], { description: "The price lists, by key. At most 25." })
  priceLists(@Ctx() { app, viewer }: GraphqlContext): Promise<readonly PriceListView[]> {
    return app.pricing.priceLists.all({}, viewer);
  }

  @Operation("pricing.priceLists.all")
  @Query(() => PriceListType, {
    nullable: true,
    description: "A price list. Null when it does not exist.",
  })
  async priceList(
    @Arg("by", () => PriceListBy, { description: "The id of the price list." }) by: PriceListBy,
    @Ctx() { app, viewer }: GraphqlContext,
  ): Promise<PriceListView | null> {
    const id = by.id === undefined ? null : idOf("pricelist", by.id);
    const lists = await app.pricing.priceLists.all({}, viewer);
    return lists.find((list) => (id === null ? list.key === by.key : list.id === id)) ?? null;
  }

  @FieldResolver(() => ListPriceConnection, {
    description:
      "Its prices, in the order in which the variants were created, each by its minimum quantity. A variant without a price here has its own price when the currency is the same; otherwise it cannot be bought with this list.",
  })
  async prices(
    @Root() { id }: PriceListView,
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<ListPriceSource>> {
    const { prices, countPrices } = app.pricing.priceLists;
    const page = pageRequest(args);
    return presentConnection(info, batch, {
      read: async () => mapPage(await prices({ priceList: id, page }, viewer), presentListPrice),
      count: () => countPrices(id, viewer),
    });
  }
}
