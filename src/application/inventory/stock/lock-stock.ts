import type { VariantId } from "../../../domain/catalog/ids.js";
import type { StockItem } from "../../../domain/inventory/stock-item.js";
import type { Products } from "../../catalog/ports/catalog-stores.js";
import type { InventoryStores } from "../ports/stock-items.js";

/** The variants whose stock may be counted. */
export interface CountableVariants {
  readonly products: Pick<Products, "lockOwnersOf">;
}

/** The locked stock of some variants. */
interface LockedStock {
  readonly items: ReadonlyMap<VariantId, StockItem>;
  /** Whether automated collections may ask for the stock. */
  readonly isFollowed: boolean;
  /** Whether the variant exists. */
  isCountable(variant: VariantId): boolean;
}

/**
 * Locks the stock of variants. Stock that exists proves that its variant does: the removal of a
 * variant removes its stock, and waits for the lock. Only for a first count is the product locked:
 * so the variant stays, and two first counts follow each other.
 */
export const lockStock = async (
  { stockItems, products }: InventoryStores & CountableVariants,
  variants: readonly VariantId[],
): Promise<LockedStock> => {
  const known = await stockItems.lock([...new Set(variants)]);
  const missing = [...new Set(variants)].filter((id) => !known.items.has(id));
  if (missing.length === 0) return { ...known, isCountable: (id) => known.items.has(id) };
  const existing = await products.lockOwnersOf(missing);
  // Another unit of work may have counted them while this one waited for the product.
  const counted = await stockItems.lock([...existing]);
  return {
    items: new Map([...known.items, ...counted.items]),
    isFollowed: true,
    isCountable: (id) => known.items.has(id) || existing.has(id),
  };
};
