import type { SearchSource } from "../../../application/catalog/search/search-source.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { Turns } from "./portions.js";
import { ProductIndex } from "./product-index.js";

const PORTION = 10;
const COLLECTIONS = 200;

/** Reads the whole catalogue in portions, so that whatever else the process does goes on meanwhile. */
export const loadIndex = async (
  source: SearchSource,
  isStopped: () => boolean,
): Promise<ProductIndex> => {
  const index = new ProductIndex();
  const turns = new Turns();
  let after: CollectionId | null = null;
  for (let goesOn = true; goesOn;) {
    const collections = await source.collectionsAfter(after, COLLECTIONS);
    for (const collection of collections) index.putCollection(collection);
    after = collections.at(-1)?.id ?? null;
    goesOn = collections.length === COLLECTIONS;
  }
  let last: ProductId | null = null;
  for (let goesOn = true; goesOn && !isStopped();) {
    const products = await source.productsAfter(last, PORTION);
    await turns.pass();
    for (const product of products) {
      index.put(product);
      await turns.pass();
    }
    last = products.at(-1)?.id ?? null;
    goesOn = products.length === PORTION;
    await turns.pass();
  }
  return index;
};
