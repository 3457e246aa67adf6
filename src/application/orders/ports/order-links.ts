import type { OrderId } from "../../../domain/orders/ids.js";

/** The secret links of orders, for messages to their buyers and for what leads back to them. Never logged, never in an event. */
export interface OrderLinks {
  /** Null for an unknown order. */
  ofOrder(id: OrderId): Promise<string | null>;
}
