import {
  GatewayError,
  type GatewayAmountRequest,
  type GatewayNotice,
  type GatewayPayment,
  type GatewayPaymentId,
  type GatewayPaymentPage,
  type PaymentGateway,
  type PaymentRequest,
  type WebhookRequest,
} from "../../../application/payments/ports/payment-gateway.js";
import { GatewayCalls, type GatewayCallNeeds } from "../gateway-calls.js";
import { wasNotSent } from "../was-not-sent.js";
import { JsonFields } from "./json-fields.js";
import { readPage, readPayment } from "./read-payment.js";
import { readSandboxWebhook } from "./read-sandbox-webhook.js";

const KEY = "sandbox";
/** Payments. */
const PAGE = "500";

/** A sandbox that runs. */
export interface SandboxAddress {
  /** Such as `http://127.0.0.1:41234`; null while it does not run. */
  origin(): string | null;
  /** The bearer token of its API. */
  readonly secret: string;
  /** What its webhooks are signed with. */
  readonly webhookSecret: string;
}

interface Message {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
}

/** The payment gateway for development and tests, a process of its own. */
export class SandboxPaymentGateway implements PaymentGateway {
  readonly key = KEY;
  readonly abilities = { severalCaptures: true };
  readonly #calls: GatewayCalls;

  constructor(
    private readonly address: SandboxAddress,
    needs: GatewayCallNeeds,
  ) {
    this.#calls = new GatewayCalls(KEY, needs);
  }

  authorise(
    { key, orderId, orderNumber, amount, capture, token, returnUrl }: PaymentRequest,
    signal?: AbortSignal,
  ): Promise<GatewayPayment> {
    const body = { key, orderId, orderNumber, amount, capture, token, returnUrl };
    return this.#payment({ method: "POST", path: "/payments", body }, signal);
  }

  capture(request: GatewayAmountRequest, signal?: AbortSignal): Promise<GatewayPayment> {
    const body = amountBody(request);
    return this.#payment({ method: "POST", path: "/captures", body }, signal);
  }

  cancel(payment: GatewayPaymentId, signal?: AbortSignal): Promise<GatewayPayment> {
    const body = { payment: idOf(payment) };
    return this.#payment({ method: "POST", path: "/cancellations", body }, signal);
  }

  refund(request: GatewayAmountRequest, signal?: AbortSignal): Promise<GatewayPayment> {
    const body = amountBody(request);
    return this.#payment({ method: "POST", path: "/refunds", body }, signal);
  }

  async fetch(payment: GatewayPaymentId, signal?: AbortSignal): Promise<GatewayPayment | null> {
    const query = new URLSearchParams(idOf(payment));
    try {
      return await this.#payment({ method: "GET", path: `/payments?${query.toString()}` }, signal);
    } catch (error) {
      if (error instanceof GatewayError && error.reason === "unknown_payment") return null;
      throw error;
    }
  }

  list(after: string | null, signal?: AbortSignal): Promise<GatewayPaymentPage> {
    const query = new URLSearchParams({ first: PAGE, ...(after !== null && { after }) });
    const message = { method: "GET", path: `/ledger?${query.toString()}` } as const;
    return this.#ask(message, readPage, signal);
  }

  readWebhook(request: WebhookRequest, now: Date): GatewayNotice | null {
    return readSandboxWebhook(request, this.address.webhookSecret, now);
  }

  #payment(message: Message, signal?: AbortSignal): Promise<GatewayPayment> {
    return this.#ask(message, (content) => readPayment(content.object("payment")), signal);
  }

  #ask<Answer>(
    message: Message,
    read: (content: JsonFields) => Answer,
    signal?: AbortSignal,
  ): Promise<Answer> {
    return this.#calls.call(
      async (ended) => read(await this.#contentOf(await this.#send(message, ended))),
      signal,
    );
  }

  async #send({ method, path, body }: Message, signal: AbortSignal): Promise<Response> {
    const origin = this.address.origin();
    if (origin === null) throw new GatewayError(KEY, "NOT_SENT", "not_running");
    try {
      return await fetch(origin + path, {
        method,
        headers: {
          authorization: `Bearer ${this.address.secret}`,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: "error",
        signal,
      });
    } catch (cause) {
      throw wasNotSent(cause)
        ? new GatewayError(KEY, "NOT_SENT", "not_reached", { cause })
        : new GatewayError(KEY, "UNKNOWN", "no_answer", { cause });
    }
  }

  async #contentOf(answer: Response): Promise<JsonFields> {
    if (answer.status >= 500) {
      await answer.body?.cancel();
      throw new GatewayError(KEY, "UNKNOWN", `http_${answer.status}`);
    }
    const content = new JsonFields(await answer.json());
    if (answer.ok) return content;
    // Such as another sandbox at this address: the payment is not there, and can be tried again.
    if (answer.status === 401) throw new GatewayError(KEY, "NOT_SENT", "unauthenticated");
    throw new GatewayError(KEY, "REFUSED", content.object("error").text("code"));
  }
}

/** The reference alone where it is known: payments that Plinth did not start have no key. */
const idOf = ({ reference, key }: GatewayPaymentId): Readonly<Record<string, string>> =>
  reference === null ? { key } : { reference };

const amountBody = (request: GatewayAmountRequest) => ({
  payment: idOf(request),
  requestKey: request.requestKey,
  amount: request.amount,
});
