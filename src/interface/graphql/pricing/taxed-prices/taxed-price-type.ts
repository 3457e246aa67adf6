import { Field, ObjectType } from "type-graphql";
import type { TaxedPrice } from "../../../../domain/pricing/quote/unit-taxes.js";
import type { Requested } from "../../execution/requested-fields.js";
import { moneyPresenter, type MoneySource } from "../../money/money-presenter.js";
import { MoneyType, PriceRange } from "../../money/money-type.js";

@ObjectType("TaxedPrice", {
  simpleResolvers: true,
  description:
    "A price with and without tax, as a quote for one unit says before the address of the buyer is known: with the taxes at the domestic address of the market. `net` and `tax` add up to `gross`. Without tax rules `tax` is 0.",
})
export class TaxedPriceType {
  @Field(() => MoneyType, {
    description:
      "With tax. The same as the price in a market that shows prices including tax (`Market.pricesIncludeTax`).",
  })
  readonly gross!: MoneySource;

  @Field(() => MoneyType, {
    description:
      "Without tax. The same as the price in a market that shows prices excluding tax (`Market.pricesIncludeTax`).",
  })
  readonly net!: MoneySource;

  @Field(() => MoneyType, { description: "All taxes." })
  readonly tax!: MoneySource;
}

@ObjectType("TaxedPriceRange", {
  simpleResolvers: true,
  description:
    "The lowest and highest price of a product's variants with and without tax. Where variants are taxed differently, the cheapest one with tax need not be the cheapest one without.",
})
export class TaxedPriceRangeType {
  @Field(() => PriceRange, { description: "With tax." })
  readonly gross!: PriceRange;

  @Field(() => PriceRange, { description: "Without tax." })
  readonly net!: PriceRange;
}

/** Presents prices with the fields that are requested of each amount. One serves a whole page. */
export const taxedPricePresenter = (
  requested?: Requested,
): ((price: TaxedPrice) => TaxedPriceType) => {
  const [gross, net, tax] = (["gross", "net", "tax"] as const).map((name) =>
    moneyPresenter(requested?.get(name)),
  ) as [Present, Present, Present];
  return (price) => ({
    gross: gross(price.gross),
    net: net(price.net),
    tax: tax(price.tax),
  });
};

type Present = ReturnType<typeof moneyPresenter>;
