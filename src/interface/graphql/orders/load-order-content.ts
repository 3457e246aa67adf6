import type { OrderContent } from "../../../domain/orders/order-content.js";
import type { OrderId } from "../../../domain/orders/ids.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import type { OrderSource } from "./present-order.js";

/** The content of an order, together with all others that are requested in the same tick. */
export const loadOrderContent = async (
  { id, content }: OrderSource,
  { app, batch, viewer }: GraphqlContext,
): Promise<OrderContent> => {
  const found =
    content ??
    (await batch.load(["order content"], id, (ids: readonly OrderId[]) =>
      app.orders.admin.contentsOf(ids, viewer),
    ));
  if (!found) throw new Error(`The order ${id} has no content.`);
  return found;
};
