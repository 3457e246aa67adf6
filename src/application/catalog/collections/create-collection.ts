import { checkedCollection, Collection } from "../../../domain/catalog/collection.js";
import { CollectionAutomated } from "../../../domain/catalog/errors.js";
import { placed, Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { MediaStores } from "../media/media-ports.js";
import {
  EMPTY_COLLECTION,
  rewordedCollection,
  withImageAddress,
  type CollectionWords,
} from "./collection-words.js";
import { namedParent } from "./nest-in-tree.js";
import { suggestedSlug, underFreeSlug } from "../free-slug.js";
import { putCollection, putIntoCollection, type CollectionStores } from "./put-into-collection.js";
import { namedProducts, type CollectionEdited } from "./take-collection.js";

export interface CreateCollection {
  readonly collection: CollectionWords & {
    readonly title: string;
    /** Below which collection; at the top unless given. */
    readonly parentId?: string | null | undefined;
    readonly productIds?: readonly string[] | null | undefined;
  };
}

/** Makes a collection, not yet published, under the slug that is given or else one that its title suggests. */
export const createCollection = change(
  mayWriteCatalog,
  async (
    { collection: { productIds, parentId, ...asked } }: CreateCollection,
    work: Work<CollectionStores & Pick<MediaStores, "mediaFiles">>,
    { ids }: { readonly ids: Ids },
  ): Promise<CollectionEdited> => {
    const problems = new Problems();
    const inImage = new Problems();
    const words = await withImageAddress(work.stores, asked, work.now, inImage);
    problems.attempt(() => inImage.throwIfAny(), "collection");
    const products = await namedProducts(
      work.stores,
      productIds ?? [],
      problems,
      "collection",
      "productIds",
    );
    if (parentId != null) await work.stores.collectionTree.lock();
    const parent = await placed(
      (path) => ["collection", ...path],
      () => namedParent(work.stores, null, parentId ?? null),
    );
    const put = async (slug: string): Promise<CollectionEdited> => {
      const content = rewordedCollection(EMPTY_COLLECTION, { ...words, slug }, parent, ids);
      problems.attempt(() => checkedCollection(content), "collection");
      if (content.rules && products.length > 0)
        problems.add(
          new CollectionAutomated("The collection", "give either rules or products").moved(() => [
            "collection",
            "productIds",
          ]),
        );
      problems.throwIfAny();
      const collection = Collection.create(ids.next("collection"), content, work.now);
      await placed(
        (path) => ["collection", ...path],
        () => putCollection(work.stores, collection, null, work.now),
      );
      await putIntoCollection(work.stores, collection, products, null, work.now);
      return { collectionId: collection.id, warnings: [] };
    };
    return words.slug == null
      ? underFreeSlug(work, work.stores.collections, suggestedSlug(words.title, "collection"), put)
      : put(words.slug);
  },
);
