import type { VariantId } from "../../../domain/catalog/ids.js";
import type { StockItem } from "../../../domain/inventory/stock-item.js";
import type { Locations } from "./locations.js";
import type { Reservations, StockKey, StockMovements, StockUnits } from "./stock-units.js";

/** Locked stock items. */
export interface LockedStockItems {
  /** By the texts of their keys. Those that do not exist are absent. */
  readonly items: ReadonlyMap<string, StockItem>;
  /**
   * Whether an automated collection may ask for stock. Read in the statement that locks, because a
   * statement of its own would be one more for every stock change.
   */
  readonly isFollowed: boolean;
}

/**
 * The stock items, to be changed: one for each variant and location. Those that are found by
 * variants alone are at the default location.
 */
export interface StockItems {
  /** Locks the rows in the order of the ids, to change them by themselves. */
  lock(keys: readonly StockKey[]): Promise<LockedStockItems>;
  /** Those that do not exist. Nothing is locked. */
  uncounted(keys: readonly StockKey[]): Promise<readonly StockKey[]>;
  /** Locks the row. @throws StockItemNotFound */
  get(id: VariantId): Promise<StockItem>;
  /** Locks the rows in the order of the ids. Variants without stock are absent. */
  byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, StockItem>>;
  /**
   * Locks the stock of variants at all locations. @returns how many units of each are reserved or
   * claimed; variants without stock are absent
   */
  lockPromised(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, number>>;
  /**
   * The statement repeats the decision, and the ledger gets the movements.
   * @throws StaleVersion when the row changed since it was loaded
   */
  save(items: readonly StockItem[]): Promise<void>;
  /**
   * Removes items that are marked as discarded, and saves their events and movements. Versions start again when
   * stock is counted again: the events stay in order, because they are delivered in the order in
   * which they were stored.
   * @throws StaleVersion
   */
  discard(items: readonly StockItem[]): Promise<void>;
  /**
   * Removes the stock of deleted variants at all locations, without events. The ledger says that it
   * was discarded.
   */
  remove(ids: readonly VariantId[]): Promise<void>;
}

export interface InventoryStores {
  readonly stockItems: StockItems;
  readonly stockUnits: StockUnits;
  readonly reservations: Reservations;
  readonly stockMovements: StockMovements;
  readonly locations: Locations;
}
