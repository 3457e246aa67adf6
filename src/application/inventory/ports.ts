import type { VariantId } from "../../domain/catalog/ids.js";
import type { StockItem } from "../../domain/inventory/stock-item.js";

/** Stock items on their way to being changed. */
export interface StockItems {
  /** Loading locks the row. @throws StockItemNotFound */
  get(id: VariantId): Promise<StockItem>;
  /** Loading locks the rows, in the order of the ids. Variants without stock are absent. */
  byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, StockItem>>;
  /** Writes the change; the statement repeats the decision. @throws StaleVersion when the row moved since it was loaded */
  save(items: readonly StockItem[]): Promise<void>;
  /**
   * Removes items that have said farewell, and stores their events. Versions start anew when the quantity is kept again: events are
   * delivered in the order in which they were stored, so they stay in order all the same.
   * @throws StaleVersion
   */
  discard(items: readonly StockItem[]): Promise<void>;
  /** Removes what is stored of variants that are no longer there, without a word. */
  remove(ids: readonly VariantId[]): Promise<void>;
}

export interface InventoryStores {
  readonly stockItems: StockItems;
}
