import { DomainError } from "../shared/domain-error.js";
import { Money } from "../shared/money.js";
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

  /** The most that can be taken, as a decimal. */
  readonly most: string;

  /** @param capturable minor units that can be taken */
  constructor(
    readonly requested: number,
    capturable: number,
    readonly currency: string,
  ) {
    const most = Money.of(capturable, currency).toDecimal();
    super(`Only ${most} ${currency} can be captured.`, ["amount"]);
    this.most = most;
  }
}

/** More would be given back than was taken. */
export class RefundExceedsCaptured extends DomainError {
  readonly code = "REFUND_EXCEEDS_CAPTURED";

  /** The most that can be given back, as a decimal. */
  readonly most: string;

  /** @param refundable minor units that can be given back */
  constructor(
    readonly requested: number,
    refundable: number,
    readonly currency: string,
  ) {
    const most = Money.of(refundable, currency).toDecimal();
    super(`Only ${most} ${currency} can be refunded.`, ["amount"]);
    this.most = most;
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
    readonly blockedBy: PaymentBlock,
  ) {
    super(`This cannot be done with the payment ${payment}: ${WHY[blockedBy]}.`, ["id"]);
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
    readonly unpayableReason: UnpayableReason,
    path: readonly string[] = ["id"],
  ) {
    super(`The order ${order} cannot be paid: ${UNPAYABLE[unpayableReason]}.`, path);
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
    readonly ineligibility: Ineligibility,
  ) {
    super(`This cannot be paid with "${method}": ${ineligibility}. Choose another way to pay.`, [
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

/** Nothing, or less, would be taken, given back or received. */
export class AmountNotPositive extends DomainError {
  readonly code = "AMOUNT_NOT_POSITIVE";

  constructor() {
    super("Use an amount above zero.");
  }
}

/** The token of a buyer cannot be one of a gateway. */
export class InvalidPaymentToken extends DomainError {
  readonly code = "INVALID_PAYMENT_TOKEN";

  constructor(message: string) {
    super(message, ["payment", "token"]);
  }
}

/** A buyer would come back to a page that is none of a storefront of the shop. */
export class InvalidReturnUrl extends DomainError {
  readonly code = "INVALID_RETURN_URL";

  constructor(message: string) {
    super(message, ["payment", "returnUrl"]);
  }
}
