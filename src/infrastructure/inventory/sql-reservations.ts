import type {
  LockedReservations,
  Reservation,
  Reservations,
  StockKey,
  StoredReservation,
} from "../../application/inventory/ports/stock-units.js";
import type { Clock } from "../../application/shared/clock.js";
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
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

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
        ended_at: state === "HELD" ? null : this.#now(),
      })),
    );
  }

  lockHeld(holder: string): Promise<LockedReservations> {
    return this.#lock("r.holder = ? AND r.state = 'HELD' ORDER BY r.id", [holder]);
  }

  lockClaimed(holder: string): Promise<LockedReservations> {
    return this.#lock("r.holder = ? AND r.state = 'CLAIMED' ORDER BY r.id", [holder]);
  }

  lockExpired(now: Date, limit: number, of?: StockKey): Promise<LockedReservations> {
    const among = of ? "r.variant_id = ? AND r.location_id = ? AND " : "";
    return this.#lock(
      `${among}r.state = 'HELD' AND r.expires_at <= ? ORDER BY r.expires_at, r.id LIMIT ${limit}`,
      [...(of ? [of.variantId, of.locationId] : []), toSqlTime(now)],
    );
  }

  settle(reservations: readonly StoredReservation[], state: "CLAIMED" | "RELEASED"): Promise<void> {
    return this.#move(reservations, "HELD", state);
  }

  giveUp(reservations: readonly StoredReservation[]): Promise<void> {
    return this.#move(reservations, "CLAIMED", "RELEASED");
  }

  async #move(
    reservations: readonly StoredReservation[],
    from: "HELD" | "CLAIMED",
    to: "CLAIMED" | "RELEASED",
  ): Promise<void> {
    for (const chunk of toChunks(reservations)) {
      const settled = await this.session.change(
        `UPDATE ${TABLE} SET state = ?, ended_at = ? WHERE state = ? AND id IN (${placeholders(chunk)})`,
        [to, this.#now(), from, ...chunk.map(({ key }) => key)],
      );
      if (settled !== chunk.length) throw new StaleVersion(chunk[0]?.holder ?? TABLE, 0);
    }
  }

  async withdraw({ holder, variantId, locationId, quantity }: Reservation): Promise<void> {
    const [row] = await this.session.query(
      `SELECT MAX(id) AS id FROM ${TABLE} WHERE holder = ? AND variant_id = ? AND location_id = ? AND quantity = ? AND state <> 'RELEASED'`,
      [holder, variantId, locationId, quantity],
    );
    await this.session.change(`UPDATE ${TABLE} SET state = 'RELEASED', ended_at = ? WHERE id = ?`, [
      this.#now(),
      row?.["id"] ?? null,
    ]);
  }

  extend(holder: string, until: Date | null): Promise<number> {
    return this.session.change(
      `UPDATE ${TABLE} SET expires_at = ? WHERE holder = ? AND state = 'HELD'`,
      [until && toSqlTime(until), holder],
    );
  }

  async removeEnded(state: "CLAIMED" | "RELEASED", before: Date, limit: number): Promise<number> {
    const old = await this.session.query(
      `SELECT id FROM ${TABLE} WHERE state = ? AND ended_at < ? ORDER BY ended_at LIMIT ${Math.trunc(limit)}`,
      [state, toSqlTime(before)],
    );
    if (old.length === 0) return 0;
    return this.session.change(
      `DELETE FROM ${TABLE} WHERE id IN (${placeholders(old)})`,
      old.map(({ id }) => Number(id)),
    );
  }

  #now(): string {
    return toSqlTime(this.clock.now());
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
