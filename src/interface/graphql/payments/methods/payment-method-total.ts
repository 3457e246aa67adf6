import { Field, ObjectType } from "type-graphql";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { CurrencyCode } from "../../schema/currency-code.js";

@ObjectType({
  simpleResolvers: true,
  description: "Between which totals a payment method is offered, in one currency.",
})
export class PaymentMethodTotal {
  @Field(() => CurrencyCode, { description: "The currency." })
  readonly currency!: string;

  @Field(() => MoneyType, { nullable: true, description: "The lowest total. Null: any." })
  readonly minimum!: MoneySource | null;

  @Field(() => MoneyType, { nullable: true, description: "The highest total. Null: any." })
  readonly maximum!: MoneySource | null;
}
