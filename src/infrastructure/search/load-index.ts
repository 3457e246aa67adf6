import type {
  SearchDocument,
  SearchField,
  SearchSource,
} from "../../application/search/ports/search-source.js";
import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import type { FairSlice } from "./fair-slice.js";
import { ProductIndex } from "./product-index.js";
import { SearchFields } from "./search-fields.js";

const COLLECTIONS_AT_ONCE = 200;
const IDS_AT_ONCE = 1_000;
/** How many batches are read while one is added: a server takes its time for each. */
const READ_AHEAD = 2;

/**
 * Reads the whole catalogue in small batches, and yields to the event loop in between. What changes
 * meanwhile may be missing: the caller reads it again.
 */
export const loadIndex = async (
  source: SearchSource,
  slice: FairSlice,
  isStopped: () => boolean,
): Promise<ProductIndex> => {
  const index = new ProductIndex(new SearchFields(await source.fields()));
  let after: CollectionId | null = null;
  for (let hasMore = true; hasMore;) {
    const collections = await source.collectionsAfter(after, COLLECTIONS_AT_ONCE);
    for (const collection of collections) index.putCollection(collection);
    after = collections.at(-1)?.id ?? null;
    hasMore = collections.length === COLLECTIONS_AT_ONCE;
  }
  for await (const products of allProducts(source, index.fields.all, isStopped)) {
    await slice.yieldWhenOver();
    for (const product of products) {
      index.put(product);
      await slice.yieldWhenOver();
    }
  }
  return index;
};

const allProducts = async function* (
  source: SearchSource,
  fields: readonly SearchField[],
  isStopped: () => boolean,
): AsyncGenerator<readonly SearchDocument[]> {
  const running: Promise<readonly SearchDocument[]>[] = [];
  for await (const ids of batchesOfIds(source)) {
    if (isStopped()) break;
    const batch = source.productsById(ids, fields);
    // The first failure ends the loading; nobody waits for the other batches then.
    batch.catch(() => undefined);
    running.push(batch);
    if (running.length > READ_AHEAD) yield (await running.shift()) ?? [];
  }
  for (const batch of running) yield await batch;
};

const batchesOfIds = async function* (source: SearchSource): AsyncGenerator<readonly ProductId[]> {
  const size = source.productsAtOnce;
  let last: ProductId | null = null;
  for (let hasMore = true; hasMore;) {
    const ids: readonly ProductId[] = await source.productIdsAfter(last, IDS_AT_ONCE);
    for (let at = 0; at < ids.length; at += size) yield ids.slice(at, at + size);
    last = ids.at(-1) ?? null;
    hasMore = ids.length === IDS_AT_ONCE;
  }
};
