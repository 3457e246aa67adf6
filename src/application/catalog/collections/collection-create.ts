import { checkedCollection } from "../../../domain/catalog/collections/checked-collection.js";
import { Collection } from "../../../domain/catalog/collections/collection.js";
import { CollectionAutomated } from "../../../domain/catalog/collections/errors.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { MediaStores } from "../../media/ports/media-stores.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { suggestedSlug, withFreeSlug } from "../product-edit/with-free-slug.js";
import { addToCollection } from "./add-to-collection.js";
import { existingProducts } from "./collection-members.js";
import {
  applyCollectionPatch,
  EMPTY_COLLECTION,
  withImageUrl,
  type CollectionPatch,
} from "./collection-patch.js";
import type { CollectionEdited } from "./lock-collection.js";
import { resolveParent } from "./resolve-parent.js";
import { saveCollection, type CollectionStores } from "./save-collection.js";

interface CollectionCreate {
  readonly collection: CollectionPatch & {
    readonly title: string;
    /** Without a parent when left out. */
    readonly parentId?: string | null | undefined;
    readonly productIds?: readonly string[] | null | undefined;
  };
}

/**
 * Creates a collection that is not published yet. Without a slug it gets one made from its title.
 */
export const collectionCreate = change(
  mayWriteCatalog,
  async (
    { collection: { productIds, parentId, ...input } }: CollectionCreate,
    work: Work<CollectionStores & Pick<MediaStores, "mediaFiles">>,
    { ids }: { readonly ids: Ids },
  ): Promise<CollectionEdited> => {
    const { stores, now } = work;
    const problems = new Problems();
    const imageProblems = new Problems();
    const patch = await withImageUrl(stores, input, now, imageProblems);
    problems.collect(() => imageProblems.throwIfAny(), "collection");
    const products = await existingProducts(
      stores,
      productIds ?? [],
      problems,
      "collection",
      "productIds",
    );
    if (parentId != null) await stores.collectionTree.lock();
    const parent = await withPathAsync(inCollection, () =>
      resolveParent(stores, null, parentId ?? null),
    );
    const insert = async (slug: string): Promise<CollectionEdited> => {
      const content = applyCollectionPatch(EMPTY_COLLECTION, { ...patch, slug }, parent, ids);
      problems.collect(() => checkedCollection(content), "collection");
      if (content.rules && products.length > 0)
        problems.add(
          new CollectionAutomated("The collection", "give either rules or products").mapPath(() =>
            inCollection(["productIds"]),
          ),
        );
      problems.throwIfAny();
      const collection = Collection.create(ids.next("collection"), content, now);
      const warnings = await withPathAsync(inCollection, () =>
        saveCollection(stores, collection, null, now),
      );
      await addToCollection(stores, collection, products, null, now);
      return {
        collectionId: collection.id,
        warnings: warnings.map((one) => ({ ...one, path: inCollection(one.path) })),
      };
    };
    return patch.slug == null
      ? withFreeSlug(work, stores.collections, suggestedSlug(patch.title, "collection"), insert)
      : insert(patch.slug);
  },
);

const inCollection = (path: readonly string[]): readonly string[] => ["collection", ...path];
