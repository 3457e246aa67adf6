import {
  Args,
  type ClassType,
  Ctx,
  Field,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from "type-graphql";
import type { DeliveryOffer as DeliveryOfferView } from "../../../../application/delivery/offers/offer-delivery.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type MoneySource, presentMoney } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import type { Api } from "../../schema/api.js";
import { Cost } from "../../schema/cost.js";
import { enumOf } from "../../schema/enum-of.js";
import { Operation } from "../../schema/operation.js";
import { presentIn } from "../options/load-delivery-option.js";
import type { DeliveryOptionSource } from "../options/present-delivery-option.js";
import { DeliveryOptionsArgs } from "./delivery-options-args.js";

const MissingDeliveryPrices = enumOf(["PRICED_IN_CART"]);
registerEnumType(MissingDeliveryPrices, {
  name: "MissingDeliveryPrice",
  description: "Why an offered delivery has no price yet.",
  valuesConfig: {
    PRICED_IN_CART: { description: "A carrier names the price when there is a cart." },
  },
});

interface OfferSource {
  readonly option: DeliveryOptionSource;
  readonly price: MoneySource | null;
  readonly reason: "PRICED_IN_CART" | null;
}

/** The query of one API for what is delivered where. @param name in the shop `deliveryOptions` */
export const deliveryOfferQueries = (api: Api, name: string, Option: ClassType): ClassType => {
  @ObjectType({
    simpleResolvers: true,
    description: "A delivery option that delivers the lines to the address, with its price.",
  })
  class DeliveryOffer implements OfferSource {
    @Field(() => Option, { description: "The option." })
    readonly option!: DeliveryOptionSource;

    @Field(() => MoneyType, {
      nullable: true,
      description:
        "What it costs, with or without tax as the prices of the market are. Null when `reason` says why.",
    })
    readonly price!: MoneySource | null;

    @Field(() => MissingDeliveryPrices, {
      nullable: true,
      description: "Why there is no price yet. Null when there is one.",
    })
    readonly reason!: "PRICED_IN_CART" | null;
  }

  @Resolver()
  class DeliveryOfferQueries {
    @Operation(`delivery.${api}.offerDelivery`)
    @Cost({ items: 5, own: 5 })
    @Query(() => [DeliveryOffer], {
      name,
      description:
        "What buyers can choose to have lines delivered to an address in the market of the request, before there is a cart: the eligible options in their order, at most 250. Empty when nothing has to be sent or nothing delivers there.",
    })
    async deliveryOffers(
      @Args(() => DeliveryOptionsArgs) { address, lines }: DeliveryOptionsArgs,
      @Ctx() context: GraphqlContext,
    ): Promise<readonly OfferSource[]> {
      const { app, batch, viewer } = context;
      const { country, region = null, postalCode = null } = address;
      const command = { address: { country, region, postalCode }, lines };
      const offers = await app.delivery[api].offerDelivery(command, viewer);
      const presented = offers.map((offer) => presentOffer(offer, context));
      return batch.handOver(presented, presented.length);
    }
  }
  return DeliveryOfferQueries;
};

const presentOffer = (
  { option, price }: DeliveryOfferView,
  context: GraphqlContext,
): OfferSource => ({
  option: presentIn(context, option),
  price: price && presentMoney(price),
  reason: price ? null : "PRICED_IN_CART",
});
