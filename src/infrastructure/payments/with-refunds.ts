import type { PaymentSnapshot } from "../../domain/payments/payment-snapshot.js";
import { groupRows } from "../shared/database/group-rows.js";
import { placeholders, type RowSource } from "../shared/database/sql-session.js";
import { REFUND_TABLE } from "./payment-table.js";

type Payment = Omit<PaymentSnapshot, "refunds">;

/** Payments with their refunds, oldest first. One statement, and none where nothing was taken. */
export const withRefunds = async <One extends Payment>(
  source: RowSource,
  payments: readonly One[],
): Promise<readonly (One & Pick<PaymentSnapshot, "refunds">)[]> => {
  const taken = payments.filter(({ captured }) => captured > 0).map(({ id }) => id);
  const rows =
    taken.length === 0
      ? []
      : await source.query(
          `SELECT payment_id, ${REFUND_TABLE.selection} FROM ${REFUND_TABLE.name} WHERE payment_id IN (${placeholders(taken)}) ORDER BY payment_id, requested_at, id`,
          taken,
        );
  const groups = groupRows(rows, "payment_id");
  return payments.map((one) => ({
    ...one,
    refunds: (groups.get(one.id) ?? []).map(REFUND_TABLE.toRecord),
  }));
};
