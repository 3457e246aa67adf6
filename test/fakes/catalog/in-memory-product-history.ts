import type {
  ProductHistory,
  ProductRevision,
} from "../../../src/application/catalog/ports/catalog-stores.js";
import type { ProductHistoryReads } from "../../../src/application/catalog/ports/product-history-reads.js";
import { InvalidCursor } from "../../../src/application/shared/page.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

/** Rows of "product_revision", by their number. */
const rows = (database: InMemoryDatabase): Map<string, ProductRevision> =>
  database.rows<ProductRevision>("product_revision");

export const inMemoryProductHistory = (database: InMemoryDatabase): ProductHistory => ({
  add: async (revisions) => {
    const stored = rows(database);
    for (const revision of revisions)
      stored.set(String(stored.size + 1), structuredClone(revision));
  },
  addAtSameVersion: async (revisions) => {
    const [stored, products] = [rows(database), database.rows<ProductSnapshot>("product")];
    for (const revision of revisions) {
      const version = products.get(revision.productId)?.version;
      if (version !== undefined)
        stored.set(
          String(stored.size + 1),
          structuredClone({ ...revision, kind: "UPDATED" as const, version }),
        );
    }
  },
});

export const inMemoryProductHistoryReads = (database: InMemoryDatabase): ProductHistoryReads => ({
  ofProducts: async (ids, { size, direction, after, before }) => {
    const [afterNumber, beforeNumber] = [numberIn(after), numberIn(before)];
    return new Map(
      ids.map((id) => {
        const newestFirst = [...rows(database)]
          .filter(([, { productId }]) => productId === id)
          .map(([key, revision]) => ({ number: Number(key), revision }))
          .toReversed();
        const between = newestFirst.filter(
          ({ number }) => number < (afterNumber ?? Infinity) && number > (beforeNumber ?? 0),
        );
        const kept = direction === "forward" ? between.slice(0, size) : between.slice(-size);
        const hasMore = between.length > kept.length;
        const items = kept.map(({ number, revision }) => ({
          cursor: cursorOf(number, id),
          item: structuredClone(revision),
        }));
        return [
          id,
          {
            items,
            hasNextPage: direction === "forward" ? hasMore : before !== null,
            hasPreviousPage: direction === "forward" ? after !== null : hasMore,
          },
        ];
      }),
    );
  },
  count: async (ids) =>
    new Map(
      ids.map((id) => [
        id,
        [...rows(database).values()].filter(({ productId }) => productId === id).length,
      ]),
    ),
});

const cursorOf = (number: number, id: string): string =>
  Buffer.from(JSON.stringify(["history", number, id])).toString("base64url");

const numberIn = (cursor: string | null): number | null => {
  if (cursor === null) return null;
  try {
    const [name, number] = JSON.parse(
      Buffer.from(cursor, "base64url").toString("utf8"),
    ) as unknown[];
    if (name === "history" && typeof number === "number") return number;
  } catch {
    // Not a cursor.
  }
  throw new InvalidCursor();
};
