import { Field, ObjectType } from "type-graphql";
import { PaymentMethodFields } from "./payment-method-fields.js";

@ObjectType("PaymentMethod", {
  simpleResolvers: true,
  description: "A way to pay that buyers may choose.",
})
export class ShopPaymentMethod extends PaymentMethodFields {
  @Field(() => String, { description: "The name in the language of the request." })
  readonly name!: string;

  @Field(() => String, {
    description:
      "What the buyer has to do, in the language of the request, as plain text. Empty: nothing.",
  })
  readonly instructions!: string;
}
