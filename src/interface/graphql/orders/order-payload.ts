import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { OrderChanged } from "../../../application/orders/order-cancel.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { Payload } from "../mutation/payload.js";
import type { MutationResult } from "../mutation/run-mutation.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { AdminOrder } from "./admin-order.js";
import { loadOrder } from "./load-order.js";
import type { OrderSource } from "./present-order.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to an order." })
export class OrderPayload extends Payload {
  @Field(() => AdminOrder, {
    nullable: true,
    description: "The order after the change. Null when the change was refused.",
  })
  readonly order!: OrderSource | null;
}

@Resolver(() => OrderPayload)
export class OrderPayloadResolver {
  @FieldResolver()
  order(
    @Root() { result }: MutationResult<OrderChanged>,
    @Ctx() context: GraphqlContext,
  ): Promise<OrderSource | null> | null {
    return result && loadOrder(context, result.orderId);
  }
}
