import { Field, ObjectType } from "type-graphql";
import type { MethodOffer } from "../../../../application/payments/payments.js";
import type { Ineligibility } from "../../../../domain/payments/ineligibility.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { Ineligibilities } from "../errors/payment-blocks.js";
import { presentMethodIn } from "../methods/load-payment-method.js";
import type { PaymentMethodSource } from "../methods/present-payment-method.js";
import { ShopPaymentMethod } from "../methods/shop-payment-method.js";

@ObjectType({
  simpleResolvers: true,
  description: "A payment method, and whether something can be paid with it.",
})
export class PaymentMethodOffer {
  @Field(() => ShopPaymentMethod, { description: "The method." })
  readonly method!: PaymentMethodSource;

  @Field(() => Boolean, { description: "Whether it can be chosen." })
  readonly isEligible!: boolean;

  @Field(() => Ineligibilities, {
    nullable: true,
    description: "Why it cannot be chosen. Null when it can.",
  })
  readonly reason!: Ineligibility | null;
}

export const presentMethodOffer = (
  { method, ineligible }: MethodOffer,
  context: GraphqlContext,
): PaymentMethodOffer => ({
  method: presentMethodIn(context, method),
  isEligible: ineligible === null,
  reason: ineligible,
});
