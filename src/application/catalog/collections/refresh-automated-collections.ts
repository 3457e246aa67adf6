import type { ProductFacts } from "../../../domain/catalog/collections/product-facts.js";
import { ruleMatcher } from "../../../domain/catalog/collections/rule-matcher.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import type { Clock } from "../../shared/clock.js";
import type { Job } from "../../shared/schedule.js";
import { lockProducts, type EditStores } from "../product-edit/lock-products.js";
import { applyRules, factsOf } from "./apply-rules.js";

/** The kind of scheduled work that updates automated collections after changes of products. */
export const REFRESH_AUTOMATED_COLLECTIONS = "catalog.keep-collections";

const PORTION = 100;

/**
 * Applies the rules of all automated collections to changed products. Products are locked before
 * collections, as everywhere: a product that is changed meanwhile waits for the lock, and is noted
 * again.
 */
export const refreshAutomatedCollections = ({
  clock,
}: {
  readonly clock: Clock;
}): Job<EditStores> => ({
  kind: REFRESH_AUTOMATED_COLLECTIONS,
  run: async (_, stores) => {
    const due = await stores.collectionUpkeep.due(PORTION);
    if (due.length === 0) return;
    if (!(await stores.collectionUpkeep.isNeeded())) return settleUnneeded(stores, due);
    const locked = await lockProducts(stores, due);
    // Settled after the products are locked, as in every edit, and before facts are read. Prices and
    // stock change without the product: a change that is noted from now on waits, and its note
    // stays; one that was noted before is committed by now.
    await stores.collectionUpkeep.settle(due);
    const facts = await factsOf(stores, locked);
    const outdated = await outdatedCollections(stores, facts);
    // Their rules may have changed since they were read: `applyRules` uses those of the locked
    // collection.
    for (const collection of (await stores.collections.byId(outdated)).values())
      await applyRules(stores, collection, facts, clock.now());
    if (due.length === PORTION) await stores.collectionUpkeep.wake();
  },
});

/**
 * For a shop without automated collections. Checked again under the locks of the products: a
 * collection that was created meanwhile may have been evaluated before a product changed.
 */
const settleUnneeded = async (
  { products, collectionUpkeep }: EditStores,
  due: readonly ProductId[],
): Promise<void> => {
  await products.existing(due);
  const isNeeded = await collectionUpkeep.isNeeded();
  if (!isNeeded) await collectionUpkeep.settle(due);
  if (isNeeded || due.length === PORTION) await collectionUpkeep.wake();
};

const outdatedCollections = async (
  { collectionUpkeep }: EditStores,
  facts: ReadonlyMap<ProductId, ProductFacts>,
): Promise<readonly CollectionId[]> => {
  const automated = await collectionUpkeep.automated();
  const memberships = await collectionUpkeep.collectionsOf([...facts.keys()]);
  return automated.flatMap(({ id, rules }) => {
    const matches = ruleMatcher(rules);
    return [...facts].some(
      ([product, fact]) => matches(fact) !== (memberships.get(product)?.has(id) ?? false),
    )
      ? [id]
      : [];
  });
};
