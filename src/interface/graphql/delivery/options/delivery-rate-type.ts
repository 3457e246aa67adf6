import { Field, ObjectType } from "type-graphql";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { CurrencyCode } from "../../schema/currency-code.js";
import { Cost } from "../../schema/cost.js";
import { Decimal } from "../../schema/decimal.js";

@ObjectType({ simpleResolvers: true, description: "The price of a delivery within bounds." })
export class DeliveryStepType {
  @Field(() => Decimal, {
    description:
      "The lower bound, included: grams for `BY_WEIGHT`, an amount for `BY_SUBTOTAL`, units for `BY_QUANTITY`.",
  })
  readonly from!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "The upper bound, included. Null: without end.",
  })
  readonly upTo!: string | null;

  @Field(() => MoneyType, { description: "The price." })
  readonly price!: MoneySource;
}

@ObjectType("DeliveryRate", {
  simpleResolvers: true,
  description: "What a delivery option costs in one currency.",
})
export class DeliveryRateType {
  @Field(() => CurrencyCode, { description: "The currency of all its amounts." })
  readonly currency!: string;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "The price of `FLAT` and `PICKUP`; of `CARRIER` what is charged while the carrier does not answer. Null for other kinds, and for a carrier without such a price.",
  })
  readonly price!: MoneySource | null;

  @Cost({ items: 5 })
  @Field(() => [DeliveryStepType], {
    description: "The prices of other kinds, in ascending order, at most 100.",
  })
  readonly steps!: readonly DeliveryStepType[];

  @Field(() => MoneyType, {
    nullable: true,
    description: "From which subtotal on the delivery is free. Null: never.",
  })
  readonly freeFrom!: MoneySource | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "The lowest subtotal that is delivered. Null: any.",
  })
  readonly minSubtotal!: MoneySource | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "The highest subtotal that is delivered. Null: any.",
  })
  readonly maxSubtotal!: MoneySource | null;
}
