import { Field, ObjectType } from "type-graphql";
import { DeliveryOptionFields } from "./delivery-option-fields.js";

@ObjectType("DeliveryOption", {
  simpleResolvers: true,
  description: "A way of delivery that buyers may choose.",
})
export class ShopDeliveryOption extends DeliveryOptionFields {
  @Field(() => String, { description: "The name in the language of the request." })
  readonly name!: string;

  @Field(() => String, {
    description: "The description in the language of the request, as plain text. Empty: none.",
  })
  readonly description!: string;
}
