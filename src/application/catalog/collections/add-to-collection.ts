import type { Collection } from "../../../domain/catalog/collections/collection.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

/**
 * Adds products to a stored collection without rules.
 * @param position of the first product, from 0; null: after all others
 * @returns the products that were not in it before
 * @throws CollectionAutomated
 */
export const addToCollection = async (
  { collections }: Pick<CatalogStores, "collections">,
  collection: Collection,
  products: readonly ProductId[],
  position: number | null,
  now: Date,
): Promise<readonly ProductId[]> => {
  if (products.length > 0) collection.checkFilledByHand();
  const added = await collections.addProducts(collection.id, products, position);
  collection.changeProducts({ added }, now);
  await collections.save(collection);
  return added;
};
