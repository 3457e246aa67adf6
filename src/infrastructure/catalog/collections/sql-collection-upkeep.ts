import { randomUUID } from "node:crypto";
import { REFRESH_AUTOMATED_COLLECTIONS } from "../../../application/catalog/collections/refresh-automated-collections.js";
import type {
  AutomatedCollection,
  CollectionUpkeep,
} from "../../../application/catalog/ports/collection-upkeep.js";
import type { Clock } from "../../../application/shared/clock.js";
import type { CollectionId, ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { insertIfAbsent, upsertRows } from "../../shared/database/insert-rows.js";
import { placeholders, toChunks, type SqlSession } from "../../shared/database/sql-session.js";
import { toSqlTime } from "../../shared/database/sql-value.js";
import { signalWork } from "../../shared/worker/signal-work.js";
import { COLLECTION_TABLE } from "./collection-table.js";

const { rules: RULES } = COLLECTION_TABLE.sources("catalog_collection");
const [DUE, EVALUATION] = ["catalog_collection_due", "catalog_collection_evaluation"];

export class SqlCollectionUpkeep implements CollectionUpkeep {
  readonly #workId = `${REFRESH_AUTOMATED_COLLECTIONS}:${randomUUID()}`;

  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async noteDue(products: readonly ProductId[]): Promise<void> {
    if (products.length === 0) return;
    const insert = this.session.dialect === "mysql" ? "INSERT IGNORE" : "INSERT OR IGNORE";
    for (const some of toChunks(products.toSorted()))
      await this.session.change(
        `${insert} INTO ${DUE} (product_id) VALUES ${some.map(() => "(?)").join(", ")}`,
        some,
      );
    await this.wake();
  }

  async noteDueOfVariants(variants: readonly VariantId[]): Promise<void> {
    const insert = this.session.dialect === "mysql" ? "INSERT IGNORE" : "INSERT OR IGNORE";
    for (const some of toChunks(variants))
      await this.session.change(
        `${insert} INTO ${DUE} (product_id) SELECT DISTINCT product_id FROM catalog_variant WHERE id IN (${placeholders(some)}) ORDER BY product_id`,
        some,
      );
    if (variants.length > 0) await this.wake();
  }

  // One for each unit of work: that of another may run before the notes of this one are committed.
  // Inserted each time, because the part that inserted it may have been rolled back.
  async wake(): Promise<void> {
    signalWork(this.session);
    await insertIfAbsent(this.session, "scheduled_work", {
      id: this.#workId,
      kind: REFRESH_AUTOMATED_COLLECTIONS,
      subject: "",
      facts: "{}",
      due_at: toSqlTime(this.clock.now()),
    });
  }

  async due(limit: number): Promise<readonly ProductId[]> {
    return ids<ProductId>(
      await this.session.query(
        `SELECT product_id AS id FROM ${DUE} ORDER BY product_id LIMIT ${Math.trunc(limit)}`,
      ),
    );
  }

  async settle(products: readonly ProductId[]): Promise<void> {
    for (const some of toChunks(products.toSorted()))
      await this.session.change(
        `DELETE FROM ${DUE} WHERE product_id IN (${placeholders(some)})`,
        some,
      );
  }

  async isNeeded(): Promise<boolean> {
    return (
      (
        await this.session.query(
          "SELECT id FROM catalog_collection WHERE kind = 'AUTOMATED' LIMIT 1",
        )
      ).length > 0
    );
  }

  async automated(): Promise<readonly AutomatedCollection[]> {
    const rows = await this.session.query(
      "SELECT id, rules FROM catalog_collection WHERE kind = 'AUTOMATED' ORDER BY id",
    );
    return rows.flatMap((row) => {
      const rules = RULES.read(row);
      return rules ? [{ id: id<CollectionId>(String(row["id"])), rules }] : [];
    });
  }

  async collectionsOf(
    products: readonly ProductId[],
  ): Promise<ReadonlyMap<ProductId, ReadonlySet<CollectionId>>> {
    const found = new Map<ProductId, Set<CollectionId>>();
    for (const some of toChunks(products)) {
      const rows = await this.session.query(
        `SELECT cp.product_id, cp.collection_id FROM catalog_collection_product cp JOIN catalog_collection c ON c.id = cp.collection_id AND c.kind = 'AUTOMATED' WHERE cp.product_id IN (${placeholders(some)})`,
        some,
      );
      for (const row of rows) {
        const product = id<ProductId>(String(row["product_id"]));
        found.set(
          product,
          (found.get(product) ?? new Set()).add(id<CollectionId>(String(row["collection_id"]))),
        );
      }
    }
    return found;
  }

  begin(collection: CollectionId): Promise<void> {
    return this.#saveProgress(collection, "");
  }

  async progress(collection: CollectionId): Promise<string | null> {
    const [row] = await this.session.query(
      `SELECT after_product_id FROM ${EVALUATION} WHERE collection_id = ?`,
      [collection],
    );
    return row ? String(row["after_product_id"]) : null;
  }

  advance(collection: CollectionId, after: ProductId): Promise<void> {
    return this.#saveProgress(collection, after);
  }

  async finish(collection: CollectionId): Promise<void> {
    await this.session.change(`DELETE FROM ${EVALUATION} WHERE collection_id = ?`, [collection]);
  }

  async productsAfter(after: string, limit: number): Promise<readonly ProductId[]> {
    return ids<ProductId>(
      await this.session.query(
        `SELECT id FROM catalog_product WHERE id > ? ORDER BY id LIMIT ${Math.trunc(limit)}`,
        [after],
      ),
    );
  }

  async #saveProgress(collection_id: CollectionId, after_product_id: string): Promise<void> {
    await upsertRows(
      this.session,
      EVALUATION,
      ["collection_id"],
      [{ collection_id, after_product_id }],
    );
  }
}

const ids = <Kind extends ProductId>(
  rows: readonly Readonly<Record<string, string | number | null>>[],
): readonly Kind[] => rows.map((row) => id<Kind>(String(row["id"])));
