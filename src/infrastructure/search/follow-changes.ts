import type { SearchChange, SearchSource } from "../../application/search/ports/search-source.js";
import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import type { ProductIndex } from "./product-index.js";
import { workForSlice, type TimeSlice } from "./time-slice.js";

const BATCH = 40;
const POSITIONS_AT_ONCE = 500;

/** Changes the index while no search reads it. */
type Change = (work: () => void) => Promise<void>;

interface Following {
  readonly index: ProductIndex;
  readonly source: SearchSource;
  readonly change: Change;
  readonly slice: Pick<TimeSlice, "yieldWhenOver">;
}

/**
 * Reads the current state of everything that events name. It may be read twice, or after a later
 * event.
 */
export const followChanges = async (
  index: ProductIndex,
  source: SearchSource,
  changes: readonly SearchChange[],
  change: Change,
  slice: Following["slice"],
): Promise<void> => {
  const following = { index, source, change, slice };
  const products = [...new Set(changes.flatMap((change) => change.products))];
  const collections = [...new Set(changes.flatMap((change) => change.collections))];
  for (let at = 0; at < products.length; at += BATCH) {
    const batch = products.slice(at, at + BATCH);
    const found = new Map(
      (await source.productsById(batch, index.fields.all)).map((product) => [product.id, product]),
    );
    await changeEach(following, batch, (id) => {
      const product = found.get(id);
      if (product) index.put(product);
      else index.remove(id);
    });
  }
  for (let at = 0; at < collections.length; at += BATCH)
    await followCollections(following, collections.slice(at, at + BATCH));
};

const changeEach = async <Item>(
  { change, slice }: Following,
  items: readonly Item[],
  work: (item: Item) => void,
): Promise<void> => {
  for (let at = 0; at < items.length;) {
    await change(() => (at = workForSlice(items, at, work)));
    await slice.yieldWhenOver();
  }
};

const followCollections = async (
  following: Following,
  ids: readonly CollectionId[],
): Promise<void> => {
  const { index, source, change } = following;
  const found = new Map(
    (await source.collectionsById(ids)).map((collection) => [collection.id, collection]),
  );
  const arranged = await source.arrangements(ids);
  for (const id of ids) {
    const collection = found.get(id);
    await change(() => (collection ? index.putCollection(collection) : index.removeCollection(id)));
    if (!collection) continue;
    // Events name the products that were moved. When a collection had no free position, all of its
    // products have new ones.
    if (index.arrangement(id) !== (arranged.get(id) ?? 0)) await rearrange(following, id);
  }
};

const rearrange = async (following: Following, collection: CollectionId): Promise<void> => {
  const { index, source } = following;
  let last: ProductId | null = null;
  for (let hasMore = true; hasMore;) {
    const positions = await source.positionsOf(collection, last, POSITIONS_AT_ONCE);
    await changeEach(following, positions, ({ productId, position }) =>
      index.move(productId, collection, position),
    );
    last = positions.at(-1)?.productId ?? null;
    hasMore = positions.length === POSITIONS_AT_ONCE;
  }
};
