import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { PaymentMethodOffer, presentMethodOffer } from "../payments/offers/payment-method-offer.js";
import { Cost } from "../schema/cost.js";
import { AnswerFor } from "../schema/answer-for.js";
import { Operation } from "../schema/operation.js";

@Resolver()
export class PaymentMethodQueries {
  @AnswerFor("one-buyer")
  @Operation("checkout.cart", "checkout.paymentMethods")
  @Cost({ items: 5, own: 5 })
  @Query(() => [PaymentMethodOffer], {
    nullable: true,
    description:
      "How a cart can be paid: the payment methods in their order, without disabled ones, each with why it cannot be chosen. Null with a code in `errors`: CART_NOT_FOUND, CART_COMPLETED or CART_MERGED.",
  })
  async paymentMethods(
    @Arg("cartId", () => ID, { description: "The id of the cart." }) cartId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<readonly PaymentMethodOffer[]> {
    const { app, viewer } = context;
    const view = await withPathAsync(
      () => ["cartId"],
      () => app.checkout.cart({ cartId }, viewer),
    );
    const offers = await app.checkout.paymentMethods(view, viewer);
    return offers.map((offer) => presentMethodOffer(offer, context));
  }
}
