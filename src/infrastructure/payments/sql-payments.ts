import type { PaymentNames, Payments } from "../../application/payments/ports/payment-stores.js";
import type { GatewayPaymentId } from "../../application/payments/ports/payment-gateway.js";
import type { Clock } from "../../application/shared/clock.js";
import type { OrderId } from "../../domain/orders/ids.js";
import type { PaymentId } from "../../domain/payments/ids.js";
import { pauseAfter } from "../../domain/payments/next-call.js";
import { Payment } from "../../domain/payments/payment.js";
import { id } from "../../domain/shared/id.js";
import { insertRows, upsertRows } from "../shared/database/insert-rows.js";
import { forUpdate, type Row, type SqlSession } from "../shared/database/sql-session.js";
import { fromSqlTime, toSqlTime, type SqlValue } from "../shared/database/sql-value.js";
import { saveRow, versioned } from "../shared/database/versioned-row.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { PAYMENT_TABLE, REFUND_TABLE, TRANSACTION_TABLE } from "./payment-table.js";
import { withRefunds } from "./with-refunds.js";

const { name: TABLE } = PAYMENT_TABLE;

export class SqlPayments implements Payments {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  add(payment: Payment): Promise<void> {
    return this.save(payment);
  }

  async ofOrder(orderId: OrderId): Promise<readonly Payment[]> {
    const rows = await this.session.query(
      `SELECT ${PAYMENT_TABLE.selection} FROM ${TABLE} WHERE order_id = ? ORDER BY attempt${forUpdate(this.session)}`,
      [orderId],
    );
    const found = await withRefunds(this.session, rows.map(PAYMENT_TABLE.toRecord));
    return found.map((snapshot) => Payment.restore(snapshot));
  }

  namesOf(paymentId: PaymentId): Promise<PaymentNames | null> {
    return this.#names("id = ?", [paymentId]);
  }

  async named(gateway: string, { reference, key }: GatewayPaymentId): Promise<PaymentNames | null> {
    const byReference =
      reference === null
        ? null
        : await this.#names("gateway = ? AND reference = ?", [gateway, reference]);
    return byReference ?? this.#names("gateway = ? AND payment_key = ?", [gateway, key]);
  }

  async save(payment: Payment): Promise<void> {
    const snapshot = payment.snapshot();
    const { storedVersion } = payment;
    if (snapshot.version === storedVersion) return;
    const row = versioned(snapshot, PAYMENT_TABLE.toRow(snapshot));
    await saveRow(this.session, TABLE, row, storedVersion);
    const rows = payment
      .pullTransactions()
      .map((one) => TRANSACTION_TABLE.toRow(one, { payment_id: payment.id }));
    await insertRows(this.session, TRANSACTION_TABLE.name, rows);
    const refunds = payment
      .pullRefunds()
      .map((one) => REFUND_TABLE.toRow(one, { payment_id: payment.id }));
    await upsertRows(this.session, REFUND_TABLE.name, ["id"], refunds);
    const events = payment.pullEvents();
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: payment.id, events }]);
    payment.saved();
  }

  async makeDue(paymentId: PaymentId, at: Date): Promise<void> {
    const time = toSqlTime(at);
    await this.session.change(
      `UPDATE ${TABLE} SET due_at = ? WHERE id = ? AND gateway IS NOT NULL AND (due_at IS NULL OR due_at > ?)`,
      [time, paymentId, time],
    );
  }

  async claimDue(now: Date, limit: number): Promise<readonly PaymentId[]> {
    const due = await this.session.query(
      `SELECT id, due_at, checks FROM ${TABLE} WHERE due_at <= ? ORDER BY due_at, id LIMIT ${Math.trunc(limit)}`,
      [toSqlTime(now)],
    );
    const claimed: PaymentId[] = [];
    for (const row of due) if (await this.#claim(row, now)) claimed.push(id(String(row["id"])));
    return claimed;
  }

  /** The statement repeats when it was due, so of several processes one gets it. */
  async #claim(row: Row, now: Date): Promise<boolean> {
    const checks = Number(row["checks"]) + 1;
    const until = new Date(now.getTime() + pauseAfter(checks));
    const changed = await this.session.change(
      `UPDATE ${TABLE} SET due_at = ?, checks = ? WHERE id = ? AND due_at = ?`,
      [toSqlTime(until), checks, String(row["id"]), toSqlTime(fromSqlTime(row["due_at"]))],
    );
    return changed === 1;
  }

  async #names(where: string, values: readonly SqlValue[]): Promise<PaymentNames | null> {
    const [row] = await this.session.query(
      `SELECT id, order_id FROM ${TABLE} WHERE ${where}`,
      values,
    );
    return row ? { paymentId: id(String(row["id"])), orderId: id(String(row["order_id"])) } : null;
  }
}
