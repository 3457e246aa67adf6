export const TRANSACTION_KINDS = [
  "AUTHORISED",
  "CAPTURED",
  "RELEASED",
  "REFUNDED",
  "REFUND_REVERSED",
] as const;
/** RELEASED: held money that was not taken. REFUND_REVERSED: a refund that failed afterwards. */
export type TransactionKind = (typeof TRANSACTION_KINDS)[number];

/** Money of a payment that moved. Transactions are only added; the sums of a payment are theirs. */
export interface PaymentTransaction {
  readonly kind: TransactionKind;
  /** Minor units, more than 0. */
  readonly amount: number;
  readonly at: Date;
  /** The refund that it belongs to; null for none. */
  readonly refundId: string | null;
}

/** The sums of a payment, in minor units. */
export interface PaymentSums {
  readonly authorised: number;
  readonly captured: number;
  readonly refunded: number;
}

/** The sums after one more transaction. */
export const summed = (
  { authorised, captured, refunded }: PaymentSums,
  { kind, amount }: Pick<PaymentTransaction, "kind" | "amount">,
): PaymentSums => ({
  authorised: authorised + (kind === "AUTHORISED" ? amount : 0),
  captured: captured + (kind === "CAPTURED" ? amount : 0),
  refunded:
    refunded + (kind === "REFUNDED" ? amount : 0) - (kind === "REFUND_REVERSED" ? amount : 0),
});
