import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { OrderActor } from "../../../domain/orders/order-actor.js";
import type { TimelineKind } from "../../../domain/orders/timeline-entry.js";
import { connectionOf } from "../paging/connection-of.js";
import { OrderActors, TimelineKinds } from "./timeline-kinds.js";
import { OrderFields } from "./order-fields.js";

@ObjectType("OrderTimelineEntry", {
  simpleResolvers: true,
  description: "What happened to an order.",
})
export class OrderTimelineEntryType {
  @Field(() => TimelineKinds, { description: "What happened." })
  readonly kind!: TimelineKind;

  @Field(() => GraphQLDateTime, { description: "When." })
  readonly at!: Date;

  @Field(() => OrderActors, { description: "Who did it." })
  readonly by!: OrderActor;

  @Field(() => String, { nullable: true, description: "What was said about it. Null: nothing." })
  readonly note!: string | null;
}

@ObjectType("Order", {
  simpleResolvers: true,
  description: "The promise made to a buyer: what was ordered, as it was called and priced then.",
})
export class AdminOrder extends OrderFields {
  @Field(() => String, { description: "The e-mail address of the buyer." })
  readonly email!: string;

  @Field(() => String, {
    description:
      "The name of the buyer: that in the billing address, or in the delivery address. Empty: none.",
  })
  readonly buyerName!: string;
}

export const { Connection: OrderConnection } = connectionOf("Order", "orders", () => AdminOrder);
