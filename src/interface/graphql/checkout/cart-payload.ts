import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import { CartChanged } from "../../../application/checkout/carts/cart-changed.js";
import { DomainError } from "../../../domain/shared/domain-error.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { Payload } from "../mutation/payload.js";
import type { MutationResult } from "../mutation/run-mutation.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { CartType } from "./cart-type.js";
import { type CartSource, presentCart } from "./present-cart.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to a cart." })
export class CartPayload extends Payload {
  @Field(() => CartType, {
    nullable: true,
    description:
      "The cart after the change. Null when the change was refused, and when a request was repeated whose cart no longer is open.",
  })
  readonly cart!: CartSource | null;
}

@Resolver(() => CartPayload)
export class CartPayloadResolver {
  @FieldResolver()
  async cart(
    @Root() { result }: MutationResult<CartChanged>,
    @Ctx() context: GraphqlContext,
  ): Promise<CartSource | null> {
    if (!result) return null;
    const view = CartChanged.viewOf(result);
    return view ? presentCart(view, context) : loadCart(context, result.cartId);
  }
}

/** The cart as it is now; null when it is no longer open. */
export const loadCart = async (
  context: GraphqlContext,
  cartId: string,
): Promise<CartSource | null> => {
  try {
    return presentCart(await context.app.checkout.cart({ cartId }, context.viewer), context);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
};
