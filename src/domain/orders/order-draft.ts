import type { OrderContent } from "./order-content.js";

/** What an order is made of, decided by the checkout. */
export interface OrderDraft {
  /** The cart that becomes the order. A cart becomes at most one. */
  readonly cartId: string;
  readonly content: OrderContent;
  /** Null only when there is nothing to pay. */
  readonly paymentMethod: string | null;
  /** Until when its units are held (exclusive). Null when there is nothing to pay. */
  readonly reservationEndsAt: Date | null;
  readonly placedAt: Date;
}
