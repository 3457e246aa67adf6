import {
  availableOf,
  type StockItem,
  type StockItemSnapshot,
} from "../../../domain/inventory/stock-item.js";
import { hasUnits } from "../../../domain/listing/listing.js";
import type { InventoryStores } from "../ports/stock-items.js";

/** A stock item that changes. */
export interface StockEdit {
  /** Null for a first count. */
  readonly before: StockItemSnapshot | null;
  readonly item: StockItem;
  /** Whether stock is no longer counted. */
  readonly isDiscarded: boolean;
}

/** Saves changed stock items. @throws StaleVersion */
export const saveStockEdits = async (
  { stockItems }: InventoryStores,
  edits: readonly StockEdit[],
): Promise<void> => {
  const items = (isDiscarded: boolean) =>
    edits.filter((edit) => edit.isDiscarded === isDiscarded).map(({ item }) => item);
  await stockItems.save(items(false));
  await stockItems.discard(items(true));
};

/** Whether its variant has become available, or is no longer. */
export const isFlipped = ({ before, item, isDiscarded }: StockEdit): boolean =>
  hasUnits(before && availableOf(before)) !== hasUnits(isDiscarded ? null : item.available);

/** The units on hand afterwards; null when they are not counted. */
export const onHandAfter = ({ item, isDiscarded }: StockEdit): number | null =>
  isDiscarded ? null : item.snapshot().onHand;
