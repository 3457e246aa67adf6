import type { Orders } from "../../application/orders/ports/order-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { OrderNotFound } from "../../domain/orders/errors.js";
import type { OrderId } from "../../domain/orders/ids.js";
import { Order } from "../../domain/orders/order.js";
import { changeOf } from "../shared/database/aggregate-change.js";
import { isDuplicate } from "../shared/database/driver-error.js";
import { insertRows } from "../shared/database/insert-rows.js";
import { forUpdate, type SqlSession } from "../shared/database/sql-session.js";
import { toSqlTime, type SqlValue } from "../shared/database/sql-value.js";
import { overwriteRow, versioned } from "../shared/database/versioned-row.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { CHANGING_TABLE, ORDER_TABLE } from "./order-table.js";
import { TIMELINE_TABLE } from "./timeline-table.js";

const TABLE = "orders_order";

export class SqlOrders implements Orders {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async add(order: Order): ReturnType<Orders["add"]> {
    try {
      await insertRows(this.session, TABLE, [ORDER_TABLE.toRow(order.snapshot())]);
    } catch (error) {
      // The link follows from the cart, so both are taken at once.
      if (isDuplicate(error, TABLE, "cart_id") || isDuplicate(error, TABLE, "link_hash"))
        return "CART_HAS_ORDER";
      if (isDuplicate(error, TABLE, "number")) return "NUMBER_TAKEN";
      throw error;
    }
    await this.#addHistory(order, order.pullEvents());
    return "ADDED";
  }

  ofCart(cartId: string): Promise<Order | null> {
    return this.#find("cart_id = ?", [cartId]);
  }

  async get(id: OrderId): Promise<Order> {
    const order = await this.#find(`id = ?${forUpdate(this.session)}`, [id]);
    if (!order) throw new OrderNotFound(id);
    return order;
  }

  ofLink(linkHash: string): Promise<Order | null> {
    return this.#find(`link_hash = ?${forUpdate(this.session)}`, [linkHash]);
  }

  async due(now: Date, limit: number): Promise<readonly Order[]> {
    const rows = await this.session.query(
      `SELECT ${ORDER_TABLE.selection} FROM ${TABLE}
       WHERE reservation_ends_at <= ? AND state = 'AWAITING_PAYMENT'
       ORDER BY reservation_ends_at, id LIMIT ${limit}${forUpdate(this.session)}`,
      [toSqlTime(now)],
    );
    return rows.map((row) => Order.restore(ORDER_TABLE.toRecord(row)));
  }

  async save(order: Order): Promise<void> {
    const change = changeOf(order);
    if (!change) return;
    const { snapshot, events, replaces } = change;
    const table = order.isRevised ? ORDER_TABLE : CHANGING_TABLE;
    const row = versioned(snapshot, table.toRow(snapshot));
    await overwriteRow(this.session, TABLE, row, replaces);
    await this.#addHistory(order, events);
  }

  async #addHistory(order: Order, events: ReturnType<Order["pullEvents"]>): Promise<void> {
    const entries = order.pullEntries();
    const rows = entries.map((entry) => TIMELINE_TABLE.toRow(entry, { order_id: order.id }));
    await insertRows(this.session, "orders_timeline_entry", rows);
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: order.id, events }]);
  }

  async #find(where: string, values: readonly SqlValue[]): Promise<Order | null> {
    const [row] = await this.session.query(
      `SELECT ${ORDER_TABLE.selection} FROM ${TABLE} WHERE ${where}`,
      values,
    );
    return row ? Order.restore(ORDER_TABLE.toRecord(row)) : null;
  }
}
