import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver, Root } from "type-graphql";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import type { VariantSource } from "../catalog/variants/present-variants.js";
import { variantById } from "../catalog/variants/variant-by-id.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { requestedFields } from "../execution/requested-fields.js";
import { Cost } from "../schema/cost.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { AnswerFor } from "../schema/answer-for.js";
import { Operation } from "../schema/operation.js";
import { CartLineType } from "./cart-line-type.js";
import { CartType } from "./cart-type.js";
import { type CartLineSource, type CartSource, presentCart } from "./present-cart.js";

@Resolver(() => CartLineType)
export class CartQueries {
  @AnswerFor("one-buyer")
  @Operation("checkout.cart")
  @Cost({ own: 5 })
  @Query(() => CartType, {
    nullable: true,
    description:
      "An open cart with the prices of this moment. Null with a code in `errors`: CART_NOT_FOUND, CART_COMPLETED or CART_MERGED.",
  })
  async cart(
    @Arg("id", () => ID, { description: "The id of the cart." }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<CartSource> {
    return withPathAsync(
      () => ["id"],
      async () =>
        presentCart(await context.app.checkout.cart({ cartId: id }, context.viewer), context),
    );
  }

  @FieldResolver()
  variant(
    @Root() { variantId }: CartLineSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantSource | null> {
    return variantById(variantId, requestedFields(info), context);
  }
}
