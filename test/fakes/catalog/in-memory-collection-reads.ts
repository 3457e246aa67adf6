import type {
  Audience,
  FieldsOf,
  Selected,
} from "../../../src/application/catalog/ports/audience.js";
import type { CatalogReads } from "../../../src/application/catalog/ports/catalog-reads.js";
import type {
  CollectionFilter,
  CollectionList,
} from "../../../src/application/catalog/ports/collection-list.js";
import type { CollectionView } from "../../../src/application/catalog/ports/collection-view.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import type { CollectionId } from "../../../src/domain/catalog/ids.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../page-of.js";
import { collectionViews } from "./collection-views.js";
import { positionOf } from "./in-memory-collection-upkeep.js";
import type { StoredCollectionProduct } from "./in-memory-collections.js";
import { viewsByOldSlug } from "./in-memory-slug-redirects.js";
import { collectionOrder, matchesCollection } from "./matches-collection.js";
import { select } from "./select.js";
import { translatedCollection } from "./translated-views.js";

export type CollectionReads = Pick<
  CatalogReads,
  | "collectionsByOldSlug"
  | "childrenOfCollections"
  | "countChildrenOfCollections"
  | "breadcrumbsOfCollections"
  | "collections"
  | "countCollections"
  | "collectionsById"
  | "collectionsBySlug"
  | "collectionsOfProducts"
  | "countCollectionsOfProducts"
>;

/** The collections as they are selected, read from the tables that the store fakes write. */
export const inMemoryCollectionReads = (database: InMemoryDatabase): CollectionReads => {
  const seenBy = (audience: Audience) => collectionViews(database, audience);
  const members = () => [...database.rows<StoredCollectionProduct>("collection_product").values()];
  const byPosition = (reverse: boolean): Order<CollectionView> => ({
    name: "collection manual",
    key: ({ id }) => positionOf(database, id),
    id: ({ id }) => id,
    reverse,
  });
  const orderOf = (
    sort: CollectionList["sort"],
    filter: CollectionFilter = {},
  ): Order<CollectionView> =>
    sort.key === "MANUAL" && filter.parent !== undefined
      ? byPosition(sort.reverse)
      : collectionOrder(sort);
  const ancestors = ({ parentId }: CollectionSnapshot): readonly CollectionId[] => {
    const parent = parentId && database.rows<CollectionSnapshot>("collection").get(parentId);
    return parent ? [...ancestors(parent), parent.id] : [];
  };

  return {
    collectionsByOldSlug: async (slugs, audience, fields) =>
      viewsByOldSlug(
        database,
        "collection",
        slugs,
        seenBy(audience).map((view) => selected(view, audience, fields)),
      ),
    childrenOfCollections: async (ids, page, audience, fields) =>
      new Map(
        ids.map((parent) => [
          parent,
          pageOf(
            seenBy(audience).filter(matchesCollection({ parent })),
            byPosition(false),
            page,
            (view) => selected(view, audience, fields),
          ),
        ]),
      ),
    countChildrenOfCollections: async (ids, audience) =>
      new Map(
        ids.map((parent) => [
          parent,
          seenBy(audience).filter(matchesCollection({ parent })).length,
        ]),
      ),
    breadcrumbsOfCollections: async (ids, audience, fields) => {
      const seen = new Map(
        seenBy(audience).map((one) => [one.id, selected(one, audience, fields)] as const),
      );
      const all = database.rows<CollectionSnapshot>("collection");
      return new Map(
        ids.flatMap((id) => {
          const one = all.get(id);
          const path = one ? ancestors(one).flatMap((ancestor) => seen.get(ancestor) ?? []) : [];
          return path.length > 0 ? [[id, path] as const] : [];
        }),
      );
    },

    collections: async ({ filter, sort, page }, audience, fields) =>
      pageOf(
        seenBy(audience).filter(matchesCollection(filter)),
        orderOf(sort, filter),
        page,
        (view) => selected(view, audience, fields),
      ),
    countCollections: async (audience, filter) =>
      seenBy(audience).filter(matchesCollection(filter)).length,
    collectionsById: async (ids, audience, fields) =>
      seenBy(audience)
        .filter(({ id }) => ids.includes(id))
        .map((view) => selected(view, audience, fields)),
    collectionsBySlug: async (slugs, audience, fields) =>
      seenBy(audience)
        .filter(({ slug }) => slugs.includes(slug))
        .map((view) => ({
          ...selected(view, audience, fields),
          slug: view.slug,
        })),
    collectionsOfProducts: async (ids, page, audience, fields) =>
      new Map(
        ids.map((id) => {
          const containing = new Set(
            members()
              .filter(({ productId }) => productId === id)
              .map(({ collectionId }) => collectionId),
          );
          const found = seenBy(audience).filter((one) => containing.has(one.id));
          return [
            id,
            pageOf(found, collectionOrder({ key: "TITLE", reverse: false }), page, (view) =>
              selected(view, audience, fields),
            ),
          ];
        }),
      ),
    countCollectionsOfProducts: async (ids, audience) =>
      new Map(
        ids.map((id) => [
          id,
          seenBy(audience).filter((one) =>
            members().some(
              ({ collectionId, productId }) => collectionId === one.id && productId === id,
            ),
          ).length,
        ]),
      ),
  };
};

const selected = (
  view: CollectionView,
  audience: Audience,
  fields: FieldsOf<CollectionView>,
): Selected<CollectionView> => select(translatedCollection(view, audience), fields);
