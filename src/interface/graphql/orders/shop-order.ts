import { Field, ObjectType } from "type-graphql";
import { OrderFields } from "./order-fields.js";

@ObjectType("Order", {
  simpleResolvers: true,
  description: "The promise made to a buyer: what was ordered, as it was called and priced then.",
})
export class ShopOrder extends OrderFields {
  @Field(() => String, {
    nullable: true,
    description:
      "The secret with which a guest sees and pays it. Null for who has found it by e-mail address and number, and in answers to changes by link.",
  })
  readonly link!: string | null;
}
