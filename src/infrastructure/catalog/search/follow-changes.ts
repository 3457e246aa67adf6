import type {
  SearchChange,
  SearchSource,
} from "../../../application/catalog/search/search-source.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { forAWhile, Turns } from "./portions.js";
import type { ProductIndex } from "./product-index.js";

const PORTION = 40;
const PLACES = 500;

/** How something is done to the index: while nobody looks at it. */
type Change = (work: () => void) => Promise<void>;

interface Following {
  readonly index: ProductIndex;
  readonly source: SearchSource;
  readonly change: Change;
  readonly turns: Turns;
}

/** Reads again what events name, as it is now: reading it twice, or after a later event, does no harm. */
export const followChanges = async (
  index: ProductIndex,
  source: SearchSource,
  changes: readonly SearchChange[],
  change: Change,
): Promise<void> => {
  const following = { index, source, change, turns: new Turns() };
  const products = [...new Set(changes.flatMap((change) => change.products))];
  const collections = [...new Set(changes.flatMap((change) => change.collections))];
  for (let at = 0; at < products.length; at += PORTION) {
    const portion = products.slice(at, at + PORTION);
    const found = new Map(
      (await source.productsById(portion)).map((product) => [product.id, product]),
    );
    await changeEach(following, portion, (id) => {
      const product = found.get(id);
      if (product) index.put(product);
      else index.remove(id);
    });
  }
  for (let at = 0; at < collections.length; at += PORTION)
    await followCollections(following, collections.slice(at, at + PORTION));
};

const changeEach = async <Item>(
  { change, turns }: Following,
  items: readonly Item[],
  work: (item: Item) => void,
): Promise<void> => {
  for (let at = 0; at < items.length;) {
    await change(() => (at = forAWhile(items, at, work)));
    await turns.pass();
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
    await change(() => (collection ? index.putCollection(collection) : index.dropCollection(id)));
    if (!collection) continue;
    // An event names the products that were moved; a collection that had no room between two was spread out as a whole.
    if (index.arrangement(id) !== (arranged.get(id) ?? 0)) await rearrange(following, id);
  }
};

const rearrange = async (following: Following, collection: CollectionId): Promise<void> => {
  const { index, source } = following;
  let last: ProductId | null = null;
  for (let goesOn = true; goesOn;) {
    const places = await source.placesOf(collection, last, PLACES);
    await changeEach(following, places, ({ productId, position }) =>
      index.move(productId, collection, position),
    );
    last = places.at(-1)?.productId ?? null;
    goesOn = places.length === PLACES;
  }
};
