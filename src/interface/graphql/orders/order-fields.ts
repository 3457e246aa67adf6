import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { CancelReason } from "../../../domain/orders/cancel-reason.js";
import type {
  FulfilmentStatus,
  OrderState,
  PaymentStatus,
} from "../../../domain/orders/order-states.js";
import type { SalesChannel } from "../../../domain/shared/sales-channel.js";
import type { MoneySource } from "../money/money-presenter.js";
import { MoneyType } from "../money/money-type.js";
import { Cost } from "../schema/cost.js";
import { Node } from "../schema/node.js";
import { CancelReasons } from "./cancel-reasons.js";
import { OrderAllowedActionType } from "./order-allowed-action-type.js";
import { FulfilmentStatuses, OrderStates, PaymentStatuses } from "./order-states.js";
import { SalesChannels } from "./sales-channels.js";

/** The fields of an order in both APIs that lists have at hand. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class OrderFields extends Node {
  @Field(() => String, {
    description: "The number for people: ten digits that do not tell how many orders there are.",
  })
  readonly number!: string;

  @Field(() => OrderStates, { description: "Where it is on its way." })
  readonly state!: OrderState;

  @Field(() => PaymentStatuses, { description: "What has been paid." })
  readonly paymentStatus!: PaymentStatus;

  @Field(() => FulfilmentStatuses, { description: "What has been handed over." })
  readonly fulfilmentStatus!: FulfilmentStatus;

  @Cost({ items: 1 })
  @Field(() => [OrderAllowedActionType], { description: "What can be done with it, and why not." })
  readonly allowedActions!: readonly OrderAllowedActionType[];

  @Field(() => SalesChannels, { description: "How it came about." })
  readonly salesChannel!: SalesChannel;

  @Field(() => MoneyType, { description: "What the buyer pays." })
  readonly total!: MoneySource;

  @Field(() => Int, { description: "The units of all lines." })
  readonly totalQuantity!: number;

  @Field(() => String, {
    nullable: true,
    description: "The key of the payment method. Null when there was nothing to pay.",
  })
  readonly paymentMethod!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "Until when it can be paid and its units are held. Null when it waits for nothing, or without end.",
  })
  readonly reservationEndsAt!: Date | null;

  @Field(() => CancelReasons, {
    nullable: true,
    description: "Why it was cancelled. Null when it was not.",
  })
  readonly cancelReason!: CancelReason | null;

  @Field(() => Int, {
    description:
      "Increases with each change. Send it as `expectedVersion` to refuse a change to anything newer.",
  })
  readonly version!: number;

  @Field(() => GraphQLDateTime, { description: "When it was placed." })
  readonly placedAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it last changed." })
  readonly updatedAt!: Date;
}
