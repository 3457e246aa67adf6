import {
  GatewayError,
  type GatewayPayment,
  type GatewayPaymentId,
  type GatewayPaymentPage,
  type PaymentGateway,
} from "../ports/payment-gateway.js";

/** What became of the comparison with one gateway. */
export interface ComparedGateway {
  readonly gateway: string;
  /** How many stored payments were compared. */
  readonly payments: number;
  /** How many stored payments could not be compared. */
  readonly unchecked: number;
  /** How many payments the gateway has listed; null when it cannot list them, or has not. */
  readonly listed: number | null;
  /** Why not everything was compared, such as `no_answer`; null when everything was. */
  readonly reason: string | null;
  /** Payments that differ, payments that the shop does not know, and orders charged too often. */
  readonly found: number;
}

/** A gateway that is asked for the truth. After a call without an answer it is not asked any more. */
export class GatewayTruths {
  readonly #counts = { payments: 0, unchecked: 0, found: 0 };
  #listed: number | null = null;
  #reason: string | null = null;
  #isSilent = false;

  /** @param gateway null: it is not configured */
  constructor(
    readonly key: string,
    private readonly gateway: PaymentGateway | null,
    private readonly signal: AbortSignal | undefined,
  ) {
    if (gateway === null) this.#fail("not_configured", true);
  }

  get canList(): boolean {
    return this.gateway?.list !== undefined;
  }

  /** @returns undefined when the gateway does not tell */
  async fetch(at: GatewayPaymentId): Promise<GatewayPayment | null | undefined> {
    return this.#ask((gateway) =>
      gateway.fetch({ reference: at.reference, key: at.key }, this.signal),
    );
  }

  /** @returns null when the gateway cannot list its payments, or does not tell */
  async list(after: string | null): Promise<GatewayPaymentPage | null> {
    if (!this.canList) return null;
    const page = await this.#ask(async (gateway) => gateway.list?.(after, this.signal));
    if (page) this.#listed = (this.#listed ?? 0) + page.payments.length;
    return page ?? null;
  }

  count(what: "payments" | "unchecked" | "found"): void {
    this.#counts[what] += 1;
  }

  result(): ComparedGateway {
    return { gateway: this.key, ...this.#counts, listed: this.#listed, reason: this.#reason };
  }

  async #ask<Answer>(
    call: (gateway: PaymentGateway) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    this.signal?.throwIfAborted();
    if (this.gateway === null || this.#isSilent) return undefined;
    try {
      return await call(this.gateway);
    } catch (error) {
      this.signal?.throwIfAborted();
      if (!(error instanceof GatewayError)) throw error;
      this.#fail(error.reason, error.failure !== "REFUSED");
      return undefined;
    }
  }

  #fail(reason: string, isSilent: boolean): void {
    this.#reason ??= reason;
    this.#isSilent ||= isSilent;
  }
}
