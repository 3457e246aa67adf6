import type { CancelReason } from "./cancel-reason.js";
import type { OrderActor } from "./order-actor.js";
import type { OrderId } from "./ids.js";
import type { PaymentStatus } from "./order-states.js";

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
  | (OrderFact & { readonly type: "orders.order-expired" })
  /** It was paid late, and its units were still there. */
  | (OrderFact & { readonly type: "orders.order-reopened" })
  /** What it costs changed before it was paid. */
  | (OrderFact & {
      readonly type: "orders.order-revised";
      /** Minor units. */
      readonly total: number;
      readonly currency: string;
    })
  /** Something happened to its payments. */
  | (OrderFact & {
      readonly type: "orders.order-payments-changed";
      readonly paymentStatus: PaymentStatus;
    });
