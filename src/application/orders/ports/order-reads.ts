import type { CancelReason } from "../../../domain/orders/cancel-reason.js";
import type { OrderId } from "../../../domain/orders/ids.js";
import type { OrderContent } from "../../../domain/orders/order-content.js";
import type {
  FulfilmentStatus,
  OrderState,
  PaymentStatus,
} from "../../../domain/orders/order-states.js";
import type { TimelineEntry } from "../../../domain/orders/timeline-entry.js";
import type { Money } from "../../../domain/shared/money.js";
import type { SalesChannel } from "../../../domain/shared/sales-channel.js";
import type { Page, PageRequest } from "../../shared/page.js";

/** What lists show of an order, without its content. */
export interface OrderView {
  readonly id: OrderId;
  readonly number: string;
  readonly state: OrderState;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly salesChannel: SalesChannel;
  readonly total: Money;
  /** How many units were ordered. */
  readonly units: number;
  readonly email: string;
  /** Empty when no address has a name. */
  readonly buyerName: string;
  readonly paymentMethod: string | null;
  readonly reservationEndsAt: Date | null;
  readonly cancelReason: CancelReason | null;
  /** Whether it is not known yet what comes of a payment. */
  readonly isPaymentOpen: boolean;
  readonly version: number;
  readonly placedAt: Date;
  readonly updatedAt: Date;
}

export const ORDER_SORT_KEYS = ["PLACED_AT", "TOTAL"] as const;
export type OrderSortKey = (typeof ORDER_SORT_KEYS)[number];

/** All conditions must hold; of the values of a list one. */
export interface OrderFilter {
  readonly states?: readonly OrderState[];
  readonly paymentStatuses?: readonly PaymentStatus[];
  readonly fulfilmentStatuses?: readonly FulfilmentStatus[];
  /** Ids of markets. */
  readonly markets?: readonly string[];
  /** Included. */
  readonly orderedFrom?: Date;
  /** Excluded. */
  readonly orderedUntil?: Date;
  readonly currency?: string;
  /** Minor units of the currency, included. */
  readonly totalFrom?: number;
  readonly totalUpTo?: number;
  /** Each is the beginning of a word by which an order is found. */
  readonly words?: readonly string[];
}

export interface OrderList {
  readonly filter: OrderFilter;
  readonly sort: OrderSortKey;
  readonly reverse: boolean;
  readonly page: PageRequest;
}

/** Reads orders, with the states that they have at a moment. */
export interface OrderReads {
  /** @throws InvalidCursor */
  list(list: OrderList, now: Date): Promise<Page<OrderView>>;
  count(filter: OrderFilter, now: Date): Promise<number>;
  byId(ids: readonly OrderId[], now: Date): Promise<ReadonlyMap<OrderId, OrderView>>;
  byNumber(numbers: readonly string[], now: Date): Promise<ReadonlyMap<string, OrderView>>;
  byLinkHash(hashes: readonly string[], now: Date): Promise<ReadonlyMap<string, OrderView>>;
  contentsOf(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, OrderContent>>;
  /** Oldest first. */
  timelinesOf(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, readonly TimelineEntry[]>>;
}
