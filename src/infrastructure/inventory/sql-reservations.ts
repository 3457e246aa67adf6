import type {
  LockedReservations,
  Reservation,
  Reservations,
  StockKey,
  StoredReservation,
} from "../../application/inventory/ports/stock-units.js";
import { StaleVersion } from "../../domain/shared/stale-version.js";
import { toFlag } from "../shared/database/cell.js";
import { insertRows } from "../shared/database/insert-rows.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";
import { toSqlTime, type SqlValue } from "../shared/database/sql-value.js";
import { toStockKey } from "./sql-stock-units.js";
import { IS_FOLLOWED } from "./stock-item-table.js";

const TABLE = "inventory_reservation";

export class SqlReservations implements Reservations {
  constructor(private readonly session: SqlSession) {}

  add(
    reservations: readonly Reservation[],
    state: "HELD" | "CLAIMED",
    until: Date | null,
  ): Promise<void> {
    return insertRows(
      this.session,
      TABLE,
      reservations.map(({ holder, variantId, locationId, quantity }) => ({
        holder,
        variant_id: variantId,
        location_id: locationId,
        quantity,
        state,
        expires_at: until && toSqlTime(until),
      })),
    );
  }

  lockHeld(holder: string): Promise<LockedReservations> {
    return this.#lock("r.holder = ? AND r.state = 'HELD' ORDER BY r.id", [holder]);
  }

  lockExpired(now: Date, limit: number, of?: StockKey): Promise<LockedReservations> {
    const among = of ? "r.variant_id = ? AND r.location_id = ? AND " : "";
    return this.#lock(
      `${among}r.state = 'HELD' AND r.expires_at <= ? ORDER BY r.expires_at, r.id LIMIT ${limit}`,
      [...(of ? [of.variantId, of.locationId] : []), toSqlTime(now)],
    );
  }

  async settle(
    reservations: readonly StoredReservation[],
    state: "CLAIMED" | "RELEASED",
  ): Promise<void> {
    for (const chunk of toChunks(reservations)) {
      const settled = await this.session.change(
        `UPDATE ${TABLE} SET state = ? WHERE state = 'HELD' AND id IN (${placeholders(chunk)})`,
        [state, ...chunk.map(({ key }) => key)],
      );
      if (settled !== chunk.length) throw new StaleVersion(chunk[0]?.holder ?? TABLE, 0);
    }
  }

  async withdraw({ holder, variantId, locationId, quantity }: Reservation): Promise<void> {
    const [row] = await this.session.query(
      `SELECT MAX(id) AS id FROM ${TABLE} WHERE holder = ? AND variant_id = ? AND location_id = ? AND quantity = ? AND state <> 'RELEASED'`,
      [holder, variantId, locationId, quantity],
    );
    await this.session.change(`UPDATE ${TABLE} SET state = 'RELEASED' WHERE id = ?`, [
      row?.["id"] ?? null,
    ]);
  }

  extend(holder: string, until: Date | null): Promise<number> {
    return this.session.change(
      `UPDATE ${TABLE} SET expires_at = ? WHERE holder = ? AND state = 'HELD'`,
      [until && toSqlTime(until), holder],
    );
  }

  async #lock(condition: string, values: readonly SqlValue[]): Promise<LockedReservations> {
    const rows = await this.session.query(
      `SELECT r.id, r.holder, r.variant_id, r.location_id, r.quantity, ${IS_FOLLOWED} AS is_followed FROM ${TABLE} r WHERE ${condition}${forUpdate(this.session)}`,
      values,
    );
    return {
      reservations: rows.map(toReservation),
      isFollowed: rows.some((row) => toFlag(row["is_followed"])),
    };
  }
}

const toReservation = (row: Row): StoredReservation => ({
  ...toStockKey(row),
  key: Number(row["id"]),
  holder: String(row["holder"]),
  quantity: Number(row["quantity"]),
});
