import { Args, type ClassType, Ctx, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { Api } from "../../schema/api.js";
import { Cost } from "../../schema/cost.js";
import { AnswerFor } from "../../schema/answer-for.js";
import { Operation } from "../../schema/operation.js";
import { type DeliveryOfferSource, presentOffer } from "./delivery-offer-source.js";
import { DeliveryOptionsArgs } from "./delivery-options-args.js";

/** The query of one API for what is delivered where. @param name in the shop `deliveryOptions` */
export const deliveryOfferQueries = (api: Api, name: string, Offer: ClassType): ClassType => {
  @Resolver()
  class DeliveryOfferQueries {
    @AnswerFor("one-buyer")
    @Operation(`delivery.${api}.offerDelivery`)
    @Cost({ items: 5, own: 5 })
    @Query(() => [Offer], {
      name,
      description:
        "What buyers can choose to have lines delivered to an address in the market of the request, before there is a cart: the eligible options in their order, at most 250. Empty when nothing has to be sent or nothing delivers there.",
    })
    async deliveryOffers(
      @Args(() => DeliveryOptionsArgs) { address, lines }: DeliveryOptionsArgs,
      @Ctx() context: GraphqlContext,
    ): Promise<readonly DeliveryOfferSource[]> {
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
