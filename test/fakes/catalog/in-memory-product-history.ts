import type { ProductHistory, ProductRevision } from "../../../src/application/catalog/ports.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

/** Rows of "product_revision", under their number. */
export const inMemoryProductHistory = (database: InMemoryDatabase): ProductHistory => ({
  add: async (revisions) => {
    const rows = database.rows<ProductRevision>("product_revision");
    for (const revision of revisions) rows.set(String(rows.size + 1), structuredClone(revision));
  },
});
