import { Arg, type ClassType, Ctx, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { Api } from "../../schema/api.js";
import { Cost } from "../../schema/cost.js";
import { idOf } from "../../schema/id-of.js";
import { AnswerFor } from "../../schema/answer-for.js";
import { Operation } from "../../schema/operation.js";
import { allMarkets, marketById } from "./all-markets.js";
import { MarketBy } from "./market-by.js";
import type { MarketSource } from "./present-market.js";

/** The queries of one API that find markets. */
export const marketQueries = (api: Api, Market: ClassType): ClassType => {
  @Resolver()
  class MarketQueries {
    @AnswerFor("everybody")
    @Operation(`pricing.markets.${api}`)
    @Cost({ items: 10 })
    @Query(() => [Market], {
      description: "The markets: the default market first, then by key. At most 100.",
    })
    markets(@Ctx() context: GraphqlContext): Promise<readonly MarketSource[]> {
      return allMarkets(context);
    }

    @AnswerFor("everybody")
    @Operation(`pricing.markets.${api}`)
    @Query(() => Market, {
      nullable: true,
      description:
        "A market. Null when it does not exist; for a country, when no market sells to it.",
    })
    market(
      @Arg("by", () => MarketBy, { description: "The id of the market." }) by: MarketBy,
      @Ctx() context: GraphqlContext,
    ): Promise<MarketSource | null> {
      return marketBy(by, context);
    }
  }
  return MarketQueries;
};

/** @throws InvalidId */
const marketBy = async (
  { id, key, country }: MarketBy,
  context: GraphqlContext,
): Promise<MarketSource | null> => {
  if (id !== undefined) return marketById(idOf("market", id), context);
  const markets = await allMarkets(context);
  const found =
    key === undefined
      ? markets.find(({ countries }) => countries.includes((country ?? "").toUpperCase()))
      : markets.find((market) => market.key === key);
  return found ?? null;
};
