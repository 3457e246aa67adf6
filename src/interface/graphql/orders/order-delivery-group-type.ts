import { Field, ID, ObjectType } from "type-graphql";
import type { PostalAddress } from "../../../domain/shared/postal-address.js";
import { PostalAddressType } from "../addresses/postal-address-type.js";
import type { QuoteChargeSource } from "../pricing/quotes/present-quote.js";
import { QuoteChargeType } from "../pricing/quotes/quote-charge-type.js";
import { Cost } from "../schema/cost.js";

@ObjectType("OrderDeliveryOption", {
  simpleResolvers: true,
  description: "The delivery option that was chosen, as it was then.",
})
export class OrderDeliveryOptionType {
  @Field(() => ID, { description: "Id of the delivery option, which may be deleted by now." })
  readonly deliveryOptionId!: string;

  @Field(() => String, { description: "The key." })
  readonly key!: string;

  @Field(() => String, { description: "The name in the language of the buyer." })
  readonly name!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the location where the buyer collects it. Null: it is sent.",
  })
  readonly pickupLocationId!: string | null;
}

@ObjectType("OrderDeliveryGroup", {
  simpleResolvers: true,
  description: "Lines of an order that travel together.",
})
export class OrderDeliveryGroupType {
  @Field(() => String, { description: "The key of the group within its order." })
  readonly key!: string;

  @Cost({ items: 0 })
  @Field(() => [String], { description: "The keys of its lines." })
  readonly lineKeys!: readonly string[];

  @Field(() => PostalAddressType, {
    nullable: true,
    description: "Where to. Null for what is collected, or need not be delivered.",
  })
  readonly address!: PostalAddress | null;

  @Field(() => OrderDeliveryOptionType, {
    nullable: true,
    description: "The chosen delivery option. Null when none was needed.",
  })
  readonly deliveryOption!: OrderDeliveryOptionType | null;

  @Field(() => QuoteChargeType, {
    nullable: true,
    description: "What the delivery costs. Null when no option was needed.",
  })
  readonly amounts!: QuoteChargeSource | null;
}
