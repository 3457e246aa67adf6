import type { SearchSource } from "../../application/search/ports/search-source.js";
import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import { TimeSlice } from "./time-slice.js";
import { ProductIndex } from "./product-index.js";

const BATCH = 10;
const COLLECTIONS_AT_ONCE = 200;

/** Reads the whole catalogue in small batches, and yields to the event loop in between. */
export const loadIndex = async (
  source: SearchSource,
  isStopped: () => boolean,
): Promise<ProductIndex> => {
  const index = new ProductIndex();
  const slice = new TimeSlice();
  let after: CollectionId | null = null;
  for (let hasMore = true; hasMore;) {
    const collections = await source.collectionsAfter(after, COLLECTIONS_AT_ONCE);
    for (const collection of collections) index.putCollection(collection);
    after = collections.at(-1)?.id ?? null;
    hasMore = collections.length === COLLECTIONS_AT_ONCE;
  }
  let last: ProductId | null = null;
  for (let hasMore = true; hasMore && !isStopped();) {
    const products = await source.productsAfter(last, BATCH);
    await slice.yieldWhenOver();
    for (const product of products) {
      index.put(product);
      await slice.yieldWhenOver();
    }
    last = products.at(-1)?.id ?? null;
    hasMore = products.length === BATCH;
    await slice.yieldWhenOver();
  }
  return index;
};
