import type { VariantId } from "../../../domain/catalog/ids.js";
import { StockItem } from "../../../domain/inventory/stock-item.js";
import type { StockEdit } from "./stock-edit.js";

/**
 * Works out the change of stock that a product edit asks for. Stock is no longer counted after
 * null, unless units are reserved.
 * @param onHand left out: the stock stays
 * @param onReserved receives the number of reserved units
 * @throws InvalidQuantity
 */
export const planStock = (
  variantId: VariantId,
  onHand: number | null | undefined,
  stored: StockItem | undefined,
  onReserved: (units: number) => void,
): StockEdit | undefined => {
  if (onHand === undefined) return undefined;
  const before = stored?.snapshot() ?? null;
  if (onHand !== null) {
    const item = stored ?? StockItem.stock(variantId, onHand);
    return !stored || stored.count(onHand) ? { before, item, isDiscarded: false } : undefined;
  }
  if (!stored || !before) return undefined;
  if (before.reserved > 0) {
    onReserved(before.reserved);
    return undefined;
  }
  stored.discard();
  return { before, item: stored, isDiscarded: true };
};
