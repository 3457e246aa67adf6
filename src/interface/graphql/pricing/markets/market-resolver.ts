import { Ctx, Resolver, Root } from "type-graphql";
import type { PriceListView } from "../../../../application/pricing/ports/price-list-reads.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { loadPriceList } from "../price-lists/load-price-list.js";
import { AdminMarket } from "./admin-market.js";
import type { MarketSource } from "./present-market.js";

@Resolver(() => AdminMarket)
export class MarketResolver {
  @FieldResolver()
  priceList(
    @Root() { priceListId }: MarketSource,
    @Ctx() context: GraphqlContext,
  ): Promise<PriceListView | null> | null {
    return priceListId && loadPriceList(context, priceListId);
  }
}
