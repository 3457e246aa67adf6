import type { OrderId } from "../orders/ids.js";
import type { PaymentId, PaymentMethodId, RefundId } from "./ids.js";
import type { PaymentFlagKind } from "./payment-flag.js";

interface PaymentFact {
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly version: number;
}

/** An amount that moved, in minor units. */
interface MovedAmount {
  readonly amount: number;
  readonly currency: string;
}

export type PaymentEvent = PaymentFact &
  (
    | ({ readonly type: "payments.payment-authorised" | "payments.payment-captured" } & MovedAmount)
    | ({ readonly type: "payments.payment-declined"; readonly code: string | null } & MovedAmount)
    | ({ readonly type: "payments.payment-cancelled" | "payments.payment-expired" } & MovedAmount)
    | ({ readonly type: "payments.payment-refunded" } & MovedAmount & {
          readonly refundId: RefundId;
        })
    | ({
        readonly type: "payments.refund-failed";
        readonly failure: string | null;
      } & MovedAmount & {
          readonly refundId: RefundId;
        })
    | ({ readonly type: "payments.payment-disputed"; readonly state: string } & MovedAmount)
    | { readonly type: "payments.payment-flagged"; readonly flag: PaymentFlagKind }
  );

export interface PaymentMethodEvent {
  readonly type: "payments.method-created" | "payments.method-updated" | "payments.method-deleted";
  readonly paymentMethodId: PaymentMethodId;
  readonly version: number;
}
