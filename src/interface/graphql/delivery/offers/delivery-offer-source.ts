import { type ClassType, Field, ObjectType, registerEnumType } from "type-graphql";
import {
  DELIVERY_PRICE_SOURCES,
  type DeliveryOffer as DeliveryOfferView,
  type DeliveryPriceSource,
} from "../../../../application/delivery/offers/offers-of.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type MoneySource, presentMoney } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { enumOf } from "../../schema/enum-of.js";
import { AdminDeliveryOption } from "../options/admin-delivery-option.js";
import { presentIn } from "../options/load-delivery-option.js";
import type { DeliveryOptionSource } from "../options/present-delivery-option.js";
import { ShopDeliveryOption } from "../options/shop-delivery-option.js";

const MissingDeliveryPrices = enumOf(["PRICED_IN_CART"]);
registerEnumType(MissingDeliveryPrices, {
  name: "MissingDeliveryPrice",
  description: "Why an offered delivery has no price yet.",
  valuesConfig: {
    PRICED_IN_CART: { description: "A carrier names the price when there is a cart." },
  },
});

const DeliveryPriceSources = enumOf(DELIVERY_PRICE_SOURCES);
registerEnumType(DeliveryPriceSources, {
  name: "DeliveryPriceSource",
  description: "Who named the price of a delivery.",
  valuesConfig: {
    SHOP: { description: "The delivery option has the price." },
    CARRIER: { description: "The carrier named it." },
    FALLBACK: { description: "The carrier did not answer: an estimate of the shop." },
  },
});

export interface DeliveryOfferSource {
  readonly option: DeliveryOptionSource;
  readonly price: MoneySource | null;
  readonly priceSource: DeliveryPriceSource | null;
  readonly reason: "PRICED_IN_CART" | null;
}

const deliveryOfferType = (Option: ClassType): ClassType => {
  @ObjectType({
    simpleResolvers: true,
    description: "A delivery option that delivers the lines to the address, with its price.",
  })
  class DeliveryOffer implements DeliveryOfferSource {
    @Field(() => Option, { description: "The option." })
    readonly option!: DeliveryOptionSource;

    @Field(() => MoneyType, {
      nullable: true,
      description:
        "What it costs, with or without tax as the prices of the market are. Null when `reason` says why.",
    })
    readonly price!: MoneySource | null;

    @Field(() => DeliveryPriceSources, {
      nullable: true,
      description: "Who named the price. Null when there is none.",
    })
    readonly priceSource!: DeliveryPriceSource | null;

    @Field(() => MissingDeliveryPrices, {
      nullable: true,
      description: "Why there is no price yet. Null when there is one.",
    })
    readonly reason!: "PRICED_IN_CART" | null;
  }
  return DeliveryOffer;
};

export const ShopDeliveryOffer = deliveryOfferType(ShopDeliveryOption);
export const AdminDeliveryOffer = deliveryOfferType(AdminDeliveryOption);

export const presentOffer = (
  { option, price, source }: DeliveryOfferView,
  context: GraphqlContext,
): DeliveryOfferSource => ({
  option: presentIn(context, option),
  price: price && presentMoney(price),
  priceSource: source,
  reason: price ? null : "PRICED_IN_CART",
});
