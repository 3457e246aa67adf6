import {
  compareStockKeys,
  type LockedReservations,
  type Reservation,
  type Reservations,
  type StockKey,
  type StockMovements,
  type StockUnits,
  type StoredReservation,
} from "../../../src/application/inventory/ports/stock-units.js";
import type { StockMovementView } from "../../../src/application/inventory/ports/stock-reads.js";
import { availableOf } from "../../../src/domain/inventory/stock-item.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { locationRows } from "./in-memory-locations.js";
import { isStockFollowed, stockKeyOf, stockRows } from "./stock-rows.js";

export interface ReservationRow extends StoredReservation {
  readonly state: "HELD" | "CLAIMED" | "RELEASED";
  readonly expiresAt: Date | null;
  readonly endedAt: Date | null;
}

const reservationRows = (database: InMemoryDatabase): Map<string, ReservationRow> =>
  database.rows<ReservationRow>("reservation");

const isExpired = (row: ReservationRow, now: Date): boolean =>
  row.state === "HELD" && row.expiresAt !== null && row.expiresAt <= now;

/** The units of expired holds on a stock item. */
export const expiredUnits = (database: InMemoryDatabase, key: StockKey, now: Date): number =>
  [...reservationRows(database).values()]
    .filter((row) => isExpired(row, now) && compareStockKeys(row, key) === 0)
    .reduce((sum, { quantity }) => sum + quantity, 0);

export const inMemoryStockUnits = (database: InMemoryDatabase): StockUnits => ({
  look: async (variants, now) => ({
    units: [...stockRows(database).values()].flatMap((row) => {
      const location = locationRows(database).get(row.locationId);
      if (!variants.includes(row.variantId) || !location || location.closedAt) return [];
      const { id, priority, marketIds, countries } = location;
      return [
        {
          variantId: row.variantId,
          locationId: row.locationId,
          available: availableOf(row),
          expired: row.reserved > 0 ? expiredUnits(database, row, now) : 0,
          location: { id, priority, marketIds, countries },
        },
      ];
    }),
    isFollowed: isStockFollowed(database),
  }),

  change: async ({ isGuarded, reservedBy, claimedBy, ...key }) => {
    const row = stockRows(database).get(stockKeyOf(key));
    if (!row) return "REFUSED";
    const changed = {
      ...row,
      reserved: row.reserved + reservedBy,
      claimed: row.claimed + claimedBy,
    };
    const [before, after] = [availableOf(row), availableOf(changed)];
    if (isGuarded && after < 0) return "REFUSED";
    stockRows(database).set(stockKeyOf(key), changed);
    const { lowStockAt, version } = row;
    const crosses =
      before > 0 !== after > 0 ||
      (lowStockAt !== null && before > lowStockAt !== after > lowStockAt);
    return crosses ? { ...key, version, before, after, lowStockAt } : "MADE";
  },

  announce: async (events) => {
    for (const event of events) database.append([event], event.variantId);
  },
});

export class InMemoryReservations implements Reservations {
  constructor(private readonly database: InMemoryDatabase) {}

  async add(
    reservations: readonly Reservation[],
    state: "HELD" | "CLAIMED",
    until: Date | null,
  ): Promise<void> {
    for (const one of reservations) {
      const key = 1 + Math.max(0, ...[...this.#rows.values()].map((row) => row.key));
      const endedAt = state === "HELD" ? null : this.database.clock.now();
      this.#rows.set(String(key), { ...one, key, state, expiresAt: until, endedAt });
    }
  }

  async lockHeld(holder: string): Promise<LockedReservations> {
    return this.#locked((row) => row.state === "HELD" && row.holder === holder);
  }

  async lockClaimed(holder: string): Promise<LockedReservations> {
    return this.#locked((row) => row.state === "CLAIMED" && row.holder === holder);
  }

  async giveUp(reservations: readonly StoredReservation[]): Promise<void> {
    for (const { key } of reservations) this.#change(key, { state: "RELEASED" });
  }

  async lockExpired(now: Date, limit: number, of?: StockKey): Promise<LockedReservations> {
    const locked = this.#locked(
      (row) => isExpired(row, now) && (!of || compareStockKeys(row, of) === 0),
    );
    return { ...locked, reservations: locked.reservations.slice(0, limit) };
  }

  async settle(
    reservations: readonly StoredReservation[],
    state: "CLAIMED" | "RELEASED",
  ): Promise<void> {
    for (const { key } of reservations) this.#end(key, state);
  }

  async withdraw(reservation: Reservation): Promise<void> {
    const own = [...this.#rows.values()].findLast(
      (row) =>
        row.holder === reservation.holder &&
        row.quantity === reservation.quantity &&
        row.state !== "RELEASED" &&
        compareStockKeys(row, reservation) === 0,
    );
    if (own) this.#end(own.key, "RELEASED");
  }

  async extend(holder: string, until: Date | null): Promise<number> {
    const { reservations } = await this.lockHeld(holder);
    for (const { key } of reservations) this.#change(key, { expiresAt: until });
    return reservations.length;
  }

  async removeEnded(state: "CLAIMED" | "RELEASED", before: Date, limit: number): Promise<number> {
    const old = [...this.#rows.values()]
      .filter((row) => row.state === state && row.endedAt !== null && row.endedAt < before)
      .slice(0, limit);
    for (const { key } of old) this.#rows.delete(String(key));
    return old.length;
  }

  #end(key: number, state: "CLAIMED" | "RELEASED"): void {
    this.#change(key, { state, endedAt: this.database.clock.now() });
  }

  #change(key: number, changes: Partial<ReservationRow>): void {
    const row = this.#rows.get(String(key));
    if (row) this.#rows.set(String(key), { ...row, ...changes });
  }

  #locked(condition: (row: ReservationRow) => boolean): LockedReservations {
    const found = [...this.#rows.values()].filter(condition);
    return {
      reservations: found.map(({ key, holder, variantId, locationId, quantity }) => ({
        variantId,
        locationId,
        key,
        holder,
        quantity,
      })),
      isFollowed: found.length > 0 && isStockFollowed(this.database),
    };
  }

  get #rows(): Map<string, ReservationRow> {
    return reservationRows(this.database);
  }
}

export const inMemoryStockMovements = (database: InMemoryDatabase): StockMovements => ({
  append: async (movements) => {
    const rows = database.rows<StockMovementView>("stock_movement");
    for (const one of movements) {
      const key = rows.size + 1;
      rows.set(String(key), { ...one, key, movedAt: database.clock.now() });
    }
  },
});
