import { Field, Int, ObjectType } from "type-graphql";
import type { CaptureMode } from "../../../../domain/payments/method-content.js";
import { connectionOf } from "../../paging/connection-of.js";
import { AdminMarket } from "../../pricing/markets/admin-market.js";
import type { MarketSource } from "../../pricing/markets/present-market.js";
import { Cost } from "../../schema/cost.js";
import { CurrencyCode } from "../../schema/currency-code.js";
import { versioned } from "../../schema/versioned.js";
import { CaptureModes } from "./capture-modes.js";
import { PaymentMethodFields } from "./payment-method-fields.js";
import { PaymentMethodTotal } from "./payment-method-total.js";
import { PaymentMethodTranslation } from "./payment-method-translation.js";

@ObjectType("PaymentMethod", {
  simpleResolvers: true,
  description: "A way to pay that buyers may choose where it is eligible.",
})
export class AdminPaymentMethod extends versioned(PaymentMethodFields) {
  @Field(() => String, { description: "The name in the language of the catalogue." })
  readonly name!: string;

  @Field(() => String, {
    description:
      "What the buyer has to do, in the language of the catalogue, as plain text. Empty: nothing.",
  })
  readonly instructions!: string;

  @Cost({ items: 3 })
  @Field(() => [PaymentMethodTranslation], {
    description: "Its texts in other languages, at most 50.",
  })
  readonly translations!: readonly PaymentMethodTranslation[];

  @Field(() => CaptureModes, { description: "When the money is taken." })
  readonly capture!: CaptureMode;

  @Cost({ items: 5 })
  @Field(() => [AdminMarket], {
    description:
      "The markets that it is offered in, without deleted ones. Empty while `isInAllMarkets` is true.",
  })
  readonly markets!: readonly MarketSource[];

  @Field(() => Boolean, { description: "Whether it is offered in all markets." })
  readonly isInAllMarkets!: boolean;

  @Cost({ items: 0 })
  @Field(() => [CurrencyCode], {
    description: "The currencies that it is offered in, at most 100. Empty: in all of them.",
  })
  readonly currencies!: readonly string[];

  @Cost({ items: 2 })
  @Field(() => [PaymentMethodTotal], {
    description:
      "Between which totals it is offered, at most one entry for each currency. Empty: for any total.",
  })
  readonly totals!: readonly PaymentMethodTotal[];

  @Field(() => Int, {
    description: "For how many minutes the units of an order are held until it is paid.",
  })
  readonly payWithinMinutes!: number;

  @Field(() => Int, { description: "Its place in the list: smaller numbers come first." })
  readonly position!: number;

  @Field(() => Boolean, { description: "Whether it is offered at all." })
  readonly isEnabled!: boolean;
}

export const { Connection: PaymentMethodConnection } = connectionOf(
  "PaymentMethod",
  "payment methods",
  () => AdminPaymentMethod,
);
