import type { CollectionTree } from "../../application/catalog/collections/upkeep-ports.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { forUpdate, inChunks, placeholders, type Row, type SqlSession } from "../shared/sql.js";
import { positionsBetween, STEP, type Neighbours } from "./positions.js";

// A few more than there may be, so that what stands too deep is seen.
const MOST_LEVELS = 16;

export class TypeormCollectionTree implements CollectionTree {
  constructor(private readonly session: SqlSession) {}

  async lock(): Promise<void> {
    await this.session.query(
      `SELECT id FROM catalog_collection_tree WHERE id = 1${forUpdate(this.session)}`,
    );
  }

  async pathTo(collection: CollectionId): Promise<readonly CollectionId[]> {
    const rows = await this.session.query(
      `WITH RECURSIVE up (id, parent_id, level) AS (SELECT id, parent_id, 1 FROM catalog_collection WHERE id = ?
       UNION ALL SELECT c.id, c.parent_id, up.level + 1 FROM up JOIN catalog_collection c ON c.id = up.parent_id WHERE up.level < ${MOST_LEVELS})
       SELECT id FROM up ORDER BY level DESC`,
      [collection],
    );
    return rows.map(toId);
  }

  async levelsBelow(collection: CollectionId): Promise<number> {
    const [row] = await this.session.query(
      `WITH RECURSIVE down (id, level) AS (SELECT id, 0 FROM catalog_collection WHERE id = ?
       UNION ALL SELECT c.id, down.level + 1 FROM down JOIN catalog_collection c ON c.parent_id = down.id WHERE down.level < ${MOST_LEVELS})
       SELECT MAX(level) AS levels FROM down`,
      [collection],
    );
    return Number(row?.["levels"] ?? 0);
  }

  async children(collection: CollectionId): Promise<readonly CollectionId[]> {
    return (
      await this.session.query(
        "SELECT id FROM catalog_collection WHERE parent_id = ? ORDER BY position, id",
        [collection],
      )
    ).map(toId);
  }

  async place(
    collection: CollectionId,
    parent: CollectionId | null,
    at: number | null,
  ): Promise<boolean> {
    const [stored] = await this.session.query(
      "SELECT position FROM catalog_collection WHERE id = ?",
      [collection],
    );
    const find = () => this.#neighbours(collection, parent, at);
    const [{ before, after }, position] = [await find(), Number(stored?.["position"] ?? 0)];
    if (position > (before ?? 0) && (after === null || position < after)) return false;
    const [target = position] =
      positionsBetween({ before, after }, 1) ??
      (await this.#spread(collection, parent), positionsBetween(await find(), 1)) ??
      [];
    await this.session.change("UPDATE catalog_collection SET position = ? WHERE id = ?", [
      target,
      collection,
    ]);
    return true;
  }

  async #neighbours(
    collection: CollectionId,
    parent: CollectionId | null,
    at: number | null,
  ): Promise<Neighbours> {
    const { sql, values } = among(collection, parent);
    const last = async (): Promise<Neighbours> => {
      const [end] = await this.session.query(
        `SELECT position FROM catalog_collection WHERE ${sql} ORDER BY position DESC, id DESC LIMIT 1`,
        values,
      );
      return { before: end?.["position"] == null ? null : Number(end["position"]), after: null };
    };
    if (at === null) return last();
    const rows = await this.session.query(
      `SELECT position FROM catalog_collection WHERE ${sql} ORDER BY position, id LIMIT 2 OFFSET ${Math.max(Math.trunc(at) - 1, 0)}`,
      values,
    );
    const [first = null, second = null] = rows.map((row) => Number(row["position"]));
    if (at <= 0) return { before: null, after: first };
    return first === null ? last() : { before: first, after: second };
  }

  /** Puts the others far apart, in the order in which they stand. */
  async #spread(collection: CollectionId, parent: CollectionId | null): Promise<void> {
    const { sql, values } = among(collection, parent);
    const rows = await this.session.query(
      `SELECT id FROM catalog_collection WHERE ${sql} ORDER BY position, id`,
      values,
    );
    for (const some of inChunks(
      rows.map((row, index) => [String(row["id"]), (index + 1) * STEP] as const),
    )) {
      const ids = some.map(([one]) => one);
      await this.session.change(
        `UPDATE catalog_collection SET position = CASE id ${some.map(() => "WHEN ? THEN ?").join(" ")} ELSE position END WHERE id IN (${placeholders(ids)})`,
        [...some.flat(), ...ids],
      );
    }
  }
}

const among = (collection: CollectionId, parent: CollectionId | null) =>
  parent === null
    ? { sql: "parent_id IS NULL AND id <> ?", values: [collection] }
    : { sql: "parent_id = ? AND id <> ?", values: [parent, collection] };

const toId = (row: Row): CollectionId => id<CollectionId>(String(row["id"]));
