import type { ProductSearch } from "../../../src/application/catalog/search/product-search.js";
import {
  ARRANGEMENT_MODULUS,
  type SearchChange,
  type SearchCollection,
  type SearchDocument,
  type SearchSource,
} from "../../../src/application/catalog/search/search-source.js";
import { kindOf } from "../../../src/application/shared/ids.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collection.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import { plainText } from "../../../src/domain/catalog/plain-text.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/product.js";
import { id } from "../../../src/domain/shared/id.js";
import { MemorySearch } from "../../../src/infrastructure/catalog/search/memory-search.js";
import { idsNamedIn } from "../../../src/infrastructure/catalog/search/named-ids.js";
import { CONCERNS_ALL } from "../../../src/infrastructure/catalog/search/typeorm-search-source.js";
import { soldOptions } from "../../../src/infrastructure/catalog/search/search-document.js";
import type { InMemoryDatabase, StoredEvent } from "../in-memory-database.js";
import type { StoredRange } from "../pricing/in-memory-price-ranges.js";
import type { StoredPlace } from "./in-memory-collections.js";
import type { StoredListing } from "./in-memory-products.js";

/** The search itself over the tables that the store fakes write; it looks for changes before each search. */
export const inMemoryProductSearch = (database: InMemoryDatabase): ProductSearch =>
  new MemorySearch(inMemorySearchSource(database), { loadMs: 5_000, freshMs: 250, pollMs: null });

const inMemorySearchSource = (database: InMemoryDatabase): SearchSource => {
  const places = () => [...database.rows<StoredPlace>("collection_product").values()];
  const products = () =>
    [...database.rows<ProductSnapshot>("product").values()].toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    );
  const rangesOf = (product: ProductId) =>
    [...database.rows<StoredRange>("price_range").values()].filter(
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
              places().filter(({ productId }) => productId === product.id),
              rangesOf(product.id),
            ),
          ]
        : [];
    });
  const collections = () =>
    [...database.rows<CollectionSnapshot>("collection").values()].toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    );

  const changeOf = (event: StoredEvent, at: number): SearchChange => {
    const ids = idsNamedIn(event);
    const owners = products()
      .filter(({ variants }) => variants.some((variant) => ids.includes(variant.id)))
      .map((product) => product.id);
    return {
      key: at + 1,
      isAboutAll: CONCERNS_ALL.has(event.type),
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
    productsAfter: async (after, size) =>
      documents(
        products()
          .filter((product) => after === null || product.id > after)
          .slice(0, size),
      ),
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
    placesOf: async (collection, after, size) =>
      places()
        .filter(
          (place) =>
            place.collectionId === collection && (after === null || place.productId > after),
        )
        .toSorted((a, b) => (a.productId < b.productId ? -1 : 1))
        .slice(0, size),
    arrangements: async (ids) => {
      const figures = new Map<CollectionId, number>();
      for (const { collectionId, position } of places())
        if (ids.includes(collectionId))
          figures.set(
            collectionId,
            (figures.get(collectionId) ?? 0) + 1 + (position % ARRANGEMENT_MODULUS),
          );
      return figures;
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
  title,
  publication,
  translations,
}: CollectionSnapshot): SearchCollection => ({
  id,
  title,
  publication,
  titles: new Map(
    translations.flatMap((one) => (one.title === null ? [] : [[one.locale, one.title]])),
  ),
});

const documentOf = (
  product: ProductSnapshot,
  { priceRange, available, onSale, foldedTitle }: StoredListing,
  places: readonly StoredPlace[],
  ranges: readonly StoredRange[],
): SearchDocument => ({
  ...product,
  foldedTitle,
  texts: [
    {
      locale: null,
      title: product.title,
      description: plainText(product.descriptionHtml),
      options: [],
    },
    ...product.translations.map(({ locale, title, descriptionHtml, options }) => ({
      locale,
      title: title ?? product.title,
      description: plainText(descriptionHtml ?? ""),
      options,
    })),
  ],
  options: soldOptions(
    product.options,
    product.variants.map(({ optionValues }) => optionValues),
  ),
  codes: product.variants
    .flatMap(({ sku, barcode }) => [sku, barcode])
    .filter((code) => code !== null),
  skus: product.variants.flatMap(({ sku }) => sku ?? []),
  available,
  prices: [{ priceList: null, priceRange, onSale, available }, ...ranges].flatMap(
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
  collections: places.map(({ collectionId, position }) => ({ collectionId, position })),
});
