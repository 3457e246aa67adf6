import { Arg, Ctx, Query, Resolver, Root } from "type-graphql";
import type { PriceListView } from "../../../application/pricing/ports.js";
import { idOf } from "../catalog/lookups.js";
import type { GraphqlContext } from "../context.js";
import { FieldResolver } from "../field-resolver.js";
import { Operation } from "../operation.js";
import {
  AdminMarket,
  MarketBy,
  shownMarket,
  ShopMarket,
  type MarketSource,
} from "./market-types.js";

/** All markets, as this process remembers them. */
export const marketsOf = async ({
  app,
  viewer,
}: Pick<GraphqlContext, "app" | "viewer">): Promise<readonly MarketSource[]> =>
  (await app.pricing.markets({}, viewer)).map(shownMarket);

/** @throws InvalidId */
export const marketBy = async (
  { id, key, country }: MarketBy,
  context: GraphqlContext,
): Promise<MarketSource | null> => {
  const wanted = id === undefined ? null : idOf("market", id);
  const markets = await marketsOf(context);
  if (wanted !== null) return markets.find((market) => market.id === wanted) ?? null;
  const found =
    key === undefined
      ? markets.find(({ countries }) => countries.includes((country ?? "").toUpperCase()))
      : markets.find((market) => market.key === key);
  return found ?? null;
};

const MARKETS = "Where the shop sells, the default market first, then by key. At most 100.";
const MARKET = "One market. Null when there is none: for a country, when no market sells to it.";

@Resolver()
export class ShopMarketResolver {
  @Operation("pricing.markets")
  @Query(() => [ShopMarket], { description: MARKETS })
  markets(@Ctx() context: GraphqlContext): Promise<readonly MarketSource[]> {
    return marketsOf(context);
  }

  @Operation("pricing.markets")
  @Query(() => ShopMarket, { nullable: true, description: MARKET })
  market(
    @Arg("by", () => MarketBy, { description: "Which market." }) by: MarketBy,
    @Ctx() context: GraphqlContext,
  ): Promise<MarketSource | null> {
    return marketBy(by, context);
  }
}

@Resolver()
export class AdminMarketResolver {
  @Operation("pricing.markets")
  @Query(() => [AdminMarket], { description: MARKETS })
  markets(@Ctx() context: GraphqlContext): Promise<readonly MarketSource[]> {
    return marketsOf(context);
  }

  @Operation("pricing.markets")
  @Query(() => AdminMarket, { nullable: true, description: MARKET })
  market(
    @Arg("by", () => MarketBy, { description: "Which market." }) by: MarketBy,
    @Ctx() context: GraphqlContext,
  ): Promise<MarketSource | null> {
    return marketBy(by, context);
  }
}

@Resolver(() => AdminMarket)
export class AdminMarketFieldsResolver {
  @FieldResolver()
  priceList(
    @Root() { priceListId }: MarketSource,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<PriceListView | null> | null {
    return priceListId && loaders.staff.priceList(priceListId);
  }
}
