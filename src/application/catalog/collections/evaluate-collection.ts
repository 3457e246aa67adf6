import type { CollectionSnapshot } from "../../../domain/catalog/collections/collection-content.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import { id } from "../../../domain/shared/id.js";
import type { Clock } from "../../shared/clock.js";
import { parseId } from "../../shared/ids.js";
import type { Job, ScheduledWork, ScheduleStores, WorkId } from "../../shared/schedule.js";
import type { CatalogStores } from "../ports/catalog-stores.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { applyRules, lockFacts } from "./apply-rules.js";

/**
 * The kind of scheduled work that applies the new rules of a collection to all products; its
 * subject is the collection.
 */
const EVALUATE_COLLECTION = "catalog.evaluate-collection";

const PORTION = 200;

/**
 * Evaluates one portion of products. The progress is saved with it, so that a crash costs at most
 * this portion.
 */
export const evaluateCollection = ({ clock }: { readonly clock: Clock }): Job<EditStores> => ({
  kind: EVALUATE_COLLECTION,
  run: async ({ subject, facts: { version, count } }, stores) => {
    const { collectionUpkeep: upkeep, collections, schedule } = stores;
    const [collectionId, now] = [parseId("collection", subject), clock.now()];
    const after = collectionId && (await upkeep.progress(collectionId));
    if (!collectionId || after === null) return;
    const products = await upkeep.productsAfter(after, PORTION);
    const facts = await lockFacts(stores, products);
    const collection = (await collections.byId([collectionId])).get(collectionId);
    // Checked under the lock: the rules may have changed, or another worker may have continued.
    const isCurrent = (await upkeep.progress(collectionId)) === after;
    if (!collection) return;
    if (isCurrent) await applyRules(stores, collection, facts, now);
    const last = products.at(-1);
    if (isCurrent && (last === undefined || products.length < PORTION))
      return upkeep.finish(collectionId);
    if (isCurrent && last !== undefined) await upkeep.advance(collectionId, last);
    await schedule.plan([
      portionOf({ id: collectionId, version: Number(version) }, Number(count) + 1, now),
    ]);
  },
});

/** Plans the evaluation of a collection with new rules. An evaluation of old rules starts again. */
export const planEvaluation = async (
  { collectionUpkeep, schedule }: Pick<CatalogStores, "collectionUpkeep"> & ScheduleStores,
  before: CollectionSnapshot | null,
  after: CollectionSnapshot,
  now: Date,
): Promise<void> => {
  if (deepEqual(before?.rules ?? null, after.rules)) return;
  if (!after.rules) return collectionUpkeep.finish(after.id);
  await collectionUpkeep.begin(after.id);
  await schedule.plan([portionOf(after, 0, now)]);
};

/**
 * Each change of the rules plans its own portions. Two evaluations of one collection share its
 * progress.
 */
const portionOf = (
  { id: subject, version }: Pick<CollectionSnapshot, "id" | "version">,
  count: number,
  dueAt: Date,
): ScheduledWork => ({
  id: id<WorkId>(`${EVALUATE_COLLECTION}:${subject}:${version}:${count}`),
  kind: EVALUATE_COLLECTION,
  subject,
  dueAt,
  facts: { version, count },
});
