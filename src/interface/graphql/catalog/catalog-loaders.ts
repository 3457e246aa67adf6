import DataLoader from "dataloader";
import type {
  CollectionView,
  FieldsOf,
  MediaView,
  OfferField,
  OfferView,
  ProductView,
  Selected,
  VariantView,
} from "../../../application/catalog/ports.js";
import type { ShownCatalog } from "../../../application/catalog/show-catalog.js";
import type { Page, PageRequest } from "../../../application/shared/page.js";
import type { Viewer } from "../../../application/shared/viewer.js";
import type { CollectionOrder } from "../../../domain/catalog/collection.js";
import type { CollectionId, MediaId, ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { batcher, MOST_KEYS } from "../batcher.js";
import { EMPTY_PAGE } from "../connection.js";

interface Wanted {
  readonly id: VariantId;
  readonly fields: FieldsOf<VariantView>;
}

interface Offered {
  readonly ids: readonly VariantId[];
  readonly fields: ReadonlySet<OfferField>;
}

/** One set per request. What is asked in the same tick about things of one kind, with the same page and fields, costs one call. */
export const catalogLoaders = (catalog: ShownCatalog, viewer: Viewer) => {
  const batch = batcher();

  const one = <Id extends string, View extends { readonly id: Id }>(
    kind: string,
    fields: FieldsOf<View>,
    read: (ids: readonly Id[]) => Promise<readonly Selected<View>[]>,
  ) =>
    batch<Id, Selected<View>>(
      [kind, named(fields)],
      async (ids) => new Map((await read(ids)).map((view) => [view.id, view])),
    );

  const pages = async <Id extends string, Item>(
    name: string,
    id: Id,
    page: PageRequest,
    fields: ReadonlySet<PropertyKey>,
    read: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, Page<Item>>>,
  ): Promise<Page<Item>> => (await batch([name, page, named(fields)], read).load(id)) ?? EMPTY_PAGE;

  const offers = new DataLoader<Offered, ReadonlyMap<VariantId, Partial<OfferView>>>(
    async (asked) => {
      const fields = new Set(asked.flatMap((one) => [...one.fields]));
      const ids = [...new Set(asked.flatMap((one) => one.ids))];
      const parts = await Promise.all(
        inParts(ids).map((part) => catalog.offers({ ids: part, fields }, viewer)),
      );
      const found = new Map(parts.flatMap((part) => [...part]));
      return asked.map(() => found);
    },
    { cache: false },
  );

  const chosen = new DataLoader<Wanted, Selected<VariantView> | null>(
    async (asked) => {
      const fields = new Set(asked.flatMap((one) => [...one.fields]));
      // Links and prices need nothing but the id.
      if (fields.size === 0) return asked.map(({ id }) => ({ id }));
      const ids = [...new Set(asked.map(({ id }) => id))];
      const parts = await Promise.all(
        inParts(ids).map((part) => catalog.variantsById({ ids: part, fields }, viewer)),
      );
      const found = new Map<VariantId, Selected<VariantView>>(
        parts.flatMap((part) => part.map((view) => [view.id, view] as const)),
      );
      return asked.map(({ id }) => found.get(id) ?? null);
    },
    { cache: false },
  );

  return {
    product: (id: ProductId, fields: FieldsOf<ProductView>) =>
      one("product", fields, (ids: readonly ProductId[]) =>
        catalog.productsById({ ids, fields }, viewer),
      ).load(id),
    variant: (id: VariantId, fields: FieldsOf<VariantView>) =>
      one("variant", fields, (ids: readonly VariantId[]) =>
        catalog.variantsById({ ids, fields }, viewer),
      ).load(id),
    media: (id: MediaId, fields: FieldsOf<MediaView>) =>
      one("media", fields, (ids: readonly MediaId[]) =>
        catalog.mediaById({ ids, fields }, viewer),
      ).load(id),
    collection: (id: CollectionId, fields: FieldsOf<CollectionView>) =>
      one("collection", fields, (ids: readonly CollectionId[]) =>
        catalog.collectionsById({ ids, fields }, viewer),
      ).load(id),

    productBySlug: (slug: string, fields: FieldsOf<ProductView>) =>
      batch(["product by slug", named(fields)], (slugs: readonly string[]) =>
        catalog.productsBySlug({ slugs, fields }, viewer),
      ).load(slug),
    collectionBySlug: (slug: string, fields: FieldsOf<CollectionView>) =>
      batch(["collection by slug", named(fields)], (slugs: readonly string[]) =>
        catalog.collectionsBySlug({ slugs, fields }, viewer),
      ).load(slug),

    variantsOf: (
      id: ProductId,
      page: PageRequest,
      fields: FieldsOf<VariantView>,
      offered: ReadonlySet<OfferField>,
    ) =>
      pages(`variants ${named(offered)}`, id, page, fields, (ids) =>
        catalog.variantsOfProducts({ ids, page, fields, offered }, viewer),
      ),
    mediaOf: (id: ProductId, page: PageRequest, fields: FieldsOf<MediaView>) =>
      pages("media", id, page, fields, (ids) =>
        catalog.mediaOfProducts({ ids, page, fields }, viewer),
      ),
    collectionsOf: (id: ProductId, page: PageRequest, fields: FieldsOf<CollectionView>) =>
      pages("collections", id, page, fields, (ids) =>
        catalog.collectionsOfProducts({ ids, page, fields }, viewer),
      ),
    productsOf: (
      id: CollectionId,
      page: PageRequest,
      fields: FieldsOf<ProductView>,
      order: CollectionOrder,
    ) =>
      pages(`products ${order}`, id, page, fields, (ids) =>
        catalog.productsOfCollections({ ids, page, fields, order }, viewer),
      ),
    childrenOf: (id: CollectionId, page: PageRequest, fields: FieldsOf<CollectionView>) =>
      pages("children", id, page, fields, (ids) =>
        catalog.childrenOfCollections({ ids, page, fields }, viewer),
      ),
    breadcrumbsOf: async (id: CollectionId, fields: FieldsOf<CollectionView>) =>
      (await batch(["breadcrumbs", named(fields)], (ids: readonly CollectionId[]) =>
        catalog.breadcrumbsOfCollections({ ids, fields }, viewer),
      ).load(id)) ?? [],
    countChildrenOf: async (id: CollectionId) =>
      (await batch(["count children"], (ids: readonly CollectionId[]) =>
        catalog.countChildrenOfCollections(ids, viewer),
      ).load(id)) ?? 0,

    countVariants: async (id: ProductId) =>
      (await batch(["count variants"], (ids: readonly ProductId[]) =>
        catalog.countVariants(ids, viewer),
      ).load(id)) ?? 0,
    countMedia: async (id: ProductId) =>
      (await batch(["count media"], (ids: readonly ProductId[]) =>
        catalog.countMedia(ids, viewer),
      ).load(id)) ?? 0,
    countCollectionsOf: async (id: ProductId) =>
      (await batch(["count collections"], (ids: readonly ProductId[]) =>
        catalog.countCollectionsOfProducts(ids, viewer),
      ).load(id)) ?? 0,
    countProductsOf: async (id: CollectionId) =>
      (await batch(["count products"], (ids: readonly CollectionId[]) =>
        catalog.countProductsOfCollections(ids, viewer),
      ).load(id)) ?? 0,

    /** Those that are there still. Everything asked in one tick is one call, whatever fields are asked for; so there may be more in the answer. */
    variants: async (ids: readonly VariantId[], fields: FieldsOf<VariantView>) =>
      (await Promise.all(ids.map((id) => chosen.load({ id, fields })))).flatMap(
        (view) => view ?? [],
      ),
    /** Everything asked in one tick is one call; so there may be more in the answer than was asked for. */
    offers: (ids: readonly VariantId[], fields: ReadonlySet<OfferField>) =>
      offers.load({ ids, fields }),
  };
};

export type CatalogLoaders = ReturnType<typeof catalogLoaders>;

const inParts = <Id>(ids: readonly Id[]): Id[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST_KEYS) }, (_, part) =>
    ids.slice(part * MOST_KEYS, (part + 1) * MOST_KEYS),
  );
// Everybody in a list asks for the same fields, with one and the same set.
const names = new WeakMap<ReadonlySet<PropertyKey>, string>();
const named = (fields: ReadonlySet<PropertyKey>): string => {
  const name = names.get(fields) ?? [...fields].map(String).toSorted().join(" ");
  names.set(fields, name);
  return name;
};
