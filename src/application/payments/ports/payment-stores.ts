import type { OrderId } from "../../../domain/orders/ids.js";
import type { PaymentId, PaymentMethodId } from "../../../domain/payments/ids.js";
import type { Payment } from "../../../domain/payments/payment.js";
import type {
  PaymentMethod,
  PaymentMethodSnapshot,
} from "../../../domain/payments/payment-method.js";
import type { TermsRevision } from "../../shared/terms-revision.js";
import type { GatewayPaymentId } from "./payment-gateway.js";

/** Which payment of which order. */
export interface PaymentNames {
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
}

/** The payments, to be changed. The order is locked before its payments. */
export interface Payments {
  /** Adds a new one with its transactions and events. */
  add(payment: Payment): Promise<void>;
  /** Locks those of an order, by attempt. */
  ofOrder(orderId: OrderId): Promise<readonly Payment[]>;
  /** Not locked. */
  namesOf(id: PaymentId): Promise<PaymentNames | null>;
  /** Not locked: by the reference of the gateway, or else by our key. */
  named(gateway: string, at: GatewayPaymentId): Promise<PaymentNames | null>;
  /** Saves what was changed; nothing when nothing was. @throws StaleVersion */
  save(payment: Payment): Promise<void>;
  /** Lets the gateway be called at a time at the latest. */
  makeDue(id: PaymentId, at: Date): Promise<void>;
  /**
   * Claims payments whose time has come, by moving it: until then they belong to the one that claims
   * them. The longest due ones first.
   */
  claimDue(now: Date, limit: number): Promise<readonly PaymentId[]>;
}

/** An event of a gateway, as it was told by a webhook. */
export interface GatewayEvent {
  readonly gateway: string;
  readonly eventId: string;
  /** Null: it is about no payment of this shop. */
  readonly paymentId: PaymentId | null;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
}

export interface GatewayEvents {
  /** @returns false for an event that is stored already */
  add(event: GatewayEvent): Promise<boolean>;
  /** Removes events that were received before a time. @returns how many, at most the limit */
  removeReceivedBefore(time: Date, limit: number): Promise<number>;
}

/** The payment methods, to be changed. */
export interface PaymentMethods {
  /** Locks it. @throws PaymentMethodNotFound */
  get(id: PaymentMethodId): Promise<PaymentMethod>;
  /** Not locked, by position. */
  all(): Promise<readonly PaymentMethodSnapshot[]>;
  /** @throws PaymentMethodKeyTaken, StaleVersion */
  save(method: PaymentMethod): Promise<void>;
  remove(method: PaymentMethod): Promise<void>;
}

/** The payment methods that buyers are offered. */
export interface OfferedMethods {
  /** All of them, by position. Without a statement when those of the revision are in memory. */
  at(revision: TermsRevision): Promise<readonly PaymentMethodSnapshot[]>;
}

export interface PaymentStores {
  readonly payments: Payments;
  readonly gatewayEvents: GatewayEvents;
  readonly paymentMethods: PaymentMethods;
  readonly offeredMethods: OfferedMethods;
}
