import type {
  LockedStockItems,
  StockItems,
} from "../../../src/application/inventory/ports/stock-items.js";
import {
  stockKeyText,
  type StockKey,
} from "../../../src/application/inventory/ports/stock-units.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import { StockItemNotFound } from "../../../src/domain/inventory/errors.js";
import { StockItem, type StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { inMemoryStockMovements } from "./in-memory-stock-units.js";
import { isStockFollowed, stockKeyOf, stockRows } from "./stock-rows.js";

export class InMemoryStockItems implements StockItems {
  constructor(private readonly database: InMemoryDatabase) {}

  async get(id: VariantId): Promise<StockItem> {
    const row = this.#rows.get(id);
    if (!row) throw new StockItemNotFound(id);
    return StockItem.restore(row);
  }

  async lock(keys: readonly StockKey[]): Promise<LockedStockItems> {
    const found = keys.flatMap((key) => this.#rows.get(stockKeyOf(key)) ?? []);
    return {
      items: new Map(found.map((row) => [stockKeyText(row), StockItem.restore(row)])),
      isFollowed: isStockFollowed(this.database),
    };
  }

  async uncounted(keys: readonly StockKey[]): Promise<readonly StockKey[]> {
    return keys.filter((key) => !this.#rows.has(stockKeyOf(key)));
  }

  async byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, StockItem>> {
    const found = ids.flatMap((id) => this.#rows.get(id) ?? []);
    return new Map(found.map((row) => [row.variantId, StockItem.restore(row)]));
  }

  async lockPromised(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, number>> {
    const promised = new Map<VariantId, number>();
    for (const { variantId, reserved, claimed } of this.#rows.values())
      if (ids.includes(variantId))
        promised.set(variantId, (promised.get(variantId) ?? 0) + reserved + claimed);
    return promised;
  }

  async save(items: readonly StockItem[]): Promise<void> {
    for (const item of items) {
      const snapshot = item.snapshot();
      const key = stockKeyOf(snapshot);
      const events = item.pullEvents();
      if (!events[0]) continue;
      this.database.checkVersion("stock_item", key, events[0].version - 1);
      const { reserved, claimed } = this.#rows.get(key) ?? snapshot;
      this.#rows.set(key, { ...snapshot, reserved, claimed });
      await this.#record(item);
      this.database.append(events, snapshot.variantId);
    }
  }

  async discard(items: readonly StockItem[]): Promise<void> {
    for (const item of items) {
      await this.#record(item);
      this.database.removeAggregate("stock_item", stockKeyOf(item.snapshot()), item);
    }
  }

  async remove(ids: readonly VariantId[]): Promise<void> {
    for (const [key, row] of this.#rows) {
      if (!ids.includes(row.variantId)) continue;
      const { variantId, locationId, onHand, reserved, claimed } = row;
      await inMemoryStockMovements(this.database).append([
        {
          variantId,
          locationId,
          kind: "DISCARDED",
          onHandBy: 0 - onHand,
          reservedBy: 0 - reserved,
          claimedBy: 0 - claimed,
          reason: null,
          cause: null,
        },
      ]);
      this.#rows.delete(key);
    }
  }

  #record(item: StockItem): Promise<void> {
    return inMemoryStockMovements(this.database).append(item.pullMovements());
  }

  get #rows(): Map<string, StockItemSnapshot> {
    return stockRows(this.database);
  }
}
