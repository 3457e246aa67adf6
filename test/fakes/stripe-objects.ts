/** What the stand-in of Stripe keeps, in the form in which Stripe answers it. */
export interface FakeRefund {
  readonly id: string;
  readonly object: "refund";
  readonly payment_intent: string;
  readonly amount: number;
  readonly currency: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly created: number;
  status: string;
  failure_reason?: string;
}

export interface FakeDispute {
  readonly id: string;
  readonly object: "dispute";
  readonly payment_intent: string;
  readonly amount: number;
  readonly currency: string;
  readonly reason: string;
  status: string;
}

export interface FakeCharge {
  readonly id: string;
  readonly object: "charge";
  readonly amount: number;
  readonly created: number;
  readonly status: "succeeded";
  readonly payment_method_details: { readonly card: { readonly capture_before: number } };
  captured: boolean;
  disputed: boolean;
}

export interface FakeIntent {
  readonly id: string;
  readonly object: "payment_intent";
  readonly amount: number;
  readonly currency: string;
  readonly capture_method: string;
  readonly client_secret: string;
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly payment_method: string | null;
  status: string;
  amount_received: number;
  latest_charge: FakeCharge | null;
  last_payment_error: Readonly<Record<string, string>> | null;
  next_action: Readonly<Record<string, unknown>> | null;
  cancellation_reason: string | null;
}

/** An error that Stripe answers with. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string | null,
    readonly more: Readonly<Record<string, unknown>> = {},
    readonly type = "invalid_request_error",
  ) {
    super(code ?? type);
  }
}
