import { randomUUID } from "node:crypto";
import type Stripe from "stripe";
import {
  GatewayError,
  type GatewayAmountRequest,
  type GatewayNotice,
  type GatewayPayment,
  type GatewayPaymentId,
  type PaymentGateway,
  type PaymentRequest,
  type WebhookRequest,
} from "../../../application/payments/ports/payment-gateway.js";
import type { Clock } from "../../../application/shared/clock.js";
import { GatewayCalls, type GatewayCallNeeds } from "../gateway-calls.js";
import { findPayment } from "./find-payment.js";
import { onceHttpClient } from "./once-http-client.js";
import { chargeOf, METADATA, presentPayment } from "./present-payment.js";
import { readStripeWebhook } from "./read-stripe-webhook.js";
import { chargedAmount } from "./charged-amount.js";
import { declinedPayment, hasCode, stripeFailure } from "./stripe-failure.js";

const KEY = "stripe";
/** The version of the API that the SDK and the tests are made for. */
const API_VERSION = "2026-10-28.endive";

interface StripeKeys {
  readonly secretKey: string;
  /** What webhooks are signed with. */
  readonly webhookSecret: string;
}

export interface StripeNeeds extends GatewayCallNeeds {
  readonly clock: Clock;
  /** Another server than Stripe's, for tests. */
  readonly server?: Pick<Stripe.StripeConfig, "host" | "port" | "protocol">;
}

const WITH_CHARGE = { expand: ["latest_charge"] };

/** Payments through Stripe, as PaymentIntents. */
export class StripePaymentGateway implements PaymentGateway {
  readonly key = KEY;
  readonly abilities = { severalCaptures: false };
  readonly #calls: GatewayCalls;

  private constructor(
    private readonly stripe: Stripe,
    private readonly keys: StripeKeys,
    private readonly needs: StripeNeeds,
  ) {
    this.#calls = new GatewayCalls(KEY, needs);
  }

  /** Loads the SDK, which no process without Stripe needs. */
  static async open(keys: StripeKeys, needs: StripeNeeds): Promise<StripePaymentGateway> {
    const { default: Sdk } = await import("stripe");
    const stripe = new Sdk(keys.secretKey, {
      apiVersion: API_VERSION,
      // Calls are repeated within the limits of `OutsideCalls`.
      maxNetworkRetries: 0,
      httpClient: onceHttpClient(Sdk.createNodeHttpClient()),
      timeout: needs.limits.gatewayMs,
      telemetry: false,
      ...needs.server,
    });
    return new StripePaymentGateway(stripe, keys, needs);
  }

  authorise(request: PaymentRequest, signal?: AbortSignal): Promise<GatewayPayment> {
    const { key: idempotencyKey } = request;
    return this.#call(async () => {
      try {
        const made = await this.stripe.paymentIntents.create(paymentParams(request), {
          idempotencyKey,
        });
        // A repeated call is answered as the first one was, whatever has happened since.
        const isReplayed = made.lastResponse.headers["idempotent-replayed"] === "true";
        return isReplayed ? await this.#truthOf(made.id) : presentPayment(made, [], []);
      } catch (error) {
        const declined = declinedPayment(error);
        if (declined) return this.#truthOf(declined.id);
        throw error;
      }
    }, signal);
  }

  capture(request: GatewayAmountRequest, signal?: AbortSignal): Promise<GatewayPayment> {
    return this.#call(async () => {
      const id = await this.#idOf(request);
      const amount = chargedAmount(request.amount);
      await this.stripe.paymentIntents.capture(
        id,
        { amount_to_capture: amount },
        { idempotencyKey: request.requestKey },
      );
      return this.#truthOf(id);
    }, signal);
  }

  cancel(payment: GatewayPaymentId, signal?: AbortSignal): Promise<GatewayPayment> {
    return this.#call(async () => {
      const id = await this.#idOf(payment);
      try {
        // A second cancellation does nothing, and must not be answered with what the first one was.
        const idempotencyKey = `cancel-${id}-${randomUUID()}`;
        await this.stripe.paymentIntents.cancel(id, {}, { idempotencyKey });
      } catch (error) {
        if (!hasCode(error, "payment_intent_unexpected_state")) throw error;
      }
      return this.#truthOf(id);
    }, signal);
  }

  refund(request: GatewayAmountRequest, signal?: AbortSignal): Promise<GatewayPayment> {
    const { requestKey } = request;
    return this.#call(async () => {
      const id = await this.#idOf(request);
      const amount = chargedAmount(request.amount);
      await this.stripe.refunds.create(
        { payment_intent: id, amount, metadata: { [METADATA.key]: requestKey } },
        { idempotencyKey: requestKey },
      );
      return this.#truthOf(id);
    }, signal);
  }

  fetch(payment: GatewayPaymentId, signal?: AbortSignal): Promise<GatewayPayment | null> {
    return this.#call(async () => {
      const id = await this.#find(payment);
      try {
        return id === null ? null : await this.#truthOf(id);
      } catch (error) {
        if (hasCode(error, "resource_missing")) return null;
        throw error;
      }
    }, signal);
  }

  readWebhook(request: WebhookRequest, now: Date): GatewayNotice | null {
    return readStripeWebhook(this.stripe.webhooks, request, this.keys.webhookSecret, now);
  }

  #call<Answer>(send: () => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    return this.#calls.call(
      () =>
        send().catch((error: unknown) => {
          throw stripeFailure(error);
        }),
      signal,
    );
  }

  async #truthOf(id: string): Promise<GatewayPayment> {
    const intent = await this.stripe.paymentIntents.retrieve(id, WITH_CHARGE);
    const charge = chargeOf(intent);
    const all = { payment_intent: id, limit: 100 };
    const [refunds, disputes] = await Promise.all([
      charge?.captured ? this.stripe.refunds.list(all).autoPagingToArray(MOST) : [],
      charge?.disputed ? this.stripe.disputes.list(all).autoPagingToArray(MOST) : [],
    ]);
    return presentPayment(intent, refunds, disputes);
  }

  async #idOf(payment: GatewayPaymentId): Promise<string> {
    const id = await this.#find(payment);
    if (id === null) throw new GatewayError(KEY, "REFUSED", "unknown_payment");
    return id;
  }

  async #find({ reference, key }: GatewayPaymentId): Promise<string | null> {
    return reference ?? (await findPayment(this.stripe, key, this.needs.clock.now()));
  }
}

const MOST = { limit: 1_000 };

const paymentParams = ({
  key,
  orderId,
  orderNumber,
  amount,
  capture,
  token,
  returnUrl,
}: PaymentRequest): Stripe.PaymentIntentCreateParams => ({
  amount: chargedAmount(amount),
  currency: amount.currency.toLowerCase(),
  capture_method: capture === "MANUAL" ? "manual" : "automatic",
  description: `Order ${orderNumber}`,
  metadata: { [METADATA.key]: key, [METADATA.order]: orderId },
  // Methods that send the buyer to another page need an address to come back to.
  automatic_payment_methods: {
    enabled: true,
    allow_redirects: returnUrl === null ? "never" : "always",
  },
  ...(token !== null && {
    confirm: true,
    ...(token.startsWith("ctoken_") ? { confirmation_token: token } : { payment_method: token }),
    ...(returnUrl !== null && { return_url: returnUrl }),
  }),
  ...WITH_CHARGE,
});
