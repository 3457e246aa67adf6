import { Field, Int, ObjectType } from "type-graphql";
import { CurrencyCode } from "../schema/currency-code.js";
import { Decimal } from "../schema/decimal.js";
import type { MoneySource } from "./money-presenter.js";

@ObjectType("Money", { simpleResolvers: true, description: "An exact amount in one currency." })
export class MoneyType {
  @Field(() => Decimal, {
    description:
      'The amount with all decimals of the currency (`fractionDigits`): `"12.90"`, `"1290"` (yen), `"1.290"` (dinar).',
  })
  readonly amount!: string;

  @Field(() => String, {
    description:
      "The amount in minor units (cents, pence, yen) as an integer in a string, from -9007199254740991 to 9007199254740991, so that JavaScript's `Number()` reads it exactly. Calculate with this.",
  })
  readonly minorUnits!: string;

  @Field(() => CurrencyCode, { description: "The currency." })
  readonly currency!: string;

  @Field(() => Int, {
    description:
      "Number of decimals of the currency in ISO 4217: 0, 2 or 3. `amount` and `formatted` have exactly as many. `Intl` has other numbers for some currencies, such as HUF: pass this one to it.",
  })
  readonly fractionDigits!: number;

  @Field(() => String, {
    description:
      "The amount formatted for people, such as `12,90 €`, as the language of the request and the first country of the market write it: `CHF 12.90` in `de` and CH. With all decimals of the currency. For display only.",
  })
  readonly formatted!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "The lowest and highest price of a product's variants.",
})
export class PriceRange {
  @Field(() => MoneyType, { description: "The lowest price." })
  readonly min!: MoneySource;

  @Field(() => MoneyType, { description: "The highest price." })
  readonly max!: MoneySource;
}
