import { Collection } from "../../../domain/catalog/collections/collection.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import { slugify } from "../../../domain/catalog/slug.js";
import type { Ids } from "../../shared/ids.js";
import { addToCollection } from "../collections/add-to-collection.js";
import { EMPTY_COLLECTION } from "../collections/collection-patch.js";
import { saveCollection } from "../collections/save-collection.js";
import type { EditStores } from "../product-edit/lock-products.js";
import type { ProductImportPlan } from "./plan-product-import.js";

interface Members {
  readonly title: string;
  readonly products: readonly ProductId[];
}

/** The products of each collection, by its slug. */
export const membersOf = (plans: readonly ProductImportPlan[]): ReadonlyMap<string, Members> => {
  const members = new Map<string, Members & { readonly products: ProductId[] }>();
  for (const { collection: title, edited } of plans) {
    if (title === null || !edited) continue;
    const slug = slugify(title);
    const group = members.get(slug) ?? { title, products: [] };
    group.products.push(edited.product.id);
    members.set(slug, group);
  }
  return members;
};

/**
 * Adds imported products to their collections; missing collections are created. Collections with
 * rules stay as they are.
 */
export const joinCollections = async (
  ids: Ids,
  now: Date,
  stores: EditStores,
  members: ReadonlyMap<string, Members>,
  stored: ReadonlyMap<string, Collection>,
): Promise<void> => {
  for (const [slug, { title, products }] of members) {
    const collection = stored.get(slug) ?? (await create(slug, title));
    if (!collection.rules) await addToCollection(stores, collection, products, null, now);
  }

  async function create(slug: string, title: string): Promise<Collection> {
    const collection = Collection.create(
      ids.next("collection"),
      { ...EMPTY_COLLECTION, slug, title, publication: { from: now, until: null } },
      now,
    );
    await saveCollection(stores, collection, null, now);
    return collection;
  }
};
