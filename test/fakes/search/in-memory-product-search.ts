import type { ProductSearch } from "../../../src/application/search/ports/product-search.js";
import {
  ARRANGEMENT_MODULUS,
  type SearchChange,
  type SearchCollection,
  type SearchDocument,
  type SearchSource,
} from "../../../src/application/search/ports/search-source.js";
import { kindOf } from "../../../src/application/shared/ids.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import { plainText } from "../../../src/domain/shared/plain-text.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { id } from "../../../src/domain/shared/id.js";
import { idsInFacts } from "../../../src/infrastructure/search/ids-in-facts.js";
import { MemorySearch } from "../../../src/infrastructure/search/memory-search.js";
import {
  EVENTS_ABOUT_ALL,
  isAboutFields,
} from "../../../src/infrastructure/search/search-changes.js";
import { soldOptions } from "../../../src/infrastructure/search/search-document.js";
import { positionOf } from "../catalog/in-memory-collection-upkeep.js";
import type { StoredCollectionProduct } from "../catalog/in-memory-collections.js";
import type { StoredPriceListListing } from "../listing/in-memory-price-list-listings.js";
import type { StoredListing } from "../catalog/in-memory-products.js";
import type { InMemoryDatabase, StoredEvent } from "../in-memory-database.js";
import { inMemorySearchFields } from "./in-memory-search-fields.js";
import { inMemorySearchVariants } from "./in-memory-search-variants.js";

/**
 * The real search over the tables that the store fakes write. It looks for changes before each
 * search.
 */
export const inMemoryProductSearch = (database: InMemoryDatabase): ProductSearch =>
  new MemorySearch(inMemorySearchSource(database), { loadMs: 5_000, freshMs: 250, pollMs: null });

const inMemorySearchSource = (database: InMemoryDatabase): SearchSource => {
  const members = () => [...database.rows<StoredCollectionProduct>("collection_product").values()];
  const products = () =>
    [...database.rows<ProductSnapshot>("product").values()].toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    );
  const listingsOf = (product: ProductId) =>
    [...database.rows<StoredPriceListListing>("price_range").values()].filter(
      ({ productId }) => productId === product,
    );
  const documents = (found: readonly ProductSnapshot[]) =>
    found.flatMap((product) => {
      const listing = database.rows<StoredListing>("listing").get(product.id);
      return listing
        ? [
            documentOf(
              product,
              listing,
              members().filter(({ productId }) => productId === product.id),
              listingsOf(product.id),
              inMemorySearchVariants(database, product),
            ),
          ]
        : [];
    });
  const collections = () =>
    [...database.rows<CollectionSnapshot>("collection").values()].toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    );

  const changeOf = (event: StoredEvent, at: number): SearchChange => {
    const ids = idsInFacts(event);
    const owners = products()
      .filter(({ variants }) => variants.some((variant) => ids.includes(variant.id)))
      .map((product) => product.id);
    return {
      key: at + 1,
      isAboutAll: EVENTS_ABOUT_ALL.has(event.type),
      isAboutFields: isAboutFields(event.type),
      products: [
        ...new Set([
          ...ids.filter((one) => kindOf(one) === "product").map((one) => id<ProductId>(one)),
          ...owners,
        ]),
      ],
      collections: ids
        .filter((one) => kindOf(one) === "collection")
        .map((one) => id<CollectionId>(one)),
    };
  };
  const changes = (from: number, size: number) =>
    database.outbox
      .slice(Math.max(from - 1, 0), Math.max(from - 1, 0) + size)
      .map((event, index) => changeOf(event, Math.max(from - 1, 0) + index));

  return {
    productsAtOnce: 10,
    productIdsAfter: async (after, size) =>
      products()
        .map((product) => product.id)
        .filter((one) => after === null || one > after)
        .slice(0, size),
    fields: async () => inMemorySearchFields(database),
    productsById: async (ids) =>
      documents(products().filter((product) => ids.includes(product.id))),
    collectionsAfter: async (after, size) =>
      collections()
        .filter((one) => after === null || one.id > after)
        .slice(0, size)
        .map(searched),
    collectionsById: async (ids) =>
      collections()
        .filter((one) => ids.includes(one.id))
        .map(searched),
    siblingPositions: async (ids) => new Map(ids.map((one) => [one, positionOf(database, one)])),
    positionsOf: async (collection, after, size) =>
      members()
        .filter(
          (member) =>
            member.collectionId === collection && (after === null || member.productId > after),
        )
        .toSorted((a, b) => (a.productId < b.productId ? -1 : 1))
        .slice(0, size),
    arrangements: async (ids) => {
      const arrangements = new Map<CollectionId, number>();
      for (const { collectionId, position } of members())
        if (ids.includes(collectionId))
          arrangements.set(
            collectionId,
            (arrangements.get(collectionId) ?? 0) + 1 + (position % ARRANGEMENT_MODULUS),
          );
      return arrangements;
    },
    newest: async () => database.outbox.length,
    changesFrom: async (key, size) => changes(key, size),
    changesWithin: async (ranges, size) =>
      ranges.flatMap(({ first, last }) => changes(first, last - first + 1)).slice(0, size),
    keysUntil: async (key, size) =>
      Array.from({ length: Math.min(key, size) }, (_, back) => key - back),
  };
};

const searched = ({
  id,
  slug,
  title,
  parentId,
  sortOrder,
  publication,
  translations,
}: CollectionSnapshot): SearchCollection => ({
  id,
  slug,
  title,
  parentId,
  sortOrder,
  publication,
  titles: new Map(
    translations.flatMap((one) => (one.title === null ? [] : [[one.locale, one.title]])),
  ),
});

const documentOf = (
  product: ProductSnapshot,
  { priceRange, available, onSale, foldedTitle }: StoredListing,
  members: readonly StoredCollectionProduct[],
  listings: readonly StoredPriceListListing[],
  variants: SearchDocument["variants"],
): SearchDocument => ({
  ...product,
  foldedTitle,
  texts: [
    {
      locale: null,
      title: product.title,
      description: plainText(product.descriptionHtml),
      options: [],
      metafields: [],
    },
    ...product.translations.map(({ locale, title, descriptionHtml, options, metafields }) => ({
      locale,
      title: title ?? product.title,
      description: plainText(descriptionHtml ?? ""),
      options,
      metafields,
    })),
  ],
  options: soldOptions(
    product.options,
    product.variants.map(({ optionValues }) => optionValues),
  ),
  imageUrls: new Map(product.media.map(({ id, url }) => [id, url])),
  codes: product.variants
    .flatMap(({ sku, barcode }) => [sku, barcode])
    .filter((code) => code !== null),
  variants,
  available,
  prices: [{ priceList: null, priceRange, onSale, available }, ...listings].flatMap(
    ({ priceList, priceRange: range, ...price }) =>
      range
        ? [
            {
              priceList,
              currency: range.min.currency,
              min: range.min.minorUnits,
              max: range.max.minorUnits,
              onSale: price.onSale,
              available: price.available,
            },
          ]
        : [],
  ),
  collections: members.map(({ collectionId, position }) => ({ collectionId, position })),
});
