import type { StockMovements } from "../../application/inventory/ports/stock-units.js";
import type { Clock } from "../../application/shared/clock.js";
import type { StockMovement } from "../../domain/inventory/stock-movement.js";
import { insertRows } from "../shared/database/insert-rows.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { toSqlTime } from "../shared/database/sql-value.js";

export const sqlStockMovements = (session: SqlSession, clock: Clock): StockMovements => ({
  append: (movements) => appendMovements(session, clock.now(), movements),
});

/** Adds entries to the stock ledger, in the transaction of the figures that they explain. */
export const appendMovements = (
  session: SqlSession,
  now: Date,
  movements: readonly StockMovement[],
): Promise<void> => {
  const movedAt = toSqlTime(now);
  return insertRows(
    session,
    "inventory_stock_movement",
    movements.map((one) => ({
      variant_id: one.variantId,
      location_id: one.locationId,
      kind: one.kind,
      on_hand_by: one.onHandBy,
      reserved_by: one.reservedBy,
      claimed_by: one.claimedBy,
      reason: one.reason,
      cause: one.cause,
      moved_at: movedAt,
    })),
  );
};
