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
  const ids = [...new Set(variants)];
  // Products are locked before stock, as in every edit of a product. One variant without stock locks
  // nothing, so it needs no look.
  const uncounted = ids.length > 1 ? await stockItems.uncounted(ids) : [];
  const existing = new Set(uncounted.length > 0 ? await products.lockOwnersOf(uncounted) : []);
  const { items, isFollowed } = await stockItems.lock(ids);
  const missing = ids.filter((id) => !items.has(id) && !uncounted.includes(id));
  const isCountable = (id: VariantId): boolean => items.has(id) || existing.has(id);
  if (missing.length === 0)
    return { items, isFollowed: isFollowed || uncounted.length > 0, isCountable };
  for (const id of await products.lockOwnersOf(missing)) existing.add(id);
  // Another unit of work may have counted them while this one waited for the product.
  const counted = await stockItems.lock(missing.filter((id) => existing.has(id)));
  return { items: new Map([...items, ...counted.items]), isFollowed: true, isCountable };
};
