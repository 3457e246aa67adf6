import { Field, Int, ObjectType } from "type-graphql";
import type { PriceStepKind } from "../../../../domain/pricing/quote/quote.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { Decimal } from "../../schema/decimal.js";
import { PriceStepKinds } from "./price-step-kinds.js";

@ObjectType("PriceStep", {
  simpleResolvers: true,
  description: "One step of a calculation. The amounts of all steps add up to the total.",
})
export class PriceStepType {
  @Field(() => PriceStepKinds, { description: "What the step is." })
  readonly kind!: PriceStepKind;

  @Field(() => MoneyType, {
    description: "What the step adds; negative for what it takes away.",
  })
  readonly amount!: MoneySource;

  @Field(() => MoneyType, {
    description:
      "What the amount was worked out from: the price of a unit, what was left, the taxed amount.",
  })
  readonly base!: MoneySource;

  @Field(() => String, {
    description: "For people: the price list, the reason of a discount, the tax and its rate.",
  })
  readonly reason!: string;

  @Field(() => Boolean, {
    description:
      "Whether a discount was larger than what was left, so that only that much came off.",
  })
  readonly isLimited!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Of a price: the key of the price list. Null for the variant's own price, and for other steps.",
  })
  readonly priceList!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Of a quantity break: from how many units on it applies. Null for other steps.",
  })
  readonly minQuantity!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Of a tax: its name. Null for other steps.",
  })
  readonly tax!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Of a tax: its percentage. Null for other steps.",
  })
  readonly percentage!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Of a tax: whether the buyer owes it. Null for other steps.",
  })
  readonly isOwed!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Of a tax: whether it is charged on other taxes too. Null for other steps.",
  })
  readonly isCompound!: boolean | null;
}
