import { id } from "../../domain/shared/id.js";
import type { OrderId } from "../../domain/orders/ids.js";
import type { StoredEvent, Subscriber } from "../shared/events.js";
import type { OrderStores } from "./ports/order-stores.js";

const orderOf = ({ aggregateId }: StoredEvent): OrderId => id<OrderId>(aggregateId);

/** Enters the words by which staff find an order: not in the checkout, which has no time for it. */
export const enterOrderTerms: Subscriber<Pick<OrderStores, "orderTerms">> = {
  name: "orders.enter-terms",
  types: ["orders.order-placed"],
  handle: (event, { orderTerms }) => orderTerms.enter([orderOf(event)]),
  handleTogether: (events, { orderTerms }) => orderTerms.enter(events.map(orderOf)),
};
