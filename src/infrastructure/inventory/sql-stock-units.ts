import type {
  SellableUnits,
  StockKey,
  StockLook,
  StockUnits,
  UnitsChange,
  UnitsOutcome,
} from "../../application/inventory/ports/stock-units.js";
import type { Clock } from "../../application/shared/clock.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import type { StockEvent } from "../../domain/inventory/events.js";
import type { LocationId } from "../../domain/inventory/ids.js";
import { id } from "../../domain/shared/id.js";
import { toFlag, toNumber } from "../shared/database/cell.js";
import {
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";
import { fromSqlJson, toSqlTime, type SqlValue } from "../shared/database/sql-value.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { IS_FOLLOWED } from "./stock-item-table.js";

const AVAILABLE = "on_hand - reserved - claimed - safety";

/** The units of holds whose time has passed. Only rows with reserved units look for them. */
export const EXPIRED =
  "CASE WHEN s.reserved > 0 THEN (SELECT COALESCE(SUM(r.quantity), 0) FROM inventory_reservation r WHERE r.variant_id = s.variant_id AND r.location_id = s.location_id AND r.state = 'HELD' AND r.expires_at <= ?) ELSE 0 END";

export class SqlStockUnits implements StockUnits {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async look(variants: readonly VariantId[], now: Date): Promise<StockLook> {
    const rows: Row[] = [];
    for (const chunk of toChunks(variants))
      rows.push(
        ...(await this.session.query(
          `SELECT s.variant_id, s.location_id, ${AVAILABLE} AS available, ${EXPIRED} AS expired, ${IS_FOLLOWED} AS is_followed, l.priority, l.market_ids, l.countries FROM inventory_stock_item s JOIN inventory_location l ON l.id = s.location_id AND l.closed_at IS NULL WHERE s.variant_id IN (${placeholders(chunk)})`,
          [toSqlTime(now), ...chunk],
        )),
      );
    return {
      units: rows.map(toSellableUnits),
      isFollowed: rows.some((row) => toFlag(row["is_followed"])),
    };
  }

  async change(change: UnitsChange): Promise<UnitsOutcome> {
    const { reservedBy, claimedBy, isGuarded } = change;
    const by = -(reservedBy + claimedBy);
    const guard = isGuarded ? ` AND ${AVAILABLE} + ? >= 0` : "";
    const guardValues = isGuarded ? [by] : [];
    // Nearly every change crosses nothing: then one statement is enough.
    if (await this.#update(change, guard + CROSSES_NOTHING, [...guardValues, by, by]))
      return "MADE";
    if (!(await this.#update(change, guard, guardValues))) return "REFUSED";
    const [row] = await this.session.query(
      `SELECT ${AVAILABLE} AS available, low_stock_at, version FROM inventory_stock_item WHERE variant_id = ? AND location_id = ?`,
      [change.variantId, change.locationId],
    );
    const after = Number(row?.["available"]);
    return {
      variantId: change.variantId,
      locationId: change.locationId,
      version: Number(row?.["version"]),
      before: after - by,
      after,
      lowStockAt: toNumber(row?.["low_stock_at"] ?? null),
    };
  }

  announce(events: readonly StockEvent[]): Promise<void> {
    return appendToOutbox(
      this.session,
      this.clock.now(),
      events.map((event) => ({ aggregateId: event.variantId, events: [event] })),
    );
  }

  async #update(
    { variantId, locationId, reservedBy, claimedBy }: UnitsChange,
    condition: string,
    values: readonly SqlValue[],
  ): Promise<boolean> {
    const changed = await this.session.change(
      `UPDATE inventory_stock_item SET reserved = reserved + ?, claimed = claimed + ? WHERE variant_id = ? AND location_id = ?${condition}`,
      [reservedBy, claimedBy, variantId, locationId, ...values],
    );
    return changed === 1;
  }
}

const CROSSES_NOTHING = ` AND (${AVAILABLE} > 0) = (${AVAILABLE} + ? > 0) AND (low_stock_at IS NULL OR (${AVAILABLE} > low_stock_at) = (${AVAILABLE} + ? > low_stock_at))`;

/** The stock item of a row. */
export const toStockKey = (row: Row): StockKey => ({
  variantId: id<VariantId>(String(row["variant_id"])),
  locationId: id<LocationId>(String(row["location_id"])),
});

const toList = (cell: Row[string] | undefined): readonly string[] =>
  cell == null ? [] : fromSqlJson<readonly string[]>(cell);

const toSellableUnits = (row: Row): SellableUnits => {
  const key = toStockKey(row);
  return {
    ...key,
    available: Number(row["available"]),
    expired: Number(row["expired"]),
    location: {
      id: key.locationId,
      priority: Number(row["priority"]),
      marketIds: toList(row["market_ids"]),
      countries: toList(row["countries"]),
    },
  };
};
