import type { Collection, CollectionSnapshot } from "../../../domain/catalog/collection.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import type { ScheduleStores } from "../../shared/schedule.js";
import { keepRedirects } from "../keep-redirects.js";
import type { CatalogStores } from "../ports.js";
import { isShownAnew, planCollectionAnnouncement } from "./announce-collection.js";
import { planEvaluation } from "./evaluate-collection.js";

export type CollectionStores = Pick<
  CatalogStores,
  "collections" | "products" | "redirects" | "collectionUpkeep" | "collectionTree"
> &
  ScheduleStores;

type PutStores = Omit<CollectionStores, "products">;

/**
 * Stores a collection that was made or revised, with all that follows: the slug that it had leads to it from now on, its products are
 * found by rules that are new, and what time will change is told when the time comes.
 * @throws SlugTaken, StaleVersion
 */
export const putCollection = async (
  stores: PutStores,
  collection: Collection,
  before: CollectionSnapshot | null,
  now: Date,
): Promise<void> => {
  if (isShownAnew(before, collection.snapshot())) collection.announce(now);
  await stores.collections.save(collection);
  const after = collection.snapshot();
  if (!before) await stores.collectionTree.place(after.id, after.parentId, null);
  await keepRedirects(stores, "collection", [{ before, after }], now);
  await planCollectionAnnouncement(stores, before, after, now);
  await planEvaluation(stores, before, after, now);
};

/**
 * Puts products into a stored collection that is filled by hand: staff, files and the demo all come through here.
 * @param at how many products stand before them; null: at the end
 * @returns those that were not inside yet
 * @throws CollectionAutomated
 */
export const putIntoCollection = async (
  { collections }: Pick<CatalogStores, "collections">,
  collection: Collection,
  products: readonly ProductId[],
  at: number | null,
  now: Date,
): Promise<readonly ProductId[]> => {
  if (products.length > 0) collection.checkFilledByHand();
  const added = await collections.insert(collection.id, products, at);
  collection.rearrange({ added }, now);
  await collections.save(collection);
  return added;
};

/**
 * Takes collections away; their products stay, and the collections below one go up to where it stood. Whoever calls holds the lock of the tree.
 * @throws StaleVersion
 */
export const replaceCollections = async (
  stores: PutStores,
  doomed: readonly Collection[],
  now: Date,
): Promise<void> => {
  const { collections, collectionTree, collectionUpkeep, redirects, schedule } = stores;
  const gone = new Set(doomed.map(({ id }) => id));
  for (const collection of doomed) {
    const { parentId } = collection.snapshot();
    const lifted = parentId !== null && gone.has(parentId) ? null : parentId;
    const inOrder = (await collectionTree.children(collection.id)).filter((id) => !gone.has(id));
    const children = await collections.byId(inOrder);
    for (const child of inOrder.flatMap((id) => children.get(id) ?? [])) {
      const before = child.snapshot();
      child.nest(lifted, now);
      await putCollection(stores, child, before, now);
      await collectionTree.place(child.id, lifted, null);
    }
    collection.delete();
    await collections.remove(collection);
    await collectionUpkeep.finish(collection.id);
  }
  await schedule.cancelAbout([...gone]);
  await redirects.forget("collection", [...gone]);
};
