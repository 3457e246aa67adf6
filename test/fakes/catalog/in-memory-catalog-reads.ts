import {
  sortOf,
  type Audience,
  type CatalogReads,
  type CollectionFilter,
  type CollectionList,
  type CollectionView,
  type MediaView,
  type Period,
  type ProductFilter,
  type ProductSort,
  type ProductView,
  type PublicationState,
  type VariantFilter,
  type VariantView,
} from "../../../src/application/catalog/ports.js";
import type {
  CollectionOrder,
  CollectionSnapshot,
} from "../../../src/domain/catalog/collection.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import { isVisible, type ProductSnapshot } from "../../../src/domain/catalog/product.js";
import { layersOf } from "../../../src/domain/catalog/translations/shown-texts.js";
import {
  statedCollectionTranslations,
  statedProductTranslations,
} from "../../../src/domain/catalog/translations/stated-translations.js";
import { fold } from "../../../src/domain/shared/text.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../in-memory-keyset.js";
import { choosableAt, listingAt } from "../pricing/in-memory-price-ranges.js";
import { restoredMoney } from "../pricing/in-memory-prices.js";
import { positionOf } from "./in-memory-collection-upkeep.js";
import type { StoredPlace } from "./in-memory-collections.js";
import { inMemoryMetafieldReads } from "./in-memory-metafield-definitions.js";
import { offerOf } from "./in-memory-offers.js";
import type { StoredChoices, StoredListing } from "./in-memory-products.js";
import type { StoredRedirect } from "./in-memory-slug-redirects.js";
import { shownCollection, shownMedia, shownProduct } from "./in-language.js";
import { select } from "./select.js";

interface Row {
  readonly product: ProductSnapshot;
  readonly listing: StoredListing;
  readonly choosable: StoredChoices;
}

