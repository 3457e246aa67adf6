import { Field, Int, ObjectType } from "type-graphql";
import type { FeeBasis, FeeKind } from "../../../../domain/pricing/fees/fee-content.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { Cost } from "../../schema/cost.js";
import { CurrencyCode } from "../../schema/currency-code.js";
import { Node } from "../../schema/node.js";
import { versioned } from "../../schema/versioned.js";
import { FeeBases, FeeKinds } from "./fee-kinds.js";

@ObjectType("FeeAmount", {
  simpleResolvers: true,
  description: "What a fee is in one currency.",
})
export class FeeAmountType {
  @Field(() => CurrencyCode, { description: "The currency." })
  readonly currency!: string;

  @Field(() => MoneyType, {
    description: "The amount, with or without tax as the prices of a market are.",
  })
  readonly amount!: MoneySource;

  @Field(() => MoneyType, {
    nullable: true,
    description: "The subtotal below which a small order is charged. Null for other kinds.",
  })
  readonly below!: MoneySource | null;
}

@ObjectType("Fee", {
  implements: Node,
  simpleResolvers: true,
  description: "A taxable charge that is no product and no delivery, such as gift wrap.",
})
export class FeeType extends versioned(Node) {
  @Field(() => String, { description: "The key for programs. Quotes ask for the fee by it." })
  readonly key!: string;

  @Field(() => String, { description: "The name that a quote gives as the reason." })
  readonly name!: string;

  @Field(() => FeeKinds, { description: "What it is charged for." })
  readonly kind!: FeeKind;

  @Field(() => FeeBases, { description: "How often it is charged." })
  readonly per!: FeeBasis;

  @Cost({ items: 2 })
  @Field(() => [FeeAmountType], {
    description: "How much it is, one entry for each currency. It is charged in no other currency.",
  })
  readonly amounts!: readonly FeeAmountType[];

  @Field(() => String, {
    nullable: true,
    description: "The key of its tax category. Null: never taxed.",
  })
  readonly taxCategory!: string | null;

  @Field(() => Int, {
    description: "Its place in the list: smaller numbers come first, equal ones by key.",
  })
  readonly position!: number;

  @Field(() => Boolean, { description: "Whether it is charged at all." })
  readonly isActive!: boolean;
}
