import { fieldChange } from "../../../domain/catalog/products/field-change.js";
import type { EditWork, LockedProduct } from "../product-edit/lock-products.js";

/**
 * Locks the stock of a locked product, and marks the product as deleted.
 * @throws ProductInUse while units of it are promised to buyers
 */
export const markDeleted = async (
  { stockItems }: Pick<EditWork["stores"], "stockItems">,
  { product, before }: LockedProduct,
): Promise<void> => {
  const promised = await stockItems.lockPromised(before.variants.map(({ id }) => id));
  product.delete([...promised.values()].reduce((sum, units) => sum + units, 0));
};

/**
 * Deletes products that are marked as deleted, with everything that depends on them; their history
 * stays.
 */
export const deleteProducts = async (
  { stores, viewer, now }: EditWork,
  deleted: readonly LockedProduct[],
): Promise<void> => {
  const ids = deleted.map(({ product }) => product.id);
  const variants = deleted.flatMap(({ before }) => before.variants.map(({ id }) => id));
  // Locks the variants, so that none gets a first price after prices are removed. All of this comes
  // before the listings, which a change of prices or stock locks last.
  await stores.prices.lock(variants);
  await stores.prices.remove(variants);
  await stores.listPrices.removeOfVariants(variants);
  await stores.stockItems.remove(variants);
  await stores.products.remove(deleted.map(({ product }) => product));
  await stores.redirects.removeOfTargets("product", ids);
  await stores.schedule.cancelAllOfSubjects([...ids, ...variants]);
  await stores.productHistory.add(
    deleted.map(({ product, before: { title, slug } }) => ({
      productId: product.id,
      kind: "DELETED",
      version: product.snapshot().version,
      at: now,
      actor: viewer.kind,
      changes: [...fieldChange("title", title, null), ...fieldChange("slug", slug, null)],
    })),
  );
};
