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
  remove(ids: readonly VariantId[]): Promise<void>;
}

export interface InventoryStores {
  readonly stockItems: StockItems;
}
