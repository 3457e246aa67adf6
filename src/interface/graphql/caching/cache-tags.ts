/** More things are named by a tag for all of their kind: headers of answers are short. */
const MOST_TAGS = 64;

/** The tags of answers by which operators clear caches, besides the ids of products and collections. */
export const CACHE_TAGS = {
  /** Of every answer with products or collections. */
  catalog: "catalog",
  /** Of lists of products, and where one was not found. */
  products: "products",
  collections: "collections",
  /** Of answers with more products than have tags of their own. */
  manyProducts: "many-products",
  manyCollections: "many-collections",
  markets: "markets",
} as const;

export type ListTag = (typeof CACHE_TAGS)["products" | "collections" | "markets"];

/** The products and collections that an answer shows, as tags. */
export class CacheTags {
  readonly #lists = new Set<ListTag>();
  readonly #products = new Set<string>();
  readonly #collections = new Set<string>();

  addList(tag: ListTag): void {
    this.#lists.add(tag);
  }

  addProduct(id: string): void {
    if (this.#products.size <= MOST_TAGS) this.#products.add(id);
  }

  addCollection(id: string): void {
    if (this.#collections.size <= MOST_TAGS) this.#collections.add(id);
  }

  /** In a fixed order: what all share first. */
  all(): readonly string[] {
    const [products, collections] = [this.#products.size, this.#collections.size];
    const ofProducts =
      products + collections > MOST_TAGS && products > 0
        ? [CACHE_TAGS.manyProducts]
        : [...this.#products];
    const ofCollections =
      ofProducts.length + collections > MOST_TAGS
        ? [CACHE_TAGS.manyCollections]
        : [...this.#collections];
    const isOfCatalog =
      products + collections > 0 || this.#lists.has("products") || this.#lists.has("collections");
    return [
      ...(isOfCatalog ? [CACHE_TAGS.catalog] : []),
      ...[...this.#lists].toSorted(),
      ...ofCollections,
      ...ofProducts,
    ];
  }
}