/** The catalogue as it is shown, read from the tables that the store fakes write. */
export const inMemoryCatalogReads = (database: InMemoryDatabase): CatalogReads => {
  const rows = (audience: Audience): Row[] =>
    [...database.rows<ProductSnapshot>("product").values()].flatMap((product) => {
      const stored = database.rows<StoredListing>("listing").get(product.id);
      const listing = stored && listingAt(database, audience, stored);
      const choosable = choosableAt(
        database,
        audience,
        product.id,
        database.rows<StoredChoices>("choices").get(product.id) ?? [],
      );
      return listing && sees(audience, product) ? [{ product, listing, choosable }] : [];
    });
  const collections = (audience: Audience): CollectionView[] =>
    [...database.rows<CollectionSnapshot>("collection").values()]
      .filter((one) => sees(audience, { ...one, status: "ACTIVE" }))
      .map(({ announced: _, ...one }) => ({
        ...one,
        translations: statedCollectionTranslations(one),
        kind: one.rules ? "AUTOMATED" : "MANUAL",
        evaluating: database.rows("collection_evaluation").has(one.id),
      }));
  const byPlace = (reverse: boolean): Order<CollectionView> => ({
    name: "collection manual",
    key: ({ id }) => positionOf(database, id),
    id: ({ id }) => id,
    reverse,
  });
  const orderOfCollections = (
    sort: CollectionList["sort"],
    filter: CollectionFilter = {},
  ): Order<CollectionView> =>
    sort.key === "MANUAL" && filter.parent !== undefined
      ? byPlace(sort.reverse)
      : collectionOrder(sort);
  const above = ({ parentId }: CollectionSnapshot | CollectionView): readonly CollectionId[] => {
    const parent = parentId && database.rows<CollectionSnapshot>("collection").get(parentId);
    return parent ? [...above(parent), parent.id] : [];
  };
  const places = () => [...database.rows<StoredPlace>("collection_product").values()];
  const inside = (collection: CollectionId) =>
    new Map(
      places()
        .filter(({ collectionId }) => collectionId === collection)
        .map(({ productId, position }) => [productId, position]),
    );
  const productsOf = (ids: readonly ProductId[]) =>
    [...database.rows<ProductSnapshot>("product").values()].filter(({ id }) => ids.includes(id));

  const matching = (filter: ProductFilter, audience: Audience): Row[] => {
    const members = filter.collection && inside(filter.collection);
    return rows(audience).filter(
      (row) => (!members || members.has(row.product.id)) && matches(filter, row),
    );
  };
  const byHand = (collection: CollectionId, reverse: boolean): Order<Row> => {
    const positions = inside(collection);
    return {
      name: "manual",
      key: ({ product }) => positions.get(product.id) ?? 0,
      id: ({ product }) => product.id,
      reverse,
    };
  };

  const redirects = (kind: StoredRedirect["kind"]) =>
    [...database.rows<StoredRedirect>("slug_redirect").values()].filter((one) => one.kind === kind);
  const ledBy = <View extends { readonly id: string }>(
    kind: StoredRedirect["kind"],
    slugs: readonly string[],
    views: readonly View[],
  ) =>
    new Map(
      redirects(kind)
        .filter(({ slug }) => slugs.includes(slug))
        .flatMap(({ slug, target }) =>
          views.filter(({ id }) => id === target).map((view) => [slug, view] as const),
        ),
    );

  const matchingVariants = ({
    product,
    vendors,
    sku,
    barcode,
    tracked,
    text = "",
  }: VariantFilter): VariantView[] =>
    rows({ sees: "everything" }).flatMap((row) =>
      variantsOf(row.product).filter(
        (variant) =>
          (product === undefined || variant.productId === product) &&
          (vendors === undefined || vendors.map(fold).includes(row.listing.foldedVendor)) &&
          (sku === undefined || variant.sku === sku) &&
          (barcode === undefined || variant.barcode === barcode) &&
          (tracked === undefined || variant.tracked === tracked) &&
          (fold(text) === "" ||
            fold(variant.sku ?? "").startsWith(fold(text)) ||
            row.listing.foldedTitle.includes(fold(text))),
      ),
    );

  return {
    ...inMemoryMetafieldReads(database),

    productsByOldSlug: async (slugs, audience, fields) =>
      ledBy(
        "product",
        slugs,
        rows(audience).map((row) => select(shownProduct(productView(row), audience), fields)),
      ),
    collectionsByOldSlug: async (slugs, audience, fields) =>
      ledBy(
        "collection",
        slugs,
        collections(audience).map((view) => select(shownCollection(view, audience), fields)),
      ),
    oldSlugsOfProducts: async (ids) => {
      const oldest = redirects("product").toSorted(
        (a, b) => a.since.getTime() - b.since.getTime() || (a.slug < b.slug ? -1 : 1),
      );
      return new Map(
        ids
          .map(
            (id) =>
              [id, oldest.filter(({ target }) => target === id).map(({ slug }) => slug)] as const,
          )
          .filter(([, slugs]) => slugs.length > 0),
      );
    },

    products: async ({ filter, sort, page }, audience, fields) => {
      const order =
        sort.key === "MANUAL" && filter.collection !== undefined
          ? byHand(filter.collection, sort.reverse)
          : productOrder(sort, audience);
      return pageOf(matching(filter, audience), order, page, (row) =>
        select(shownProduct(productView(row), audience), fields),
      );
    },
    countProducts: async (filter, audience) => matching(filter, audience).length,
    productsById: async (ids, audience, fields) =>
      rows(audience)
        .filter(({ product }) => ids.includes(product.id))
        .map((row) => select(shownProduct(productView(row), audience), fields)),
    productsBySlug: async (slugs, audience, fields) =>
      rows(audience)
        .filter(({ product }) => slugs.includes(product.slug))
        .map((row) => ({
          ...select(shownProduct(productView(row), audience), fields),
          slug: row.product.slug,
        })),
    productsOfCollections: async (ids, page, audience, fields, order = "MANUAL") =>
      new Map(
        ids.map((id) => [
          id,
          pageOf(
            matching({ collection: id }, audience),
            sortedAs(order, audience) ?? byHand(id, false),
            page,
            (row) => select(shownProduct(productView(row), audience), fields),
          ),
        ]),
      ),
    countProductsOfCollections: async (ids, audience) =>
      new Map(ids.map((id) => [id, matching({ collection: id }, audience).length])),

    variantsOfProducts: async (ids, page, fields, offered) => {
      const shown = (view: VariantView) => ({
        ...select(view, fields),
        ...(offered && offered.fields.size > 0 && { offer: offerOf(database, view.id, offered) }),
      });
      return new Map(
        productsOf(ids).map((product) => [
          product.id,
          pageOf(variantsOf(product), byPosition(variantsOf(product)), page, shown),
        ]),
      );
    },
    countVariants: async (ids) =>
      new Map(productsOf(ids).map(({ id, variants }) => [id, variants.length])),
    variants: async (filter, page, fields) =>
      pageOf(matchingVariants(filter), AS_ADDED, page, (view) => select(view, fields)),
    countAllVariants: async (filter) => matchingVariants(filter).length,
    variantsById: async (ids, audience, fields) =>
      rows(audience)
        .flatMap(({ product }) => variantsOf(product))
        .filter(({ id }) => ids.includes(id))
        .map((view) => select(view, fields)),

    mediaOfProducts: async (ids, page, fields, audience) =>
      new Map(
        productsOf(ids).map((product) => [
          product.id,
          pageOf(mediaOf(product), byPosition(mediaOf(product)), page, (view) =>
            select(shownMedia(view, product, audience), fields),
          ),
        ]),
      ),
    countMedia: async (ids) => new Map(productsOf(ids).map(({ id, media }) => [id, media.length])),
    mediaById: async (ids, audience, fields) => {
      const images: MediaView[] = collections(audience)
        .map((one) => shownCollection(one, audience))
        .flatMap(({ image }) => (image ? [{ ...image, productId: null }] : []));
      return [
        ...rows(audience).flatMap(({ product }) =>
          mediaOf(product).map((view) => shownMedia(view, product, audience)),
        ),
        ...images,
      ]
        .filter(({ id }) => ids.includes(id))
        .map((view) => select(view, fields));
    },

    childrenOfCollections: async (ids, page, audience, fields) =>
      new Map(
        ids.map((parent) => [
          parent,
          pageOf(
            collections(audience).filter(matchesCollection({ parent })),
            byPlace(false),
            page,
            (view) => select(shownCollection(view, audience), fields),
          ),
        ]),
      ),
    countChildrenOfCollections: async (ids, audience) =>
      new Map(
        ids.map((parent) => [
          parent,
          collections(audience).filter(matchesCollection({ parent })).length,
        ]),
      ),
    breadcrumbsOfCollections: async (ids, audience, fields) => {
      const seen = new Map(
        collections(audience).map(
          (one) => [one.id, select(shownCollection(one, audience), fields)] as const,
        ),
      );
      const all = database.rows<CollectionSnapshot>("collection");
      return new Map(
        ids.flatMap((id) => {
          const one = all.get(id);
          const path = one ? above(one).flatMap((up) => seen.get(up) ?? []) : [];
          return path.length > 0 ? [[id, path] as const] : [];
        }),
      );
    },

    collections: async ({ filter, sort, page }, audience, fields) =>
      pageOf(
        collections(audience).filter(matchesCollection(filter)),
        orderOfCollections(sort, filter),
        page,
        (view) => select(shownCollection(view, audience), fields),
      ),
    countCollections: async (audience, filter) =>
      collections(audience).filter(matchesCollection(filter)).length,
    collectionsById: async (ids, audience, fields) =>
      collections(audience)
        .filter(({ id }) => ids.includes(id))
        .map((view) => select(shownCollection(view, audience), fields)),
    collectionsBySlug: async (slugs, audience, fields) =>
      collections(audience)
        .filter(({ slug }) => slugs.includes(slug))
        .map((view) => ({ ...select(shownCollection(view, audience), fields), slug: view.slug })),
    collectionsOfProducts: async (ids, page, audience, fields) =>
      new Map(
        ids.map((id) => {
          const around = new Set(
            places()
              .filter(({ productId }) => productId === id)
              .map(({ collectionId }) => collectionId),
          );
          const found = collections(audience).filter((one) => around.has(one.id));
          return [
            id,
            pageOf(found, collectionOrder({ key: "TITLE", reverse: false }), page, (view) =>
              select(shownCollection(view, audience), fields),
            ),
          ];
        }),
      ),
    countCollectionsOfProducts: async (ids, audience) =>
      new Map(
        ids.map((id) => [
          id,
          collections(audience).filter((one) =>
            places().some(
              ({ collectionId, productId }) => collectionId === one.id && productId === id,
            ),
          ).length,
        ]),
      ),
  };
};

