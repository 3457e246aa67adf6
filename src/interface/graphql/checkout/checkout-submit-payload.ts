import { Ctx, Field, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { CheckoutSubmitted } from "../../../application/checkout/submit/checkout-submit.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { Payload } from "../mutation/payload.js";
import type { MutationResult } from "../mutation/run-mutation.js";
import { type OrderSource, presentOrder } from "../orders/present-order.js";
import { ShopOrder } from "../orders/shop-order.js";
import { FieldResolver } from "../schema/field-resolver.js";

@ObjectType({ simpleResolvers: true, description: "Result of placing an order." })
export class CheckoutSubmitPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: "The id of the order. Null when it was refused, and in a dry run.",
  })
  readonly orderId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The number of the order, for people. Null when it was refused, and in a dry run.",
  })
  readonly orderNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The secret with which a guest sees the order later. Null when it was refused, and in a dry run.",
  })
  readonly orderLink!: string | null;

  @Field(() => ShopOrder, {
    nullable: true,
    description: "The order. Null when it was refused, and in a dry run.",
  })
  readonly order!: OrderSource | null;
}

type Submitted = MutationResult<CheckoutSubmitted>;

@Resolver(() => CheckoutSubmitPayload)
export class CheckoutSubmitPayloadResolver {
  @FieldResolver()
  orderId(@Root() submitted: Submitted): string | null {
    return orderOf(submitted)?.orderId ?? null;
  }

  @FieldResolver()
  orderNumber(@Root() submitted: Submitted): string | null {
    return orderOf(submitted)?.orderNumber ?? null;
  }

  @FieldResolver()
  async orderLink(
    @Root() submitted: Submitted,
    @Ctx() context: GraphqlContext,
  ): Promise<string | null> {
    const result = orderOf(submitted);
    return result && linkOf(result, context);
  }

  @FieldResolver()
  async order(
    @Root() submitted: Submitted,
    @Ctx() context: GraphqlContext,
  ): Promise<OrderSource | null> {
    const result = orderOf(submitted);
    if (!result) return null;
    const { app, viewer } = context;
    const order = await app.orders.shop.byLink({ link: await linkOf(result, context) }, viewer);
    return order && presentOrder(order, "BUYER");
  }
}

/** A dry run has named an order that nobody can ever find. */
const orderOf = ({ result, isDryRun }: Submitted): CheckoutSubmitted | null =>
  isDryRun ? null : result;

const linkOf = ({ cartId }: CheckoutSubmitted, { app, viewer }: GraphqlContext): Promise<string> =>
  app.checkout.orderLink({ cartId }, viewer);
