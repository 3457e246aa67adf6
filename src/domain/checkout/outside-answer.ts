import type { DeliveryOptionId } from "../delivery/ids.js";

/**
 * What a service outside answered about a cart, with what it was asked, in its stored form: plain
 * JSON, and no secret of the service.
 */
export interface OutsideAnswer {
  readonly kind: "TAX" | "DELIVERY";
  /** The option whose price was asked for; null for taxes. */
  readonly option: DeliveryOptionId | null;
  /** For people: who was asked. */
  readonly service: string;
  /** FALLBACK: the shop decided, because the service did not answer. */
  readonly source: "SERVICE" | "FALLBACK";
  readonly question: unknown;
  readonly answer: unknown;
  /** ISO 8601, in UTC. */
  readonly requestedAt: string;
  /** From then on no order is placed with it (exclusive). ISO 8601, in UTC. */
  readonly expiresAt: string;
}
