import type { CollectionTree } from "../../../application/catalog/ports/collection-upkeep.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { forUpdate, type Row, type SqlSession } from "../../shared/database/sql-session.js";
import { freePositionsAt, neighboursAt, type OrderedRows } from "./ordered-rows.js";

// A few more than are allowed, so that a collection that is too deep is noticed.
const MOST_LEVELS = 16;

export class SqlCollectionTree implements CollectionTree {
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

  async moveTo(
    collection: CollectionId,
    parent: CollectionId | null,
    at: number | null,
  ): Promise<boolean> {
    const [stored] = await this.session.query(
      "SELECT position FROM catalog_collection WHERE id = ?",
      [collection],
    );
    const rows = siblingsOf(collection, parent);
    const neighbours = await neighboursAt(this.session, rows, at);
    const { before, after } = neighbours;
    const position = Number(stored?.["position"] ?? 0);
    if (position > (before ?? 0) && (after === null || position < after)) return false;
    const [target = position] = await freePositionsAt(this.session, rows, at, neighbours, 1);
    await this.session.change("UPDATE catalog_collection SET position = ? WHERE id = ?", [
      target,
      collection,
    ]);
    return true;
  }
}

const siblingsOf = (collection: CollectionId, parent: CollectionId | null): OrderedRows => {
  const siblings =
    parent === null
      ? { sql: "parent_id IS NULL AND id <> ?", values: [collection] }
      : { sql: "parent_id = ? AND id <> ?", values: [parent, collection] };
  return { table: "catalog_collection", idColumn: "id", all: siblings, others: siblings };
};

const toId = (row: Row): CollectionId => id<CollectionId>(String(row["id"]));
