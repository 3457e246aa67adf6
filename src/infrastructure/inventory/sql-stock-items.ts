import type {
  LockedStockItems,
  StockItems,
} from "../../application/inventory/ports/stock-items.js";
import { stockKeyText, type StockKey } from "../../application/inventory/ports/stock-units.js";
import type { Clock } from "../../application/shared/clock.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import { StockItemNotFound } from "../../domain/inventory/errors.js";
import { DEFAULT_LOCATION } from "../../domain/inventory/location.js";
import { StockItem, type StockItemSnapshot } from "../../domain/inventory/stock-item.js";
import { id } from "../../domain/shared/id.js";
import { StaleVersion } from "../../domain/shared/stale-version.js";
import {
  changeOf,
  removalOf,
  type SequencedEvent,
  type AggregateChange,
} from "../shared/database/aggregate-change.js";
import type { Condition } from "../shared/database/condition.js";
import { toFlag } from "../shared/database/cell.js";
import { insertRows } from "../shared/database/insert-rows.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";
import { toSqlTime } from "../shared/database/sql-value.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { toStockKey } from "./sql-stock-units.js";
import { appendMovements } from "./sql-stock-movements.js";
import { IS_FOLLOWED, STOCK_ITEM_TABLE } from "./stock-item-table.js";

export class SqlStockItems implements StockItems {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(variantId: VariantId): Promise<StockItem> {
    const item = (await this.byVariant([variantId])).get(variantId);
    if (!item) throw new StockItemNotFound(variantId);
    return item;
  }

  async lock(keys: readonly StockKey[]): Promise<LockedStockItems> {
    const rows = await this.lockedRows(`s.*, ${IS_FOLLOWED} AS is_followed`, keys);
    return {
      items: new Map(
        rows.map((row) => [
          stockKeyText(toStockKey(row)),
          StockItem.restore(STOCK_ITEM_TABLE.toRecord(row)),
        ]),
      ),
      isFollowed: rows.some((row) => toFlag(row["is_followed"])),
    };
  }

  async uncounted(keys: readonly StockKey[]): Promise<readonly StockKey[]> {
    const counted = new Set<string>();
    for (const { sql, values } of amongKeys(keys))
      for (const row of await this.session.query(
        `SELECT s.variant_id, s.location_id FROM inventory_stock_item s WHERE ${sql}`,
        values,
      ))
        counted.add(stockKeyText(toStockKey(row)));
    return keys.filter((one) => !counted.has(stockKeyText(one)));
  }

  async byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, StockItem>> {
    return toItems(
      await this.lockedRows(
        "s.*",
        ids.map((variantId) => ({ variantId, locationId: DEFAULT_LOCATION.id })),
      ),
    );
  }

  async lockPromised(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, number>> {
    const promised = new Map<VariantId, number>();
    for (const chunk of toChunks(ids.toSorted()))
      for (const row of await this.session.query(
        `SELECT variant_id, reserved + claimed AS promised FROM inventory_stock_item WHERE variant_id IN (${placeholders(chunk)}) ORDER BY variant_id, location_id${forUpdate(this.session)}`,
        chunk,
      )) {
        const variantId = id<VariantId>(String(row["variant_id"]));
        promised.set(variantId, (promised.get(variantId) ?? 0) + Number(row["promised"]));
      }
    return promised;
  }

  async save(items: readonly StockItem[]): Promise<void> {
    const changes = items.flatMap((item) => changeOf(item) ?? []);
    for (const { snapshot, replaces } of changes)
      if (replaces > 0) await this.overwrite(snapshot, replaces);
    await insertRows(
      this.session,
      "inventory_stock_item",
      changes
        .filter(({ replaces }) => replaces === 0)
        .map(({ snapshot }) => STOCK_ITEM_TABLE.toRow(snapshot)),
    );
    await this.record(items);
    await this.announce(changes);
  }

  async discard(items: readonly StockItem[]): Promise<void> {
    const removals = items.map(removalOf);
    for (const { snapshot, replaces } of removals) {
      const removed = await this.session.change(
        "DELETE FROM inventory_stock_item WHERE variant_id = ? AND location_id = ? AND version = ?",
        [snapshot.variantId, snapshot.locationId, replaces],
      );
      if (removed !== 1) throw new StaleVersion(snapshot.variantId, replaces);
    }
    await this.record(items);
    await this.announce(removals);
  }

  async remove(ids: readonly VariantId[]): Promise<void> {
    for (const chunk of toChunks(ids)) {
      const among = `FROM inventory_stock_item WHERE variant_id IN (${placeholders(chunk)})`;
      await this.session.change(
        `INSERT INTO inventory_stock_movement (variant_id, location_id, kind, on_hand_by, reserved_by, claimed_by, moved_at) SELECT variant_id, location_id, 'DISCARDED', -on_hand, -reserved, -claimed, ? ${among}`,
        [toSqlTime(this.clock.now()), ...chunk],
      );
      await this.session.change(`DELETE ${among}`, chunk);
    }
  }

  private async lockedRows(columns: string, keys: readonly StockKey[]): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (const { sql, values } of amongKeys(keys))
      rows.push(
        ...(await this.session.query(
          `SELECT ${columns} FROM inventory_stock_item s WHERE ${sql} ORDER BY s.variant_id, s.location_id${forUpdate(this.session)}`,
          values,
        )),
      );
    return rows;
  }

  private record(items: readonly StockItem[]): Promise<void> {
    return appendMovements(
      this.session,
      this.clock.now(),
      items.flatMap((item) => item.pullMovements()),
    );
  }

  private announce(changes: readonly StockItemChange[]): Promise<void> {
    return appendToOutbox(
      this.session,
      this.clock.now(),
      changes.map(({ snapshot, events }) => ({ aggregateId: snapshot.variantId, events })),
    );
  }

  /**
   * The row must still have the version on which the aggregate decided. Reserved and claimed units
   * are left to the statements that change them.
   */
  private async overwrite(
    { variantId, locationId, onHand, safety, lowStockAt, version }: StockItemSnapshot,
    replaces: number,
  ): Promise<void> {
    const written = await this.session.change(
      "UPDATE inventory_stock_item SET on_hand = ?, safety = ?, low_stock_at = ?, version = ? WHERE variant_id = ? AND location_id = ? AND version = ?",
      [onHand, safety, lowStockAt, version, variantId, locationId, replaces],
    );
    if (written !== 1) throw new StaleVersion(variantId, replaces);
  }
}

/** Every named variant at every named location: a few rows more than the keys, in few statements. */
const amongKeys = (keys: readonly StockKey[]): readonly Condition[] => {
  const locations = [...new Set(keys.map(({ locationId }) => locationId))].toSorted();
  const variants = [...new Set(keys.map(({ variantId }) => variantId))].toSorted();
  return toChunks(variants).map((chunk) => ({
    sql: `s.variant_id IN (${placeholders(chunk)}) AND s.location_id IN (${placeholders(locations)})`,
    values: [...chunk, ...locations],
  }));
};

type StockItemChange = AggregateChange<StockItemSnapshot, SequencedEvent>;

const toItems = (rows: readonly Row[]): ReadonlyMap<VariantId, StockItem> =>
  new Map(
    rows.map((row) => {
      const item = StockItem.restore(STOCK_ITEM_TABLE.toRecord(row));
      return [item.variantId, item];
    }),
  );
