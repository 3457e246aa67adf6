import type { GatewayEvents } from "../../application/payments/ports/payment-stores.js";
import { insertIfAbsent } from "../shared/database/insert-rows.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { toSqlTime } from "../shared/database/sql-value.js";

const TABLE = "payments_webhook_event";

export const sqlGatewayEvents = (session: SqlSession): GatewayEvents => ({
  add: ({ gateway, eventId, paymentId, occurredAt, receivedAt }) =>
    insertIfAbsent(session, TABLE, {
      gateway,
      event_id: eventId,
      payment_id: paymentId,
      occurred_at: toSqlTime(occurredAt),
      received_at: toSqlTime(receivedAt),
    }),
  removeReceivedBefore: async (time, limit) => {
    const old = await session.query(
      `SELECT gateway, event_id FROM ${TABLE} WHERE received_at < ? ORDER BY received_at LIMIT ${Math.trunc(limit)}`,
      [toSqlTime(time)],
    );
    for (const row of old)
      await session.change(`DELETE FROM ${TABLE} WHERE gateway = ? AND event_id = ?`, [
        String(row["gateway"]),
        String(row["event_id"]),
      ]);
    return old.length;
  },
});
