import { type ClassType, Ctx, Resolver, Root } from "type-graphql";
import { countryNames, type CountryName } from "../../addresses/country-names.js";
import { CountryType } from "../../addresses/country-type.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { allMarkets } from "./all-markets.js";
import type { MarketSource } from "./present-market.js";

/** The countries of the markets of one API. */
export const deliveryCountriesResolver = (Market: ClassType): ClassType => {
  @Resolver(() => Market)
  class DeliveryCountriesResolver {
    @Cost({ items: 30 })
    @FieldResolver(() => [CountryType], {
      description:
        "The countries that buyers of the market choose from, by their names: `countries`, or, when it has none, all countries that no other market has. At most 249.",
    })
    async deliveryCountries(
      @Root() { countries }: MarketSource,
      @Ctx() context: GraphqlContext,
    ): Promise<readonly CountryName[]> {
      const own = new Set(countries);
      const others =
        own.size > 0
          ? new Set<string>()
          : new Set((await allMarkets(context)).flatMap((market) => market.countries));
      return countryNames(context.locale).filter(({ code }) =>
        own.size > 0 ? own.has(code) : !others.has(code),
      );
    }
  }

  return DeliveryCountriesResolver;
};
