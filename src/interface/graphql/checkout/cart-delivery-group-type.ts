import { Field, ID, ObjectType } from "type-graphql";
import type { PostalAddress } from "../../../domain/shared/postal-address.js";
import { PostalAddressType } from "../addresses/postal-address-type.js";
import {
  ShopDeliveryOffer,
  type DeliveryOfferSource,
} from "../delivery/offers/delivery-offer-source.js";
import type { QuoteChargeSource } from "../pricing/quotes/present-quote.js";
import { QuoteChargeType } from "../pricing/quotes/quote-charge-type.js";
import { Cost } from "../schema/cost.js";

@ObjectType("CartDeliveryGroup", {
  simpleResolvers: true,
  description: "Lines of a cart that travel together.",
})
export class CartDeliveryGroupType {
  @Field(() => String, { description: "The key of the group within its cart." })
  readonly key!: string;

  @Cost({ items: 0 })
  @Field(() => [ID], { description: "The ids of its lines." })
  readonly lineIds!: readonly string[];

  @Field(() => PostalAddressType, {
    nullable: true,
    description: "Where to. Null until it is known.",
  })
  readonly address!: PostalAddress | null;

  @Cost({ items: 5 })
  @Field(() => [ShopDeliveryOffer], {
    description:
      "The delivery options that can be chosen, in their order. Before the address is known, those that deliver everywhere.",
  })
  readonly deliveryOptions!: readonly DeliveryOfferSource[];

  @Field(() => ID, {
    nullable: true,
    description: "The id of the chosen delivery option. Null until one is chosen.",
  })
  readonly selectedDeliveryOptionId!: string | null;

  @Field(() => QuoteChargeType, {
    nullable: true,
    description: "What the chosen option costs. Null until one is chosen that can be used.",
  })
  readonly amounts!: QuoteChargeSource | null;
}
