import { DomainError } from "../shared/domain-error.js";
import type { Ineligibility } from "./ineligibility.js";

export class PaymentNotFound extends DomainError {
  readonly code = "PAYMENT_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no payment ${missing.slice(0, 80)}.`, ["id"]);
  }
}

/** More would be taken than is held. */
export class CaptureExceedsAuthorised extends DomainError {
  readonly code = "CAPTURE_EXCEEDS_AUTHORISED";

  /** @param capturable minor units that can be taken */
  constructor(
    readonly requested: number,
    readonly capturable: number,
    readonly currency: string,
  ) {
    super(`Only ${capturable} minor units of ${currency} can be captured, not ${requested}.`, [
      "amount",
    ]);
  }
}

/** More would be given back than was taken. */
export class RefundExceedsCaptured extends DomainError {
  readonly code = "REFUND_EXCEEDS_CAPTURED";

  /** @param refundable minor units that can be given back */
  constructor(
    readonly requested: number,
    readonly refundable: number,
    readonly currency: string,
  ) {
    super(`Only ${refundable} minor units of ${currency} can be refunded, not ${requested}.`, [
      "amount",
    ]);
  }
}

export const PAYMENT_BLOCKS = [
  "NOT_AUTHORISED",
  "NOTHING_HELD",
  "CAPTURED_IN_PART",
  "BUSY",
  "OFFLINE",
  "GATEWAY_NOT_CONFIGURED",
] as const;
/** Why something cannot be done with a payment. BUSY: the gateway was called and has not answered. */
export type PaymentBlock = (typeof PAYMENT_BLOCKS)[number];

const WHY: Readonly<Record<PaymentBlock, string>> = {
  NOT_AUTHORISED: "its money is not held",
  NOTHING_HELD: "nothing of its money is held",
  CAPTURED_IN_PART: "its gateway captures once only, and has",
  BUSY: "its gateway has not answered yet what it was called for before",
  OFFLINE: "it was paid outside of the shop",
  GATEWAY_NOT_CONFIGURED: "its gateway is not configured",
};

export class PaymentNotPossible extends DomainError {
  readonly code = "PAYMENT_NOT_POSSIBLE";

  constructor(
    readonly payment: string,
    readonly reason: PaymentBlock,
  ) {
    super(`This cannot be done with the payment ${payment}: ${WHY[reason]}.`, ["id"]);
  }
}

export const UNPAYABLE_REASONS = ["PAID", "CANCELLED", "EXPIRED"] as const;
export type UnpayableReason = (typeof UNPAYABLE_REASONS)[number];

const UNPAYABLE: Readonly<Record<UnpayableReason, string>> = {
  PAID: "it is paid already",
  CANCELLED: "it is cancelled",
  EXPIRED: "it was not paid in time and has expired",
};

export class OrderNotPayable extends DomainError {
  readonly code = "ORDER_NOT_PAYABLE";

  constructor(
    readonly order: string,
    readonly reason: UnpayableReason,
    path: readonly string[] = ["id"],
  ) {
    super(`The order ${order} cannot be paid: ${UNPAYABLE[reason]}.`, path);
  }
}

export class PaymentMethodNotFound extends DomainError {
  readonly code = "PAYMENT_METHOD_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no payment method ${missing.slice(0, 80)}.`, ["id"]);
  }
}

export class PaymentMethodKeyTaken extends DomainError {
  readonly code = "PAYMENT_METHOD_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`Another payment method already has the key "${taken}". Choose another one.`, ["key"]);
  }
}

/** What a payment method says does not fit together, or a number is out of range. */
export class InvalidPaymentMethod extends DomainError {
  readonly code = "INVALID_PAYMENT_METHOD";
}

export class PaymentMethodNotEligible extends DomainError {
  readonly code = "PAYMENT_METHOD_NOT_ELIGIBLE";

  constructor(
    readonly method: string,
    readonly reason: Ineligibility,
  ) {
    super(`This cannot be paid with "${method}": ${reason}. Choose another way to pay.`, [
      "paymentMethod",
    ]);
  }
}

export class PaymentMethodMissing extends DomainError {
  readonly code = "PAYMENT_METHOD_MISSING";

  constructor(readonly methods: readonly string[]) {
    super(`Choose how to pay: ${methods.join(", ")}.`, ["paymentMethod"]);
  }
}

export class PaymentMethodUnknown extends DomainError {
  readonly code = "PAYMENT_METHOD_UNKNOWN";

  constructor(
    readonly method: string,
    readonly methods: readonly string[],
  ) {
    super(`There is no such way to pay. Choose one of: ${methods.join(", ")}.`, ["paymentMethod"]);
  }
}
