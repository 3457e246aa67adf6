import type { Move } from "../../application/catalog/ports.js";
import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { forUpdate, inChunks, insertRows, placeholders, type SqlSession } from "../shared/sql.js";
import { positionsBetween, STEP, type Neighbours } from "./positions.js";

const TABLE = "catalog_collection_product";

/** Those of the products that stand in a collection. */
export const inside = async (
  session: SqlSession,
  collection: CollectionId,
  products: readonly ProductId[],
): Promise<ReadonlySet<ProductId>> => {
  const found = new Set<ProductId>();
  for (const chunk of inChunks(products)) {
    const rows = await session.query(
      `SELECT product_id FROM ${TABLE} WHERE collection_id = ? AND product_id IN (${placeholders(chunk)})`,
      [collection, ...chunk],
    );
    for (const row of rows) found.add(id<ProductId>(String(row["product_id"])));
  }
  return found;
};

/** Puts products in before the one at a place, or at the end. @returns those that were not inside yet */
export const insertPlaces = async (
  session: SqlSession,
  collection: CollectionId,
  products: readonly ProductId[],
  at: number | null,
): Promise<readonly ProductId[]> => {
  await lock(session, collection);
  const known = await inside(session, collection, products);
  const fresh = [...new Set(products)].filter((product) => !known.has(product));
  if (fresh.length === 0) return [];
  const positions = await roomFor(session, collection, fresh.length, () =>
    neighbours(session, collection, at),
  );
  await insertRows(
    session,
    TABLE,
    fresh.map((product_id, index) => ({
      collection_id: collection,
      product_id,
      position: positions[index] ?? 0,
    })),
  );
  return fresh;
};

/** @returns those that were inside */
export const withdrawPlaces = async (
  session: SqlSession,
  collection: CollectionId,
  products: readonly ProductId[],
): Promise<readonly ProductId[]> => {
  await lock(session, collection);
  const known = await inside(session, collection, products);
  const doomed = [...new Set(products)].filter((product) => known.has(product));
  for (const chunk of inChunks(doomed))
    await session.change(
      `DELETE FROM ${TABLE} WHERE collection_id = ? AND product_id IN (${placeholders(chunk)})`,
      [collection, ...chunk],
    );
  return doomed;
};

/** Gives each product in turn a position between its new neighbours: one row is written for each, however long the collection. @returns those that stand somewhere else now */
export const movePlaces = async (
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
    const find = () => neighbours(session, collection, to, product);
    const [{ before, after }, position] = [await find(), Number(stored["position"])];
    if ((before === null || before < position) && (after === null || position < after)) continue;
    const [target = position] = await roomFor(session, collection, 1, find);
    await session.change(
      `UPDATE ${TABLE} SET position = ? WHERE collection_id = ? AND product_id = ?`,
      [target, collection, product],
    );
    moved.add(product);
  }
  return [...moved];
};

/** The row of the collection is locked first: two that arrange it at once must not hand out the same positions. */
const lock = (session: SqlSession, collection: CollectionId): Promise<unknown> =>
  session.query(`SELECT id FROM catalog_collection WHERE id = ?${forUpdate(session)}`, [
    collection,
  ]);

/** What stands before and behind a place, with one product left out of the count. */
async function neighbours(
  session: SqlSession,
  collection: CollectionId,
  at: number | null,
  without = "",
): Promise<Neighbours> {
  if (at === null) return { before: await lastPosition(session, collection, without), after: null };
  const skipped = Math.max(Math.trunc(at) - 1, 0);
  const rows = await session.query(
    `SELECT position FROM ${TABLE} WHERE collection_id = ? AND product_id <> ? ORDER BY position, product_id LIMIT 2 OFFSET ${skipped}`,
    [collection, without],
  );
  const [first = null, second = null] = rows.map((row) => Number(row["position"]));
  if (at <= 0) return { before: null, after: first };
  return first === null
    ? { before: await lastPosition(session, collection, without), after: null }
    : { before: first, after: second };
}

async function lastPosition(
  session: SqlSession,
  collection: CollectionId,
  without: string,
): Promise<number | null> {
  // Not MAX, for which the whole collection would be read.
  const [end] = await session.query(
    `SELECT position FROM ${TABLE} WHERE collection_id = ? AND product_id <> ? ORDER BY position DESC, product_id DESC LIMIT 1`,
    [collection, without],
  );
  return end?.["position"] == null ? null : Number(end["position"]);
}

/** Free positions; where neighbours stand too close, the whole collection is spread out once. */
async function roomFor(
  session: SqlSession,
  collection: CollectionId,
  count: number,
  find: () => Promise<Neighbours>,
): Promise<readonly number[]> {
  const free = positionsBetween(await find(), count);
  if (free) return free;
  const rows = await session.query(
    `SELECT product_id FROM ${TABLE} WHERE collection_id = ? ORDER BY position, product_id`,
    [collection],
  );
  // Rows are changed and never added: a product that is deleted meanwhile must not come back.
  for (const some of inChunks(
    rows.map((row, index) => [String(row["product_id"]), (index + 1) * STEP] as const),
  )) {
    const ids = some.map(([product]) => product);
    const cases = some.map(() => "WHEN ? THEN ?").join(" ");
    await session.change(
      `UPDATE ${TABLE} SET position = CASE product_id ${cases} ELSE position END WHERE collection_id = ? AND product_id IN (${placeholders(ids)})`,
      [...some.flat(), collection, ...ids],
    );
  }
  const spread = positionsBetween(await find(), count);
  if (!spread) throw new Error(`The collection ${collection} has no room for ${count} products.`);
  return spread;
}
