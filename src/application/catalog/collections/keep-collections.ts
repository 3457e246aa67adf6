import { matcher, type ProductFacts } from "../../../domain/catalog/match-rules.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import type { Clock } from "../../shared/clock.js";
import type { Job } from "../../shared/schedule.js";
import type { EditStores } from "../products/take-products.js";
import { fitCollection, takeFacts } from "./fit-collection.js";

/** Looks at products that have changed, and keeps the automated collections right. */
export const KEEP_COLLECTIONS = "catalog.keep-collections";

const PORTION = 100;

/**
 * Products are locked before collections, as everywhere: so what is looked at is what is stored, and who changes a product meanwhile
 * comes after, and notes it again.
 */
export const keepCollections = ({ clock }: { readonly clock: Clock }): Job<EditStores> => ({
  kind: KEEP_COLLECTIONS,
  run: async (_, stores) => {
    const due = await stores.collectionUpkeep.due(PORTION);
    if (due.length === 0) return;
    if (!(await stores.collectionUpkeep.isNeeded())) return strikeOff(stores, due);
    const facts = await takeFacts(stores, due);
    const touched = await wronglyFilled(stores, facts);
    // Their rules may be others by now: those are looked at again, under the lock.
    for (const collection of (await stores.collections.byId(touched)).values())
      await fitCollection(stores, collection, facts, clock.now());
    await stores.collectionUpkeep.settle(due);
    if (due.length === PORTION) await stores.collectionUpkeep.wake();
  },
});

/** In a shop without rules. Looked at again under the locks: a collection that came meanwhile may have passed a product that changed after. */
const strikeOff = async (
  { products, collectionUpkeep }: EditStores,
  due: readonly ProductId[],
): Promise<void> => {
  await products.existing(due);
  const isNeeded = await collectionUpkeep.isNeeded();
  if (!isNeeded) await collectionUpkeep.settle(due);
  if (isNeeded || due.length === PORTION) await collectionUpkeep.wake();
};

const wronglyFilled = async (
  { collectionUpkeep }: EditStores,
  facts: ReadonlyMap<ProductId, ProductFacts>,
): Promise<readonly CollectionId[]> => {
  const automated = await collectionUpkeep.automated();
  const places = await collectionUpkeep.places([...facts.keys()]);
  return automated.flatMap(({ id, rules }) => {
    const belongs = matcher(rules);
    return [...facts].some(
      ([product, known]) => belongs(known) !== (places.get(product)?.has(id) ?? false),
    )
      ? [id]
      : [];
  });
};
