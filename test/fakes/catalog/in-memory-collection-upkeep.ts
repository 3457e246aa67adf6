import { randomUUID } from "node:crypto";
import { REFRESH_AUTOMATED_COLLECTIONS } from "../../../src/application/catalog/collections/refresh-automated-collections.js";
import type {
  CollectionTree,
  CollectionUpkeep,
} from "../../../src/application/catalog/ports/collection-upkeep.js";
import type { WorkId } from "../../../src/application/shared/schedule.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { inMemorySchedule } from "../in-memory-schedule.js";
import type { StoredCollectionProduct } from "./in-memory-collections.js";

const SOON = new Date("2026-01-01T12:00:00.000Z");

/** The products and collections that wait for an evaluation of rules. */
export const inMemoryCollectionUpkeep = (database: InMemoryDatabase): CollectionUpkeep => {
  const due = () => database.rows<ProductId>("collection_due");
  const evaluations = () => database.rows<string>("collection_evaluation");
  const automated = () =>
    [...database.rows<CollectionSnapshot>("collection").values()].filter(
      ({ rules }) => rules !== null,
    );
  const wake = () =>
    inMemorySchedule(database).schedule.plan([
      {
        id: id<WorkId>(`${REFRESH_AUTOMATED_COLLECTIONS}:${randomUUID()}`),
        kind: REFRESH_AUTOMATED_COLLECTIONS,
        subject: "",
        dueAt: SOON,
        facts: {},
      },
    ]);
  return {
    noteDue: async (products) => {
      for (const product of products) due().set(product, product);
      if (products.length > 0) await wake();
    },
    noteDueOfVariants: async (variants) => {
      for (const { id: product, variants: own } of database
        .rows<ProductSnapshot>("product")
        .values())
        if (own.some((one) => variants.includes(one.id))) due().set(product, product);
      if (variants.length > 0) await wake();
    },
    wake,
    due: async (limit) => [...due().values()].toSorted().slice(0, limit),
    settle: async (products) => products.forEach((product) => due().delete(product)),
    isNeeded: async () => automated().length > 0,
    automated: async () =>
      automated().flatMap(({ id: collection, rules }) =>
        rules ? [{ id: collection, rules }] : [],
      ),
    collectionsOf: async (products) => {
      const ids = new Set(automated().map((one) => one.id));
      const found = new Map<ProductId, Set<CollectionId>>();
      for (const { collectionId, productId } of database
        .rows<StoredCollectionProduct>("collection_product")
        .values())
        if (products.includes(productId) && ids.has(collectionId))
          found.set(productId, (found.get(productId) ?? new Set()).add(collectionId));
      return found;
    },
    begin: async (collection) => void evaluations().set(collection, ""),
    progress: async (collection) => evaluations().get(collection) ?? null,
    advance: async (collection, after) => void evaluations().set(collection, after),
    finish: async (collection) => void evaluations().delete(collection),
    productsAfter: async (after, limit) =>
      [...database.rows("product").keys()]
        .filter((one) => one > after)
        .toSorted()
        .slice(0, limit)
        .map((one) => id<ProductId>(one)),
  };
};

// The same distance as in the databases, so that cursors are equal.
const STEP = 2 ** 20;

/** The position of a collection among its siblings. */
export const positionOf = (database: InMemoryDatabase, collection: string): number =>
  database.rows<number>("collection_position").get(collection) ?? 0;

export const inMemoryCollectionTree = (database: InMemoryDatabase): CollectionTree => {
  const rows = () => database.rows<CollectionSnapshot>("collection");
  const byPosition = (a: CollectionSnapshot, b: CollectionSnapshot) =>
    positionOf(database, a.id) - positionOf(database, b.id) || (a.id < b.id ? -1 : 1);
  const childrenOf = (parent: CollectionId | null) =>
    [...rows().values()].filter(({ parentId }) => parentId === parent).toSorted(byPosition);
  const pathTo = (collection: CollectionId | null): readonly CollectionId[] => {
    const row = collection && rows().get(collection);
    return row ? [...pathTo(row.parentId), row.id] : [];
  };
  const levels = (collection: CollectionId): number =>
    Math.max(0, ...childrenOf(collection).map((child) => 1 + levels(child.id)));
  return {
    lock: async () => undefined,
    pathTo: async (collection) => pathTo(collection),
    levelsBelow: async (collection) => levels(collection),
    children: async (collection) => childrenOf(collection).map((child) => child.id),
    moveTo: async (collection, parent, at) => {
      const others = childrenOf(parent)
        .filter((one) => one.id !== collection)
        .map((one) => one.id);
      const positions = others.map((one) => positionOf(database, one));
      const [before, after] =
        at === null
          ? [positions.at(-1) ?? null, null]
          : [
              at <= 0 ? null : (positions[Math.min(at, positions.length) - 1] ?? null),
              positions[Math.max(at, 0)] ?? null,
            ];
      const position = positionOf(database, collection);
      if (position > (before ?? 0) && (after === null || position < after)) return false;
      const next = others.toSpliced(at ?? others.length, 0, collection);
      next.forEach((one, index) =>
        database.rows<number>("collection_position").set(one, (index + 1) * STEP),
      );
      return true;
    },
  };
};
