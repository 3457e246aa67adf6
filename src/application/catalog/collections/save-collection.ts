import type { CollectionSnapshot } from "../../../domain/catalog/collections/collection-content.js";
import type { Collection } from "../../../domain/catalog/collections/collection.js";
import type { ScheduleStores } from "../../shared/schedule.js";
import type { Warning } from "../../shared/warning.js";
import type { CatalogStores } from "../ports/catalog-stores.js";
import { redirectOldSlugs } from "../product-edit/redirect-old-slugs.js";
import { slugTakenOver } from "../product-edit/slug-taken-over.js";
import { changesPublication, planCollectionAnnouncement } from "./announce-collection.js";
import { planEvaluation } from "./evaluate-collection.js";

export type CollectionStores = Pick<
  CatalogStores,
  "collections" | "products" | "redirects" | "collectionUpkeep" | "collectionTree"
> &
  ScheduleStores;

/**
 * Saves a new or changed collection with everything that depends on it: the redirect of its old
 * slug, the evaluation of new rules, and its scheduled announcements.
 * @param before null for a new collection
 * @returns the warning that it took over an old slug of another one
 * @throws SlugTaken, StaleVersion
 */
export const saveCollection = async (
  stores: Omit<CollectionStores, "products">,
  collection: Collection,
  before: CollectionSnapshot | null,
  now: Date,
): Promise<readonly Warning[]> => {
  if (changesPublication(before, collection.snapshot())) collection.announce(now);
  await stores.collections.save(collection);
  const after = collection.snapshot();
  if (!before) await stores.collectionTree.moveTo(after.id, after.parentId, null);
  const tookOver = await redirectOldSlugs(stores, "collection", [{ before, after }], now);
  await planCollectionAnnouncement(stores, before, after, now);
  await planEvaluation(stores, before, after, now);
  return slugTakenOver(tookOver.get(after.id), ["slug"]);
};
