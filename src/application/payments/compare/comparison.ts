import type { OrderReads } from "../../orders/ports/order-reads.js";
import type { Clock } from "../../shared/clock.js";
import type { PaymentGateways } from "../ports/payment-gateways.js";
import type { PaymentReads } from "../ports/payment-reads.js";
import type { GatewayTruths } from "./gateway-truths.js";

export interface CompareNeeds {
  readonly paymentReads: Pick<PaymentReads, "ofGateways" | "named" | "forGateway" | "ofOrders">;
  readonly orderReads: Pick<OrderReads, "byId">;
  readonly gateways: PaymentGateways;
  readonly clock: Clock;
}

/**
 * DIFFERENT: what is stored of a payment is not what the gateway knows. UNKNOWN: the gateway has held
 * or taken money for a payment that is not stored. CHARGED_TWICE: more than one payment of an order
 * keeps money, and together they keep more than its total.
 */
export type FindingKind = "DIFFERENT" | "UNKNOWN" | "CHARGED_TWICE";

/** What the shop and a gateway do not agree on. */
export interface Finding {
  readonly kind: FindingKind;
  readonly gateway: string;
  /** Null for a payment that is not stored. */
  readonly paymentId: string | null;
  readonly orderId: string | null;
  /** The gateway's. */
  readonly reference: string | null;
  /** What the shop has stored, or what may be kept at most. */
  readonly stored: string;
  readonly atGateway: string;
}

/** How a comparison is made. */
export interface Comparison {
  readonly gatewayOf: (key: string) => GatewayTruths;
  /** Lets the shop store what it is told just now. */
  readonly pause: () => Promise<void>;
  readonly onFound: (finding: Finding) => void;
}
