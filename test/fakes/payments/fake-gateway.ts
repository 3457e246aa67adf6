import {
  GatewayError,
  type GatewayAmountRequest,
  type GatewayNotice,
  type GatewayPayment,
  type GatewayPaymentId,
  type GatewayPaymentPage,
  type GatewayRefund,
  type PaymentGateway,
  type PaymentRequest,
} from "../../../src/application/payments/ports/payment-gateway.js";

/** What goes wrong with the next call, after or before the gateway has done it. */
export type Fault = "TIMEOUT_AFTER" | "ERROR_AFTER" | "DOWN" | "REFUSED";

type Kept = { -readonly [Field in keyof GatewayPayment]: GatewayPayment[Field] };

/**
 * A gateway in memory. What it does follows from the token: `ok`, `decline`, `action`, `later`, and
 * `settles`, which is pending until it is looked up. Each payment is kept by its key, so that the same key never charges twice.
 */
export class FakeGateway implements PaymentGateway {
  readonly abilities = { severalCaptures: false };
  readonly payments = new Map<string, Kept>();
  /** The calls, with their keys. */
  readonly calls: string[] = [];
  /** The requests to start a payment, as they came. */
  readonly requests: PaymentRequest[] = [];
  readonly #faults: (readonly [string, Fault])[] = [];
  readonly #settles = new Set<string>();
  #next = 1;

  constructor(readonly key = "fake") {}

  /** The next call of a kind fails. */
  fail(call: string, ...faults: readonly Fault[]): void {
    for (const fault of faults) this.#faults.push([call, fault]);
  }

  /** Changes what the gateway knows of a payment, as if it had happened there. */
  happen(key: string, change: Partial<GatewayPayment>): void {
    Object.assign(this.#known({ key, reference: null }), change);
  }

  /** @returns brings back what is known now */
  remember(): () => void {
    const known = structuredClone([...this.payments]);
    return () => {
      this.payments.clear();
      for (const [key, payment] of structuredClone(known)) this.payments.set(key, payment);
    };
  }

  /** The only payment. */
  get only(): GatewayPayment {
    const [one] = this.payments.values();
    if (!one) throw new Error("The gateway knows no payment.");
    return one;
  }

  authorise(request: PaymentRequest): Promise<GatewayPayment> {
    this.requests.push(request);
    return this.#call("authorise", request.key, () => {
      const known = this.payments.get(request.key);
      if (known) return known;
      const { key, orderId, amount, capture, token } = request;
      if (token === "settles") this.#settles.add(key);
      const isHeld = token === "ok";
      const isTaken = isHeld && capture === "AUTOMATIC";
      const started: Kept = {
        reference: `ref-${this.#next++}`,
        key,
        orderId,
        amount,
        state: stateOf(token, isTaken),
        authorised: isHeld ? amount.minorUnits : 0,
        captured: isTaken ? amount.minorUnits : 0,
        authorisedUntil: null,
        nextAction: token === "action" ? { kind: "REDIRECT", url: "https://bank.test/3ds" } : null,
        declineCode: token === "decline" ? "insufficient_funds" : null,
        refunds: [],
        disputes: [],
      };
      this.payments.set(key, started);
      return started;
    });
  }

  capture({ requestKey, amount, ...at }: GatewayAmountRequest): Promise<GatewayPayment> {
    return this.#call("capture", requestKey, () => {
      const known = this.#known(at);
      if (known.state === "AUTHORISED") {
        known.state = "CAPTURED";
        known.captured += amount.minorUnits;
      }
      return known;
    });
  }

  cancel(at: GatewayPaymentId): Promise<GatewayPayment> {
    return this.#call("cancel", at.key, () => {
      const known = this.#known(at);
      if (known.state !== "CAPTURED") known.state = "CANCELLED";
      return known;
    });
  }

  refund({ requestKey, amount, ...at }: GatewayAmountRequest): Promise<GatewayPayment> {
    return this.#call("refund", requestKey, () => {
      const known = this.#known(at);
      if (known.refunds.some(({ key }) => key === requestKey)) return known;
      const refunded = known.refunds
        .filter(({ state }) => state !== "FAILED")
        .reduce((sum, one) => sum + one.amount.minorUnits, 0);
      if (refunded + amount.minorUnits > known.captured)
        throw new GatewayError(this.key, "REFUSED", "refund_too_high");
      if (known.disputes.some(({ state }) => state === "OPEN"))
        throw new GatewayError(this.key, "REFUSED", "charge_disputed");
      const refund: GatewayRefund = {
        reference: `refund-${this.#next++}`,
        key: requestKey,
        amount,
        state: "SUCCEEDED",
        failure: null,
      };
      known.refunds = [...known.refunds, refund];
      return known;
    });
  }

  async fetch(at: GatewayPaymentId): Promise<GatewayPayment | null> {
    return this.#call("fetch", at.key, () => {
      const known = this.#find(at);
      if (known?.state === "PENDING" && this.#settles.has(known.key ?? ""))
        Object.assign(known, {
          state: "CAPTURED",
          authorised: known.amount.minorUnits,
          captured: known.amount.minorUnits,
        });
      return known ?? null;
    });
  }

  /** Two at a time. */
  async list(after: string | null): Promise<GatewayPaymentPage> {
    return this.#call("list", after ?? "", () => {
      const all = [...this.payments.values()];
      const start = after === null ? 0 : all.findIndex((one) => one.reference === after) + 1;
      const payments = all.slice(start, start + 2);
      const next = start + 2 < all.length ? (payments.at(-1)?.reference ?? null) : null;
      return { payments, next };
    });
  }

  readWebhook({ headers, body }: Parameters<PaymentGateway["readWebhook"]>[0]) {
    if (headers["signature"] !== "right") return null;
    const notice = JSON.parse(new TextDecoder().decode(body)) as GatewayNotice;
    return { ...notice, occurredAt: new Date(notice.occurredAt) };
  }

  async #call<Answer>(name: string, key: string, work: () => Answer): Promise<Answer> {
    this.calls.push(`${name} ${key}`);
    const index = this.#faults.findIndex(([call]) => call === name);
    const [, fault] = index < 0 ? [] : (this.#faults.splice(index, 1)[0] ?? []);
    if (fault === "DOWN") throw new GatewayError(this.key, "NOT_SENT", "unreachable");
    if (fault === "REFUSED") throw new GatewayError(this.key, "REFUSED", "not_allowed");
    const answer = structuredClone(work());
    if (fault) throw new GatewayError(this.key, "UNKNOWN", fault.toLowerCase());
    return answer;
  }

  #find({ reference, key }: GatewayPaymentId): Kept | undefined {
    return [...this.payments.values()].find((one) =>
      reference === null ? one.key === key : one.reference === reference,
    );
  }

  #known(at: GatewayPaymentId): Kept {
    const found = this.#find(at);
    if (!found) throw new GatewayError(this.key, "REFUSED", "no_such_payment");
    return found;
  }
}

const stateOf = (token: string | null, isTaken: boolean): GatewayPayment["state"] => {
  if (token === "decline") return "DECLINED";
  if (token === "action") return "REQUIRES_ACTION";
  if (token !== "ok") return "PENDING";
  return isTaken ? "CAPTURED" : "AUTHORISED";
};
