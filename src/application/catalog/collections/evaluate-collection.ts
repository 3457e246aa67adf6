import type { CollectionSnapshot } from "../../../domain/catalog/collection.js";
import { id } from "../../../domain/shared/id.js";
import { same } from "../../../domain/shared/same.js";
import type { Clock } from "../../shared/clock.js";
import { parseId } from "../../shared/ids.js";
import type { Job, ScheduledWork, ScheduleStores, WorkId } from "../../shared/schedule.js";
import type { CatalogStores } from "../ports.js";
import type { EditStores } from "../products/take-products.js";
import { fitCollection, takeFacts } from "./fit-collection.js";

/** Goes through all products for one collection whose rules are new. */
export const EVALUATE_COLLECTION = "catalog.evaluate-collection";

const PORTION = 200;

/** Has a collection evaluated whose rules are others now; what is under way for the old rules begins anew. */
export const planEvaluation = async (
  { collectionUpkeep, schedule }: Pick<CatalogStores, "collectionUpkeep"> & ScheduleStores,
  before: CollectionSnapshot | null,
  after: CollectionSnapshot,
  now: Date,
): Promise<void> => {
  if (same(before?.rules ?? null, after.rules)) return;
  if (!after.rules) return collectionUpkeep.finish(after.id);
  await collectionUpkeep.begin(after.id);
  await schedule.plan([portionOf(after, 0, now)]);
};

/** Each change of the rules plans portions of its own: two that run for one collection share its progress. */
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

/** One portion; the progress is stored with it, so that a crash costs at most this portion. */
export const evaluateCollection = ({ clock }: { readonly clock: Clock }): Job<EditStores> => ({
  kind: EVALUATE_COLLECTION,
  run: async ({ subject, facts: { version, count } }, stores) => {
    const { collectionUpkeep: upkeep, collections, schedule } = stores;
    const [collectionId, now] = [parseId("collection", subject), clock.now()];
    const after = collectionId && (await upkeep.progress(collectionId));
    if (!collectionId || after === null) return;
    const products = await upkeep.productsAfter(after, PORTION);
    const known = await takeFacts(stores, products);
    const collection = (await collections.byId([collectionId])).get(collectionId);
    // Under the lock: the rules may be others since, or somebody else may have gone on.
    const isCurrent = (await upkeep.progress(collectionId)) === after;
    if (!collection) return;
    if (isCurrent) await fitCollection(stores, collection, known, now);
    const last = products.at(-1);
    if (isCurrent && (last === undefined || products.length < PORTION))
      return upkeep.finish(collectionId);
    if (isCurrent && last !== undefined) await upkeep.advance(collectionId, last);
    await schedule.plan([
      portionOf({ id: collectionId, version: Number(version) }, Number(count) + 1, now),
    ]);
  },
});
