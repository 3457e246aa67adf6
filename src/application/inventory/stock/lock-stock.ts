import type { VariantId } from "../../../domain/catalog/ids.js";
import type { StockItem } from "../../../domain/inventory/stock-item.js";
import type { Products } from "../../catalog/ports/catalog-stores.js";
import type { InventoryStores } from "../ports/stock-items.js";
import { stockKeyText, type StockKey } from "../ports/stock-units.js";

/** The variants whose stock may be counted. */
export interface CountableVariants {
  readonly products: Pick<Products, "lockOwnersOf">;
}

/** The locked stock of some variants. */
interface LockedStock {
  /** By the texts of their keys. */
  readonly items: ReadonlyMap<string, StockItem>;
  /** Whether automated collections may ask for the stock. */
  readonly isFollowed: boolean;
  /** Whether the variant exists. */
  isCountable(key: StockKey): boolean;
}

/**
 * Locks the stock of variants. Stock that exists proves that its variant does: the removal of a
 * variant removes its stock, and waits for the lock. Only for a first count is the product locked:
 * so the variant stays, and two first counts follow each other.
 */
export const lockStock = async (
  { stockItems, products }: InventoryStores & CountableVariants,
  requested: readonly StockKey[],
): Promise<LockedStock> => {
  const keys = [...new Map(requested.map((key) => [stockKeyText(key), key])).values()];
  // Products are locked before stock, as in every edit of a product. One variant without stock locks
  // nothing, so it needs no look.
  const uncounted = keys.length > 1 ? await stockItems.uncounted(keys) : [];
  const existing = new Set(
    uncounted.length > 0 ? await products.lockOwnersOf(variantsOf(uncounted)) : [],
  );
  const { items, isFollowed } = await stockItems.lock(keys);
  const known = new Set(uncounted.map(stockKeyText));
  const missing = keys.filter(
    (key) => !items.has(stockKeyText(key)) && !known.has(stockKeyText(key)),
  );
  const isCountable = (key: StockKey): boolean =>
    items.has(stockKeyText(key)) || existing.has(key.variantId);
  if (missing.length === 0)
    return { items, isFollowed: isFollowed || uncounted.length > 0, isCountable };
  for (const id of await products.lockOwnersOf(variantsOf(missing))) existing.add(id);
  // Another unit of work may have counted them while this one waited for the product.
  const counted = await stockItems.lock(missing.filter(({ variantId }) => existing.has(variantId)));
  return { items: new Map([...items, ...counted.items]), isFollowed: true, isCountable };
};

const variantsOf = (keys: readonly StockKey[]): readonly VariantId[] => [
  ...new Set(keys.map(({ variantId }) => variantId)),
];
