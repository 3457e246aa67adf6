import type {
  GatewayPayment,
  PaymentGateway,
  WebhookRequest,
} from "../../../src/application/payments/ports/payment-gateway.js";

/** Tokens of a gateway by what becomes of a payment with them; null where it has none. */
export interface GatewayTokens {
  readonly succeeds: string;
  readonly isDeclined: string;
  readonly declineCode: string;
  readonly requiresAction: string;
  readonly settlesLater: string | null;
  /** Held or captured, but the call gets no answer. */
  readonly timesOut: string | null;
  /** Held or captured, but the connection is cut once. */
  readonly isCut: string | null;
  /** Held or captured, but answered with an error 500, whenever the key is sent. */
  readonly fails: string | null;
}

/** How a service is out of order. REFUSED: nothing listens. */
export type Trouble = "REFUSED" | "ERROR_503" | "HANG" | "CUT";

/** A gateway with a service behind it that a test can tell what to do. */
export interface GatewaySubject {
  readonly gateway: PaymentGateway;
  readonly tokens: GatewayTokens;
  /** What the buyer does about the next action. */
  act(payment: GatewayPayment, decision: "approve" | "decline"): Promise<void>;
  /** What happens to a payment at the gateway. */
  happen(
    payment: GatewayPayment,
    happening: "SETTLE" | "EXPIRE" | "DISPUTE" | "REFUND" | "REFUND_FAILS",
  ): Promise<void>;
  /** How many payments of an order money was held or taken for. */
  chargesOf(orderId: string): Promise<number>;
  /** The webhooks that the service has sent so far. */
  webhooks(): readonly WebhookRequest[];
  /** While the work runs, the service is out of order. */
  during<Result>(trouble: Trouble, work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
