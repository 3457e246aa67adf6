import { Field, ObjectType } from "type-graphql";
import type { BlockedReason, OrderAction } from "../../../domain/orders/order-states.js";
import { BlockedReasons, OrderActions } from "./order-actions.js";

@ObjectType("OrderAllowedAction", {
  simpleResolvers: true,
  description: "Whether something can be done with an order, and why not.",
})
export class OrderAllowedActionType {
  @Field(() => OrderActions, { description: "The action." })
  readonly action!: OrderAction;

  @Field(() => Boolean, { description: "Whether it is possible now." })
  readonly isAllowed!: boolean;

  @Field(() => BlockedReasons, {
    nullable: true,
    description: "Why it is not possible. Null when it is.",
  })
  readonly blockedBy!: BlockedReason | null;
}
