import type { OrderView } from "../../../application/orders/ports/order-reads.js";
import type { OrderId } from "../../../domain/orders/ids.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { type OrderSource, presentOrder } from "./present-order.js";

const presented = (view: OrderView | null): OrderSource | null =>
  view && presentOrder(view, "STAFF");

/** One order, together with all others that are requested in the same tick. For staff. */
export const loadOrder = async (
  { app, batch, viewer }: GraphqlContext,
  id: OrderId,
): Promise<OrderSource | null> =>
  presented(
    await batch.load(["order"], id, (ids: readonly OrderId[]) =>
      app.orders.admin.byId(ids, viewer),
    ),
  );

export const loadOrderByNumber = async (
  { app, batch, viewer }: GraphqlContext,
  number: string,
): Promise<OrderSource | null> =>
  presented(
    await batch.load(["order by number"], number, (numbers: readonly string[]) =>
      app.orders.admin.byNumber(numbers, viewer),
    ),
  );
