import type { VariantId } from "../../../domain/catalog/ids.js";
import { StockItem } from "../../../domain/inventory/stock-item.js";
import { DEFAULT_LOCATION } from "../../../domain/inventory/location.js";
import type { MovementKind } from "../../../domain/inventory/stock-movement.js";
import type { StockEdit } from "./stock-edit.js";

/**
 * Works out the change of stock that a product edit asks for. Stock is no longer counted after
 * null, unless units are promised to buyers.
 * @param onHand left out: the stock stays
 * @param onPromised receives the number of promised units
 * @param kind what the ledger calls it
 * @throws InvalidQuantity
 */
export const planStock = (
  variantId: VariantId,
  onHand: number | null | undefined,
  stored: StockItem | undefined,
  onPromised: (units: number) => void,
  kind: MovementKind = "COUNTED",
): StockEdit | undefined => {
  if (onHand === undefined) return undefined;
  const before = stored?.snapshot() ?? null;
  if (onHand !== null) {
    const item = stored ?? StockItem.stock(variantId, onHand, DEFAULT_LOCATION.id, { kind });
    return !stored || stored.count(onHand, { kind })
      ? { before, item, isDiscarded: false }
      : undefined;
  }
  if (!stored || !before) return undefined;
  if (stored.promised > 0) {
    onPromised(stored.promised);
    return undefined;
  }
  stored.discard();
  return { before, item: stored, isDiscarded: true };
};
