import { Ctx, Resolver, Root } from "type-graphql";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { OrderSource } from "../../orders/present-order.js";
import { ShopOrder } from "../../orders/shop-order.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { PaymentMethodOffer, presentMethodOffer } from "./payment-method-offer.js";

@Resolver(() => ShopOrder)
export class OrderPaymentMethods {
  @Cost({ items: 5, own: 5 })
  @FieldResolver(() => [PaymentMethodOffer], {
    description:
      "How what is still due of it can be paid: the payment methods in their order, without disabled ones, each with why it cannot be chosen.",
  })
  async paymentMethods(
    @Root() { id }: OrderSource,
    @Ctx() context: GraphqlContext,
  ): Promise<readonly PaymentMethodOffer[]> {
    const { app, viewer } = context;
    const offers = await app.payments.shop.methodsOf({ orderId: id }, viewer);
    return offers.map((offer) => presentMethodOffer(offer, context));
  }
}
