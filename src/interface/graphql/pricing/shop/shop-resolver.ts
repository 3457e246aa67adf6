import { type ClassType, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { AnswerFor } from "../../schema/answer-for.js";
import { CurrencyCode } from "../../schema/currency-code.js";
import { OpenToAll } from "../../schema/operation.js";
import { type MarketSource, presentMarket } from "../markets/present-market.js";

/** The query that tells one API for which market and in which language it answers. */
export const shopResolver = (Market: ClassType): ClassType => {
  @ObjectType("Shop", {
    simpleResolvers: true,
    description: "Market, currency and language of this response.",
  })
  class Shop {
    @Field(() => String, {
      description:
        "Language of the response as a BCP 47 tag. Choose it with the header `Plinth-Locale`.",
    })
    readonly locale!: string;

    @Field(() => CurrencyCode, { description: "Currency of all prices: that of the market." })
    readonly currency!: string;

    @Field(() => Market, {
      description: "The market of the prices. Choose it with the header `Plinth-Market`.",
    })
    readonly market!: MarketSource;
  }

  @Resolver()
  class ShopResolver {
    @AnswerFor("everybody")
    @OpenToAll()
    @Query(() => Shop, { description: "The shop in the market and language of this request." })
    shop(@Ctx() { market, locale, shoppingContext }: GraphqlContext): ShopSource {
      return {
        market: market && presentMarket(market),
        locale,
        currency: shoppingContext?.currency ?? "",
      };
    }
  }
  return ShopResolver;
};

interface ShopSource {
  readonly market: MarketSource | null;
  readonly locale: string;
  readonly currency: string;
}
