import type { Move } from "../../../application/catalog/ports/catalog-stores.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { insertRows } from "../../shared/database/insert-rows.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type SqlSession,
} from "../../shared/database/sql-session.js";
import { freePositionsAt, neighboursAt, type OrderedRows } from "./ordered-rows.js";

const TABLE = "catalog_collection_product";

/** Those of the products that are in a collection. */
export const productsInside = async (
  session: SqlSession,
  collection: CollectionId,
  products: readonly ProductId[],
): Promise<ReadonlySet<ProductId>> => {
  const found = new Set<ProductId>();
  for (const chunk of toChunks(products)) {
    const rows = await session.query(
      `SELECT product_id FROM ${TABLE} WHERE collection_id = ? AND product_id IN (${placeholders(chunk)})`,
      [collection, ...chunk],
    );
    for (const row of rows) found.add(id<ProductId>(String(row["product_id"])));
  }
  return found;
};

/**
 * Inserts products before the one at an index, or at the end.
 * @returns those that were not inside before
 */
export const insertCollectionProducts = async (
  session: SqlSession,
  collection: CollectionId,
  products: readonly ProductId[],
  at: number | null,
): Promise<readonly ProductId[]> => {
  await lock(session, collection);
  const present = await productsInside(session, collection, products);
  const added = [...new Set(products)].filter((product) => !present.has(product));
  if (added.length === 0) return [];
  const rows = productsOf(collection);
  const neighbours = await neighboursAt(session, rows, at);
  const positions = await freePositionsAt(session, rows, at, neighbours, added.length);
  await insertRows(
    session,
    TABLE,
    added.map((product_id, index) => ({
      collection_id: collection,
      product_id,
      position: positions[index] ?? 0,
    })),
  );
  return added;
};

/** @returns those that were inside */
export const removeCollectionProducts = async (
  session: SqlSession,
  collection: CollectionId,
  products: readonly ProductId[],
): Promise<readonly ProductId[]> => {
  await lock(session, collection);
  const present = await productsInside(session, collection, products);
  const removed = [...new Set(products)].filter((product) => present.has(product));
  for (const chunk of toChunks(removed))
    await session.change(
      `DELETE FROM ${TABLE} WHERE collection_id = ? AND product_id IN (${placeholders(chunk)})`,
      [collection, ...chunk],
    );
  return removed;
};

/**
 * Gives each product in turn a position between its new neighbours: one row is written for each,
 * however long the collection is.
 * @returns those whose position has changed
 */
export const moveCollectionProducts = async (
  session: SqlSession,
  collection: CollectionId,
  moves: readonly Move[],
): Promise<readonly ProductId[]> => {
  await lock(session, collection);
  const moved = new Set<ProductId>();
  for (const { product, to } of moves) {
    const [stored] = await session.query(
      `SELECT position FROM ${TABLE} WHERE collection_id = ? AND product_id = ?`,
      [collection, product],
    );
    if (!stored) continue;
    const rows = productsOf(collection, product);
    const neighbours = await neighboursAt(session, rows, to);
    const { before, after } = neighbours;
    const position = Number(stored["position"]);
    if ((before === null || before < position) && (after === null || position < after)) continue;
    const [target = position] = await freePositionsAt(session, rows, to, neighbours, 1);
    await session.change(
      `UPDATE ${TABLE} SET position = ? WHERE collection_id = ? AND product_id = ?`,
      [target, collection, product],
    );
    moved.add(product);
  }
  return [...moved];
};

/**
 * The row of the collection is locked first: two units of work that arrange it at once must not
 * assign the same positions.
 */
const lock = (session: SqlSession, collection: CollectionId): Promise<unknown> =>
  session.query(`SELECT id FROM catalog_collection WHERE id = ?${forUpdate(session)}`, [
    collection,
  ]);

const productsOf = (collection: CollectionId, moved = ""): OrderedRows => ({
  table: TABLE,
  idColumn: "product_id",
  all: { sql: "collection_id = ?", values: [collection] },
  others: { sql: "collection_id = ? AND product_id <> ?", values: [collection, moved] },
});
