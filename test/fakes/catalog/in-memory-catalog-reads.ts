import type { CatalogReads } from "../../../src/application/catalog/ports/catalog-reads.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { inMemoryCollectionReads } from "./in-memory-collection-reads.js";
import { inMemoryMetafieldReads } from "./in-memory-metafield-definitions.js";
import { inMemoryProductReads } from "./in-memory-product-reads.js";

/** The catalogue as it is shown, read from the tables that the store fakes write. */
export const inMemoryCatalogReads = (database: InMemoryDatabase): CatalogReads => ({
  ...inMemoryMetafieldReads(database),
  ...inMemoryProductReads(database),
  ...inMemoryCollectionReads(database),
});
