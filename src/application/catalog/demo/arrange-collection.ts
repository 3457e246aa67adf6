import { Collection, type CollectionOrder } from "../../../domain/catalog/collection.js";
import type { CollectionRules } from "../../../domain/catalog/collection-rules.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import type { Seo } from "../../../domain/catalog/product.js";
import type { Clock } from "../../shared/clock.js";
import type { Ids } from "../../shared/ids.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import { useCase } from "../../shared/use-case.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import {
  putCollection,
  putIntoCollection,
  type CollectionStores,
} from "../collections/put-into-collection.js";

export interface ArrangeCollection {
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly seo: Seo;
  readonly image: { readonly url: string; readonly alt: string } | null;
  /** Slugs, in the order by hand; unknown ones are passed over. */
  readonly products?: readonly string[];
  /** Fill it instead of products. */
  readonly rules?: CollectionRules | null;
  readonly sortOrder?: CollectionOrder;
  /** The slug of the collection that it stands below. */
  readonly parent?: string | null;
}

interface Needs {
  readonly unitOfWork: UnitOfWork<CollectionStores>;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** Makes a published collection, or takes over what is new of it, and puts products at its end. */
export const arrangeCollection = useCase(
  mayWriteCatalog,
  ({ unitOfWork, ids, clock }: Needs) =>
    ({
      products: slugs = [],
      image,
      rules,
      sortOrder,
      parent,
      ...texts
    }: ArrangeCollection): Promise<CollectionId> =>
      unitOfWork.run(async (stores) => {
        const { collections, products } = stores;
        const now = clock.now();
        const found = await products.bySlug(slugs);
        await stores.collectionTree.lock();
        const known = (await collections.bySlug([texts.slug])).get(texts.slug);
        const before = known?.snapshot();
        const content = {
          ...texts,
          rules: rules ?? null,
          sortOrder: sortOrder ?? before?.sortOrder ?? ("MANUAL" as const),
          parentId: (parent && (await collections.bySlug([parent])).get(parent)?.id) || null,
          publication: before?.publication ?? { from: now, until: null },
          translations: before?.translations ?? [],
          image: image && {
            ...image,
            id: before?.image?.url === image.url ? before.image.id : ids.next("media"),
          },
        };
        const collection = known ?? Collection.create(ids.next("collection"), content, now);
        collection.revise(content, now);
        await putCollection(stores, collection, before ?? null, now);
        await putIntoCollection(
          stores,
          collection,
          slugs.flatMap((slug) => found.get(slug)?.id ?? []),
          null,
          now,
        );
        return collection.id;
      }),
);
