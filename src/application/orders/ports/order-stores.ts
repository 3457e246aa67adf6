import type { OrderId } from "../../../domain/orders/ids.js";
import type { Order } from "../../../domain/orders/order.js";

/** The orders, to be changed. Their content is written once. */
export interface Orders {
  /**
   * Adds a new order with its events and timeline, unless the cart has an order or the number is
   * taken. Waits for a concurrent unit of work that adds the order of the same cart.
   */
  add(order: Order): Promise<"ADDED" | "CART_HAS_ORDER" | "NUMBER_TAKEN">;
  /** Not locked. */
  ofCart(cartId: string): Promise<Order | null>;
  /** Locks it. @throws OrderNotFound */
  get(id: OrderId): Promise<Order>;
  /** Locks it. */
  ofLink(linkHash: string): Promise<Order | null>;
  /** Locks the unpaid orders whose time is over, oldest first. */
  due(now: Date, limit: number): Promise<readonly Order[]>;
  /** @throws StaleVersion */
  save(order: Order): Promise<void>;
}

/** The words by which orders are found. */
export interface OrderTerms {
  /** Enters the words of these orders; those that are there already stay. */
  enter(ids: readonly OrderId[]): Promise<void>;
}

export interface OrderStores {
  readonly orders: Orders;
  readonly orderTerms: OrderTerms;
}
