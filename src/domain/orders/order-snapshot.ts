import type { CancelReason } from "./cancel-reason.js";
import type { OrderId } from "./ids.js";
import type { OrderContent } from "./order-content.js";
import type { FulfilmentStatus, OrderState, PaymentStatus } from "./order-states.js";

/** What people and machines know an order by. */
export interface OrderNames {
  readonly id: OrderId;
  /** For people. Does not tell how many orders there are. */
  readonly number: string;
  /** The hash of the link with which a guest sees the order. */
  readonly linkHash: string;
}

export interface OrderSnapshot extends OrderNames {
  readonly cartId: string;
  readonly state: OrderState;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly content: OrderContent;
  readonly paymentMethod: string | null;
  /** From then on the unpaid order is expired. Null for an order that waits for nothing, or without end. */
  readonly reservationEndsAt: Date | null;
  readonly cancelReason: CancelReason | null;
  /** Whether it is not known yet what comes of a payment. */
  readonly isPaymentOpen: boolean;
  readonly version: number;
  readonly placedAt: Date;
  readonly updatedAt: Date;
}
