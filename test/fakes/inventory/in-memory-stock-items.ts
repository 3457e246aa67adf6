import type {
  LockedStockItems,
  StockItems,
} from "../../../src/application/inventory/ports/stock-items.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import { StockItemNotFound } from "../../../src/domain/inventory/errors.js";
import { StockItem, type StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

export class InMemoryStockItems implements StockItems {
  constructor(private readonly database: InMemoryDatabase) {}

  async get(id: VariantId): Promise<StockItem> {
    const row = this.#rows.get(id);
    if (!row) throw new StockItemNotFound(id);
    return StockItem.restore(row);
  }

  async lock(ids: readonly VariantId[]): Promise<LockedStockItems> {
    const collections = this.database.rows<CollectionSnapshot>("collection").values();
    return {
      items: await this.byVariant(ids),
      isFollowed: [...collections].some(({ rules }) =>
        rules?.conditions.some(({ field }) => field === "STOCK" || field === "AVAILABLE"),
      ),
    };
  }

  async uncounted(ids: readonly VariantId[]): Promise<readonly VariantId[]> {
    return ids.filter((id) => !this.#rows.has(id));
  }

  async byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, StockItem>> {
    const found = ids.flatMap((id) => this.#rows.get(id) ?? []);
    return new Map(found.map((row) => [row.variantId, StockItem.restore(row)]));
  }

  async save(items: readonly StockItem[]): Promise<void> {
    for (const item of items) {
      const snapshot = item.snapshot();
      const events = item.pullEvents();
      if (!events[0]) continue;
      this.database.checkVersion("stock_item", snapshot.variantId, events[0].version - 1);
      this.#rows.set(snapshot.variantId, snapshot);
      this.database.append(events, snapshot.variantId);
    }
  }

  async discard(items: readonly StockItem[]): Promise<void> {
    for (const item of items) this.database.removeAggregate("stock_item", item.variantId, item);
  }

  async remove(ids: readonly VariantId[]): Promise<void> {
    for (const id of ids) this.#rows.delete(id);
  }

  get #rows(): Map<string, StockItemSnapshot> {
    return this.database.rows<StockItemSnapshot>("stock_item");
  }
}
