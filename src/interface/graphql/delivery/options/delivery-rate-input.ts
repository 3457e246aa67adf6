import { ArrayMaxSize, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { CurrencyCode } from "../../schema/currency-code.js";
import { Decimal } from "../../schema/decimal.js";

@InputType({ description: "The price of a delivery within bounds." })
class DeliveryStepInput {
  @Field(() => Decimal, {
    description:
      "The lower bound, included: grams for `BY_WEIGHT`, an amount for `BY_SUBTOTAL`, units for `BY_QUANTITY`.",
  })
  readonly from!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "The upper bound, included. Null or omitted: without end.",
  })
  readonly upTo?: string | null;

  @Field(() => Decimal, { description: "The price, in the currency of the entry." })
  readonly price!: string;
}

@InputType({ description: "What a delivery option costs in one currency." })
export class DeliveryRateInput {
  @Field(() => CurrencyCode, { description: "The currency: that of one of its markets." })
  readonly currency!: string;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "The price of `FLAT` and `PICKUP`; of `CARRIER` what is charged while the carrier does not answer. Other kinds have steps.",
  })
  readonly price?: string | null;

  @Field(() => [DeliveryStepInput], {
    nullable: true,
    description:
      "The prices of `BY_WEIGHT`, `BY_SUBTOTAL` and `BY_QUANTITY`, 1 to 100. They must not overlap; what no step covers is not delivered.",
  })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  readonly steps?: readonly DeliveryStepInput[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "From which subtotal on the delivery is free. Null or omitted: never.",
  })
  readonly freeFrom?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The lowest subtotal that is delivered. Null or omitted: any.",
  })
  readonly minSubtotal?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The highest subtotal that is delivered. Null or omitted: any.",
  })
  readonly maxSubtotal?: string | null;
}
