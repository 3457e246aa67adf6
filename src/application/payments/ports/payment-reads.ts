import type { OrderId } from "../../../domain/orders/ids.js";
import type { PaymentId, PaymentMethodId, RefundId } from "../../../domain/payments/ids.js";
import type { PaymentMethodSnapshot } from "../../../domain/payments/payment-method.js";
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
  /** By position. @throws InvalidCursor */
  methods(page: PageRequest): Promise<Page<PaymentMethodSnapshot>>;
  countMethods(): Promise<number>;
  methodsById(
    ids: readonly PaymentMethodId[],
  ): Promise<ReadonlyMap<PaymentMethodId, PaymentMethodSnapshot>>;
  methodsByKey(keys: readonly string[]): Promise<ReadonlyMap<string, PaymentMethodSnapshot>>;
}
