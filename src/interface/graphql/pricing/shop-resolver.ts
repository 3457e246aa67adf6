import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../context.js";
import { OpenToAll } from "../operation.js";
import { CurrencyCode } from "../scalars.js";
import { AdminMarket, shownMarket, ShopMarket, type MarketSource } from "./market-types.js";

@ObjectType({ simpleResolvers: true })
abstract class ShopFields {
  @Field(() => String, {
    description:
      "The language of the answer, as a BCP 47 tag; choose it with the header `Plinth-Locale`.",
  })
  readonly locale!: string;

  @Field(() => CurrencyCode, { description: "The currency of all prices: that of the market." })
  readonly currency!: string;
}

const SHOP = "For whom and in what this answer was given.";
const MARKET = "The market that prices belong to; choose it with the header `Plinth-Market`.";

@ObjectType("Shop", { simpleResolvers: true, description: SHOP })
export class ShopShop extends ShopFields {
  @Field(() => ShopMarket, { description: MARKET })
  readonly market!: MarketSource;
}

@ObjectType("Shop", { simpleResolvers: true, description: SHOP })
export class AdminShop extends ShopFields {
  @Field(() => AdminMarket, { description: MARKET })
  readonly market!: MarketSource;
}

interface ShopSource {
  readonly market: MarketSource | null;
  readonly locale: string;
  readonly currency: string;
}

const shopOf = ({ market, locale, currency }: GraphqlContext): ShopSource => ({
  market: market && shownMarket(market),
  locale,
  currency,
});

@Resolver()
export class ShopShopResolver {
  @OpenToAll()
  @Query(() => ShopShop, { description: "The shop as this request sees it." })
  shop(@Ctx() context: GraphqlContext): ShopSource {
    return shopOf(context);
  }
}

@Resolver()
export class AdminShopResolver {
  @OpenToAll()
  @Query(() => AdminShop, { description: "The shop as this request sees it." })
  shop(@Ctx() context: GraphqlContext): ShopSource {
    return shopOf(context);
  }
}
