import { Field, ObjectType } from "type-graphql";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { Decimal } from "../../schema/decimal.js";

@ObjectType("QuoteTax", { simpleResolvers: true, description: "What a tax at a rate amounts to." })
export class QuoteTaxType {
  @Field(() => String, { description: "The name of the tax." })
  readonly tax!: string;

  @Field(() => Decimal, { description: "Its percentage." })
  readonly percentage!: string;

  @Field(() => Boolean, {
    description: "Whether it is charged on the net amount and the taxes that are not compound.",
  })
  readonly isCompound!: boolean;

  @Field(() => MoneyType, { description: "The net amount that is taxed." })
  readonly net!: MoneySource;

  @Field(() => MoneyType, { description: "The tax." })
  readonly amount!: MoneySource;
}