const sees = (audience: Audience, thing: Parameters<typeof isVisible>[0]): boolean =>
  audience.sees === "everything" || isVisible(thing, audience.at);

const productView = ({
  product: { variants, media, announced: _, ...product },
  listing,
  choosable,
}: Row): ProductView => ({
  ...structuredClone(product),
  translations: statedProductTranslations({ ...product, media: [...media], variants }),
  priceRange: listing.priceRange && {
    min: restoredMoney(listing.priceRange.min),
    max: restoredMoney(listing.priceRange.max),
  },
  available: listing.available,
  onSale: listing.onSale,
  firstImage: listing.firstImage,
  choices: { options: structuredClone(product.options), variants: choosable },
});

const variantsOf = ({ id, variants }: ProductSnapshot): VariantView[] =>
  variants.map((variant) => ({ ...variant, productId: id }));
const mediaOf = ({ id, media }: ProductSnapshot): MediaView[] =>
  media.map((image) => ({ ...image, productId: id }));

const byPosition = <View extends { readonly id: string }>(all: readonly View[]): Order<View> => ({
  name: "position",
  key: ({ id }) => all.findIndex((one) => one.id === id),
  id: ({ id }) => id,
  reverse: false,
});

const productOrder = ({ key, reverse }: ProductSort, { place }: Audience): Order<Row> => {
  const keys = {
    TITLE: foldedTitle,
    PRICE: priceRank,
    CREATED: createdAt,
    UPDATED: updatedAt,
    MANUAL: createdAt,
  } as const;
  return {
    name:
      key === "MANUAL"
        ? "created"
        : key === "PRICE" && place?.priceList
          ? `price in ${place.priceList}`
          : key.toLowerCase(),
    key: keys[key],
    id: ({ product }) => product.id,
    reverse,
  };
};

