import type { CancelReason } from "./cancel-reason.js";
import type { OrderActor } from "./order-actor.js";
import type { OrderId } from "./ids.js";

interface OrderFact {
  readonly orderId: OrderId;
  readonly version: number;
  readonly by: OrderActor;
}

export type OrderEvent =
  | (OrderFact & {
      readonly type: "orders.order-placed";
      readonly number: string;
      /** The key of the market. */
      readonly market: string;
      /** Minor units. */
      readonly total: number;
      readonly currency: string;
    })
  /** The total is covered. */
  | (OrderFact & { readonly type: "orders.order-confirmed" })
  | (OrderFact & { readonly type: "orders.order-cancelled"; readonly reason: CancelReason })
  /** It was not paid in time. */
  | (OrderFact & { readonly type: "orders.order-expired" });
