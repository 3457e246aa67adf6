import type { OrderId } from "../../../domain/orders/ids.js";

/** How the buyers of an order pay by a method that no gateway takes part in. */
export interface OfflinePayment {
  /** In the language of the buyer; null for none. */
  readonly instructions: string | null;
}

/** Null for a method that a gateway takes part in, and for one that is gone. */
export type OfflinePaymentOf = (
  methodKey: string,
  locale: string,
) => Promise<OfflinePayment | null>;

/** The address of the page of an order at the storefront; null without one. A secret. */
export type OrderUrlOf = (id: OrderId) => Promise<string | null>;
