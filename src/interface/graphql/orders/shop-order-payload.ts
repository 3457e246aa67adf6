import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { OwnOrderChanged } from "../../../application/orders/order-cancel-by-link.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { Payload } from "../mutation/payload.js";
import type { MutationResult } from "../mutation/run-mutation.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { type OrderSource, presentOrder } from "./present-order.js";
import { ShopOrder } from "./shop-order.js";

@ObjectType("OrderPayload", {
  simpleResolvers: true,
  description: "Result of a change to the order of a guest.",
})
export class ShopOrderPayload extends Payload {
  @Field(() => ShopOrder, {
    nullable: true,
    description: "The order after the change. Null when the change was refused.",
  })
  readonly order!: OrderSource | null;
}

@Resolver(() => ShopOrderPayload)
export class ShopOrderPayloadResolver {
  @FieldResolver()
  async order(
    @Root() { result }: MutationResult<OwnOrderChanged>,
    @Ctx() { app, viewer }: GraphqlContext,
  ): Promise<OrderSource | null> {
    const order =
      result && (await app.orders.shop.byLinkHash({ linkHash: result.linkHash }, viewer));
    return order && presentOrder(order, "BUYER");
  }
}