/** The order of a collection; null for the one by hand. */
const sortedAs = (order: CollectionOrder, audience: Audience): Order<Row> | null => {
  const sort = sortOf(order);
  return sort.key === "MANUAL" ? null : productOrder(sort, audience);
};

const foldedTitle = ({ listing }: Row): string => listing.foldedTitle;
const createdAt = ({ listing }: Row): string => listing.createdAt.toISOString();
const updatedAt = ({ listing }: Row): string => listing.updatedAt.toISOString();
// Products without a price stand behind all others.
const priceRank = ({ listing }: Row): number =>
  listing.priceRange?.min.minorUnits ?? Number.MAX_SAFE_INTEGER;

const matchesCollection =
  ({ text = "", published, parent, kind }: CollectionFilter = {}) =>
  (one: CollectionView): boolean =>
    (parent === undefined || one.parentId === parent) &&
    (kind === undefined || one.kind === kind) &&
    fold(one.title).includes(fold(text)) &&
    (!published || isVisible({ ...one, status: "ACTIVE" }, published.at) === published.is);

const collectionOrder = ({ key, reverse }: CollectionList["sort"]): Order<CollectionView> => ({
  name: `collection ${key === "MANUAL" ? "created" : key.toLowerCase()}`,
  key: (one) =>
    key === "TITLE"
      ? fold(one.title)
      : (key === "UPDATED" ? one.updatedAt : one.createdAt).toISOString(),
  id: ({ id }) => id,
  reverse,
});

const matches = (filter: ProductFilter, { product, listing }: Row): boolean => {
  const { tags, vendors, types, minPrice, maxPrice, available, onSale, statuses, text } = filter;
  const oneOf = (wanted: readonly string[] | undefined, having: readonly string[]) =>
    !wanted || wanted.some((one) => having.includes(fold(one)));
  const words = text === undefined ? "" : fold(text);
  const prices = listing.priceRange;
  return (
    oneOf(tags, product.tags.map(fold)) &&
    oneOf(vendors, [listing.foldedVendor]) &&
    oneOf(types, [listing.foldedType]) &&
    (!minPrice ||
      (prices !== null &&
        prices.max.currency === minPrice.currency &&
        prices.max.minorUnits >= minPrice.minorUnits)) &&
    (!maxPrice ||
      (prices !== null &&
        prices.min.currency === maxPrice.currency &&
        prices.min.minorUnits <= maxPrice.minorUnits)) &&
    (available === undefined || listing.available === available) &&
    (onSale === undefined || listing.onSale === onSale) &&
    (!statuses || statuses.includes(product.status)) &&
    matchesBackOffice(filter, product, listing) &&
    (words === "" ||
      listing.foldedTitle.includes(words) ||
      product.variants.some(({ sku }) => sku !== null && fold(sku).startsWith(words)))
  );
};

const matchesBackOffice = (
  { created, updated, publication, priced, pictured, sku, barcode, untranslatedIn }: ProductFilter,
  product: ProductSnapshot,
  listing: StoredListing,
): boolean =>
  isWithin(product.createdAt, created) &&
  isWithin(product.updatedAt, updated) &&
  (!publication || stateOf(product.publication, publication.at) === publication.state) &&
  (priced === undefined || (listing.priceRange !== null) === priced) &&
  (pictured === undefined || product.media.length > 0 === pictured) &&
  (sku === undefined || product.variants.some((variant) => variant.sku === sku)) &&
  (barcode === undefined || product.variants.some((variant) => variant.barcode === barcode)) &&
  (untranslatedIn === undefined ||
    !layersOf(statedProductTranslations(product), untranslatedIn).some(
      ({ missing }) => missing.length === 0,
    ));

const isWithin = (time: Date, { from, until }: Period = {}): boolean =>
  (!from || time >= from) && (!until || time < until);

const stateOf = (window: ProductSnapshot["publication"], at: Date): PublicationState => {
  if (!window) return "NONE";
  if (window.from > at) return "SCHEDULED";
  return window.until && window.until <= at ? "ENDED" : "CURRENT";
};

const AS_ADDED: Order<VariantView> = {
  name: "added",
  key: ({ id }) => id,
  id: ({ id }) => id,
  reverse: false,
};
