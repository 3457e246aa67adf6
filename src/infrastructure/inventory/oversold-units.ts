import type { RowKey } from "../../application/shared/row-checks.js";
import { followPromises, NOTHING_PROMISED } from "../../domain/inventory/promised-units.js";
import type { MovementKind } from "../../domain/inventory/stock-movement.js";
import type { Reader } from "../shared/checks/row-check.js";
import { fromSqlTime } from "../shared/database/sql-value.js";

const PORTION = 1_000;

/** How many units of a stock item were promised when they were not on hand. */
export const oversoldUnits = async (reader: Reader, key: RowKey): Promise<number> => {
  let promised = NOTHING_PROMISED;
  for (let after = 0; ;) {
    const rows = await reader.query(
      `SELECT id, kind, on_hand_by, reserved_by, claimed_by, moved_at FROM inventory_stock_movement WHERE variant_id = ? AND location_id = ? AND id > ? ORDER BY id LIMIT ${PORTION}`,
      [key["variant_id"] ?? "", key["location_id"] ?? "", after],
    );
    for (const row of rows)
      promised = followPromises(promised, {
        kind: row["kind"] as MovementKind,
        onHandBy: Number(row["on_hand_by"]),
        reservedBy: Number(row["reserved_by"]),
        claimedBy: Number(row["claimed_by"]),
        movedAt: fromSqlTime(row["moved_at"]),
      });
    if (rows.length < PORTION) return promised.oversold;
    after = Number(rows.at(-1)?.["id"]);
  }
};
