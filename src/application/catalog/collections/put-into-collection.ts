import type { Collection, CollectionSnapshot } from "../../../domain/catalog/collection.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import { keepRedirects } from "../keep-redirects.js";
import type { CatalogStores } from "../ports.js";

export type CollectionStores = Pick<CatalogStores, "collections" | "products" | "redirects">;

/** Stores a collection that was made or revised; the slug that it had leads to it from now on. @throws SlugTaken, StaleVersion */
export const putCollection = async (stores: Pick<CatalogStores, "collections" | "redirects">, collection: Collection, before: CollectionSnapshot | null, now: Date): Promise<void> => {
  await stores.collections.save(collection);
  await keepRedirects(stores, "collection", [{ before, after: collection.snapshot() }], now);
};

/**
 * Puts products into a stored collection: staff, files and the demo all come through here.
 * @param at how many products stand before them; null: at the end
 * @returns those that were not inside yet
 */
export const putIntoCollection = async ({ collections }: Pick<CatalogStores, "collections">, collection: Collection, products: readonly ProductId[], at: number | null, now: Date): Promise<readonly ProductId[]> => {
  const added = await collections.insert(collection.id, products, at);
  collection.rearrange({ added }, now);
  await collections.save(collection);
  return added;
};

/** Takes collections away; their products stay. @throws StaleVersion */
export const removeCollections = async ({ collections, redirects }: Pick<CatalogStores, "collections" | "redirects">, doomed: readonly Collection[]): Promise<void> => {
  for (const collection of doomed) {
    collection.delete();
    await collections.remove(collection);
  }
  await redirects.forget("collection", doomed.map(({ id }) => id));
};
