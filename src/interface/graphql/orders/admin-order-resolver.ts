import { Ctx, Resolver, Root } from "type-graphql";
import type { OrderId } from "../../../domain/orders/ids.js";
import type { TimelineEntry } from "../../../domain/orders/timeline-entry.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { Cost } from "../schema/cost.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { AdminOrder, OrderTimelineEntryType } from "./admin-order.js";
import { loadOrderContent } from "./load-order-content.js";
import type { OrderSource } from "./present-order.js";

/** The fields of an order that only staff see. */
@Resolver(() => AdminOrder)
export class AdminOrderResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "The key of the customer group of the buyer. Null: none.",
  })
  async customerGroup(
    @Root() order: OrderSource,
    @Ctx() context: GraphqlContext,
  ): Promise<string | null> {
    return (await loadOrderContent(order, context)).buyer.customerGroup;
  }

  @Cost({ items: 3 })
  @FieldResolver(() => [OrderTimelineEntryType], {
    description: "What has happened to it, oldest first.",
  })
  async timeline(
    @Root() { id }: OrderSource,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<readonly TimelineEntry[]> {
    const found = await batch.load(["order timeline"], id, (ids: readonly OrderId[]) =>
      app.orders.admin.timelinesOf(ids, viewer),
    );
    return found ?? [];
  }
}
