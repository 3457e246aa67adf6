import type { VariantId } from "../../../domain/catalog/ids.js";
import { StockItem } from "../../../domain/inventory/inventory.js";
import type { Change, PriceAndStockInput } from "./price-and-stock-input.js";

/**
 * Works out the change of stock. Stock is no longer counted after null, unless units are reserved.
 * @param onReserved receives the number of reserved units
 * @throws InvalidQuantity
 */
export const planStock = (
  variantId: VariantId,
  { onHand }: PriceAndStockInput,
  stored: StockItem | undefined,
  onReserved: (units: number) => void,
): Change<StockItem> => {
  if (onHand === undefined) return undefined;
  if (onHand !== null) {
    if (!stored) return StockItem.stock(variantId, onHand);
    return stored.count(onHand) ? stored : undefined;
  }
  if (!stored) return undefined;
  const { reserved } = stored.snapshot();
  if (reserved === 0) return null;
  onReserved(reserved);
  return undefined;
};
