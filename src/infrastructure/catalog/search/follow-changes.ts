import type { SearchChange, SearchSource } from "../../../application/catalog/search/search-source.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { Turns } from "./portions.js";
import type { ProductIndex } from "./product-index.js";

const PORTION = 40;
const PLACES = 500;

/** Reads again what events name, as it is now: reading it twice, or after a later event, does no harm. */
export const followChanges = async (index: ProductIndex, source: SearchSource, changes: readonly SearchChange[]): Promise<void> => {
  const turns = new Turns();
  const products = [...new Set(changes.flatMap((change) => change.products))];
  const collections = [...new Set(changes.flatMap((change) => change.collections))];
  for (let at = 0; at < products.length; at += PORTION) {
    const portion = products.slice(at, at + PORTION);
    const found = new Map((await source.productsById(portion)).map((product) => [product.id, product]));
    for (const id of portion) {
      const product = found.get(id);
      if (product) index.put(product);
      else index.remove(id);
      await turns.pass();
    }
  }
  for (let at = 0; at < collections.length; at += PORTION) await followCollections(index, source, collections.slice(at, at + PORTION), turns);
};

const followCollections = async (index: ProductIndex, source: SearchSource, ids: readonly CollectionId[], turns: Turns): Promise<void> => {
  const found = new Map((await source.collectionsById(ids)).map((collection) => [collection.id, collection]));
  const arranged = await source.arrangements(ids);
  for (const id of ids) {
    const collection = found.get(id);
    if (!collection) {
      index.dropCollection(id);
      continue;
    }
    index.putCollection(collection);
    // An event names the products that were moved; a collection that had no room between two was spread out as a whole.
    if (index.arrangement(id) !== (arranged.get(id) ?? 0)) await rearrange(index, source, id, turns);
  }
};

const rearrange = async (index: ProductIndex, source: SearchSource, collection: CollectionId, turns: Turns): Promise<void> => {
  let last: ProductId | null = null;
  for (let goesOn = true; goesOn; ) {
    const places = await source.placesOf(collection, last, PLACES);
    for (const { productId, position } of places) {
      index.move(productId, collection, position);
      await turns.pass();
    }
    last = places.at(-1)?.productId ?? null;
    goesOn = places.length === PLACES;
  }
};
