import {
  StripeRefusal,
  type FakeCharge,
  type FakeDispute,
  type FakeIntent,
  type FakeRefund,
} from "./stripe-objects.js";

export type Params = Readonly<Record<string, string>>;

/** The payments of the stand-in of Stripe, and what its documentation says that may become of them. */
export class StripeLedger {
  readonly intents = new Map<string, FakeIntent>();
  readonly refunds: FakeRefund[] = [];
  readonly disputes: FakeDispute[] = [];
  #last = 0;

  constructor(private readonly now: () => number) {}

  create(params: Params): FakeIntent {
    const amount = Number(params["amount"]);
    if (!Number.isSafeInteger(amount) || amount < 1)
      throw new StripeRefusal(400, "parameter_invalid_integer");
    const id = this.#id("pi");
    const intent: FakeIntent = {
      id,
      object: "payment_intent",
      amount,
      currency: params["currency"] ?? "",
      capture_method: params["capture_method"] ?? "automatic",
      client_secret: `${id}_secret_1`,
      created: this.now(),
      metadata: metadataOf(params),
      payment_method: params["payment_method"] ?? null,
      status: "requires_payment_method",
      amount_received: 0,
      latest_charge: null,
      last_payment_error: null,
      next_action: null,
      cancellation_reason: null,
    };
    this.intents.set(id, intent);
    if (params["confirm"] === "true") this.#confirm(intent, params["return_url"]);
    return intent;
  }

  capture(id: string, params: Params): FakeIntent {
    const intent = this.get(id);
    if (intent.status !== "requires_capture") throw unexpected(intent);
    const amount = Number(params["amount_to_capture"] ?? intent.amount);
    if (amount > intent.amount) throw new StripeRefusal(400, "amount_too_large");
    this.#take(intent, amount);
    return intent;
  }

  cancel(id: string): FakeIntent {
    const intent = this.get(id);
    if (["succeeded", "canceled"].includes(intent.status)) throw unexpected(intent);
    intent.status = "canceled";
    intent.next_action = null;
    intent.cancellation_reason = null;
    return intent;
  }

  refund(params: Params): FakeRefund {
    const intent = this.get(params["payment_intent"] ?? "");
    const amount = Number(params["amount"]);
    if (intent.latest_charge?.disputed) throw new StripeRefusal(400, "charge_disputed");
    const left = intent.amount_received - this.#returned(intent.id);
    if (left === 0) throw new StripeRefusal(400, "charge_already_refunded");
    if (amount > left) throw new StripeRefusal(400, null);
    return this.addRefund(intent, amount, metadataOf(params));
  }

  addRefund(intent: FakeIntent, amount: number, metadata: Readonly<Record<string, string>>) {
    const refund: FakeRefund = {
      id: this.#id("re"),
      object: "refund",
      payment_intent: intent.id,
      amount,
      currency: intent.currency,
      metadata,
      created: this.now(),
      status: "succeeded",
    };
    this.refunds.push(refund);
    return refund;
  }

  /** What the buyer decides at the page of the bank. */
  act(id: string, decision: "approve" | "decline"): void {
    const intent = this.get(id);
    intent.next_action = null;
    if (decision === "approve") this.#charge(intent);
    else this.#decline(intent, { code: "payment_intent_authentication_failure" });
  }

  settle(id: string): void {
    this.#charge(this.get(id));
  }

  expire(id: string): void {
    const intent = this.get(id);
    intent.status = "canceled";
    intent.cancellation_reason = "automatic";
  }

  dispute(id: string): FakeDispute {
    const intent = this.get(id);
    if (intent.latest_charge) intent.latest_charge.disputed = true;
    const dispute: FakeDispute = {
      id: this.#id("dp"),
      object: "dispute",
      payment_intent: id,
      amount: intent.amount_received,
      currency: intent.currency,
      reason: "fraudulent",
      status: "needs_response",
    };
    this.disputes.push(dispute);
    return dispute;
  }

  get(id: string): FakeIntent {
    const intent = this.intents.get(id);
    if (!intent) throw new StripeRefusal(404, "resource_missing");
    return intent;
  }

  #confirm(intent: FakeIntent, returnUrl: string | undefined): void {
    const method = intent.payment_method ?? "";
    if (method.endsWith("chargeDeclinedInsufficientFunds")) {
      this.#decline(intent, { code: "card_declined", decline_code: "insufficient_funds" });
      throw new StripeRefusal(402, "card_declined", { payment_intent: intent }, "card_error");
    }
    if (method.endsWith("authenticationRequired")) {
      intent.status = "requires_action";
      intent.next_action =
        returnUrl === undefined
          ? { type: "use_stripe_sdk", use_stripe_sdk: {} }
          : {
              type: "redirect_to_url",
              redirect_to_url: {
                url: `https://hooks.stripe.com/${intent.id}`,
                return_url: returnUrl,
              },
            };
    } else if (method === "pm_sepa_debit") intent.status = "processing";
    else this.#charge(intent);
  }

  #charge(intent: FakeIntent): void {
    const charge: FakeCharge = {
      id: this.#id("ch"),
      object: "charge",
      amount: intent.amount,
      created: this.now(),
      status: "succeeded",
      payment_method_details: { card: { capture_before: this.now() + 6 * 86_400 } },
      captured: false,
      disputed: false,
    };
    intent.latest_charge = charge;
    if (intent.capture_method === "manual") intent.status = "requires_capture";
    else this.#take(intent, intent.amount);
  }

  /** The rest of what is held is released. */
  #take(intent: FakeIntent, amount: number): void {
    intent.status = "succeeded";
    intent.amount_received = amount;
    if (intent.latest_charge) intent.latest_charge.captured = true;
  }

  #decline(intent: FakeIntent, error: Readonly<Record<string, string>>): void {
    intent.status = "requires_payment_method";
    intent.last_payment_error = error;
  }

  #returned(id: string): number {
    return this.refunds
      .filter((one) => one.payment_intent === id && !["failed", "canceled"].includes(one.status))
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  #id(kind: string): string {
    return `${kind}_${(this.#last += 1).toString().padStart(6, "0")}${process.pid}`;
  }
}

const unexpected = (intent: FakeIntent): StripeRefusal =>
  new StripeRefusal(400, "payment_intent_unexpected_state", { payment_intent: intent });

const metadataOf = (params: Params): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const [, key] = /^metadata\[(\w+)\]$/.exec(name) ?? [];
      return key === undefined ? [] : [[key, value]];
    }),
  );
