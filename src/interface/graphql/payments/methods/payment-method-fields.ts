import { Field, ObjectType } from "type-graphql";
import { Node } from "../../schema/node.js";
import { type PaymentMethodKind, PaymentMethodKinds } from "./payment-method-kinds.js";

/** The fields of a payment method in both APIs. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class PaymentMethodFields extends Node {
  @Field(() => String, {
    description: "The key for programs, which `checkoutSubmit` takes. Unique.",
  })
  readonly key!: string;

  @Field(() => PaymentMethodKinds, { description: "How the money comes." })
  readonly kind!: PaymentMethodKind;

  @Field(() => String, {
    nullable: true,
    description:
      "The key of its gateway, such as `stripe`: it tells a storefront which program makes the token. Null when it is offline.",
  })
  readonly gateway!: string | null;
}
