import type { OrderId } from "../../../domain/orders/ids.js";
import type { PaymentId, PaymentMethodId, RefundId } from "../../../domain/payments/ids.js";
import type { PaymentMethodSnapshot } from "../../../domain/payments/payment-method.js";
import type { GatewayPayment } from "../../../domain/payments/gateway-payment.js";
import type { PaymentSnapshot } from "../../../domain/payments/payment-snapshot.js";
import type { PaymentState } from "../../../domain/payments/payment-states.js";
import type { PaymentTransaction } from "../../../domain/payments/payment-transaction.js";
import type { Page, PageRequest } from "../../shared/page.js";

/** A payment without what only the gateway is told. */
export type PaymentView = Omit<PaymentSnapshot, "key" | "token" | "returnUrl" | "dueAt" | "checks">;

/** All conditions must hold; of the values of a list one. */
export interface PaymentFilter {
  readonly states?: readonly PaymentState[];
  /** The keys of gateways. */
  readonly gateways?: readonly string[];
  readonly orders?: readonly OrderId[];
  /** Whether staff have to look at it. */
  readonly isFlagged?: boolean;
}

/** Reads payments, outside of any unit of work. */
export interface PaymentReads {
  /** By attempt. */
  ofOrders(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, readonly PaymentView[]>>;
  byId(ids: readonly PaymentId[]): Promise<ReadonlyMap<PaymentId, PaymentView>>;
  /** The latest first. @throws InvalidCursor */
  list(filter: PaymentFilter, page: PageRequest): Promise<Page<PaymentView>>;
  count(filter: PaymentFilter): Promise<number>;
  /** The payments of refunds. */
  ofRefunds(ids: readonly RefundId[]): Promise<ReadonlyMap<RefundId, PaymentView>>;
  /** Oldest first. */
  transactionsOf(
    ids: readonly PaymentId[],
  ): Promise<ReadonlyMap<PaymentId, readonly PaymentTransaction[]>>;
  /** With what the gateway is told. Null: there is none. */
  forGateway(id: PaymentId): Promise<PaymentSnapshot | null>;
  /** Those of gateways with what these are told, by id, after one. */
  ofGateways(after: PaymentId | null, limit: number): Promise<readonly PaymentSnapshot[]>;
  /**
   * The ids of the payments that a gateway has told of: by its reference, or by our key when no
   * reference is stored yet. In the order of the names; null: there is none.
   */
  named(
    gateway: string,
    names: readonly Pick<GatewayPayment, "reference" | "key">[],
  ): Promise<readonly (PaymentId | null)[]>;
  /** By position. @throws InvalidCursor */
  methods(page: PageRequest): Promise<Page<PaymentMethodSnapshot>>;
  countMethods(): Promise<number>;
  methodsById(
    ids: readonly PaymentMethodId[],
  ): Promise<ReadonlyMap<PaymentMethodId, PaymentMethodSnapshot>>;
  methodsByKey(keys: readonly string[]): Promise<ReadonlyMap<string, PaymentMethodSnapshot>>;
}
