import type { ReferenceTargets } from "../../../src/application/catalog/ports/catalog-stores.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

export const inMemoryReferenceTargets = (database: InMemoryDatabase): ReferenceTargets => ({
  find: async (kind, names) => {
    const products = [...database.rows<ProductSnapshot>("product").values()];
    const named: readonly (readonly [string | null, string])[] =
      kind === "variant"
        ? products.flatMap(({ variants }) => variants.map(({ sku, id }) => [sku, id] as const))
        : (kind === "product"
            ? products
            : [...database.rows<CollectionSnapshot>("collection").values()]
          ).map(({ slug, id }) => [slug, id] as const);
    const ids = new Map<string | null, string>([
      ...named.map(([, id]) => [id, id] as const),
      ...named,
    ]);
    return new Map(
      names.flatMap((name) => {
        const id = ids.get(name);
        return id === undefined ? [] : [[name, id] as const];
      }),
    );
  },
});
