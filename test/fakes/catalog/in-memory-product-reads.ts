import type {
  Audience,
  FieldsOf,
  Selected,
} from "../../../src/application/catalog/ports/audience.js";
import type { CatalogReads } from "../../../src/application/catalog/ports/catalog-reads.js";
import type { MetafieldReads } from "../../../src/application/catalog/ports/metafield-reads.js";
import type {
  PriceAndStockRequest,
  VariantWithPriceAndStock,
} from "../../../src/application/catalog/ports/prices-and-stock.js";
import type {
  ProductFilter,
  VariantFilter,
} from "../../../src/application/catalog/ports/product-list.js";
import type {
  MediaView,
  ProductView,
  VariantView,
} from "../../../src/application/catalog/ports/product-view.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { fold } from "../../../src/domain/shared/text.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../page-of.js";
import { collectionViews } from "./collection-views.js";
import type { CollectionReads } from "./in-memory-collection-reads.js";
import type { StoredCollectionProduct } from "./in-memory-collections.js";
import { availabilityAt, listingAt } from "../listing/in-memory-price-list-listings.js";
import { priceAndStockOf } from "./in-memory-prices-and-stock.js";
import type { StoredListing, StoredOptionAvailability } from "./in-memory-products.js";
import { oldSlugs, viewsByOldSlug } from "./in-memory-slug-redirects.js";
import { matchesProduct } from "./matches-product.js";
import { matchingVariant, pricedVariants } from "./matching-variants.js";
import { productOrder, sortedAs } from "./product-order.js";
import {
  AS_ADDED,
  byPosition,
  mediaOf,
  productView,
  sees,
  variantsOf,
  type Row,
} from "./product-row.js";
import { select } from "./select.js";
import { translatedCollection, translatedMedia, translatedProduct } from "./translated-views.js";

/**
 * The products, variants and images as they are selected, read from the tables that the store fakes
 * write.
 */
export const inMemoryProductReads = (
  database: InMemoryDatabase,
): Omit<CatalogReads, keyof MetafieldReads | keyof CollectionReads> => {
  const rows = (audience: Audience): Row[] =>
    [...database.rows<ProductSnapshot>("product").values()].flatMap((product) => {
      const stored = database.rows<StoredListing>("listing").get(product.id);
      const listing = stored && listingAt(database, audience, stored);
      const optionAvailability = availabilityAt(
        database,
        audience,
        product.id,
        database.rows<StoredOptionAvailability>("choices").get(product.id) ?? [],
      );
      const variants = () => pricedVariants(database, product, audience);
      return listing && sees(audience, product)
        ? [{ product, listing, optionAvailability, variants }]
        : [];
    });
  const productsOf = (ids: readonly ProductId[]) =>
    [...database.rows<ProductSnapshot>("product").values()].filter(({ id }) => ids.includes(id));
  const positionsIn = (collection: CollectionId) =>
    new Map(
      [...database.rows<StoredCollectionProduct>("collection_product").values()]
        .filter(({ collectionId }) => collectionId === collection)
        .map(({ productId, position }) => [productId, position]),
    );
  const withPriceAndStock = (
    view: VariantView,
    fields: FieldsOf<VariantView>,
    request: PriceAndStockRequest | undefined,
  ): VariantWithPriceAndStock => ({
    ...select(view, fields),
    ...(request &&
      request.fields.size > 0 && { priceAndStock: priceAndStockOf(database, view.id, request) }),
  });
  const matching = (filter: ProductFilter, audience: Audience): Row[] => {
    const positions = filter.collection && positionsIn(filter.collection);
    return rows(audience).filter(
      (row) => (!positions || positions.has(row.product.id)) && matchesProduct(filter, row),
    );
  };
  const manualOrder = (collection: CollectionId, reverse: boolean): Order<Row> => {
    const positions = positionsIn(collection);
    return {
      name: "manual",
      key: ({ product }) => positions.get(product.id) ?? 0,
      id: ({ product }) => product.id,
      reverse,
    };
  };

  const matchingVariants = ({
    product,
    vendors,
    sku,
    skus,
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
          (skus === undefined || skus.includes(variant.sku ?? "")) &&
          (barcode === undefined || variant.barcode === barcode) &&
          (tracked === undefined || variant.tracked === tracked) &&
          (fold(text) === "" ||
            fold(variant.sku ?? "").startsWith(fold(text)) ||
            row.listing.foldedTitle.includes(fold(text))),
      ),
    );

  return {
    productsByOldSlug: async (slugs, audience, fields) =>
      viewsByOldSlug(
        database,
        "product",
        slugs,
        rows(audience).map((row) => selected(row, audience, fields)),
      ),
    oldSlugsOfProducts: async (ids) => {
      const oldest = oldSlugs(database, "product").toSorted(
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
          ? manualOrder(filter.collection, sort.reverse)
          : productOrder(sort, audience);
      return pageOf(matching(filter, audience), order, page, (row) => ({
        ...selected(row, audience, fields),
        ...(fields.has("matchingVariant") && { matchingVariant: matchingVariant(filter, row) }),
      }));
    },
    countProducts: async (filter, audience) => matching(filter, audience).length,
    productsById: async (ids, audience, fields) =>
      rows(audience)
        .filter(({ product }) => ids.includes(product.id))
        .map((row) => selected(row, audience, fields)),
    productsBySlug: async (slugs, audience, fields) =>
      rows(audience)
        .filter(({ product }) => slugs.includes(product.slug))
        .map((row) => ({
          ...selected(row, audience, fields),
          slug: row.product.slug,
        })),
    productsOfCollections: async (ids, page, audience, fields, order = "MANUAL") =>
      new Map(
        ids.map((id) => [
          id,
          pageOf(
            matching({ collection: id }, audience),
            sortedAs(order, audience) ?? manualOrder(id, false),
            page,
            (row) => selected(row, audience, fields),
          ),
        ]),
      ),
    countProductsOfCollections: async (ids, audience) =>
      new Map(ids.map((id) => [id, matching({ collection: id }, audience).length])),

    variantsOfProducts: async (ids, page, fields, request) => {
      const toItem = (view: VariantView) => withPriceAndStock(view, fields, request);
      return new Map(
        productsOf(ids).map((product) => [
          product.id,
          pageOf(variantsOf(product), byPosition(variantsOf(product)), page, toItem),
        ]),
      );
    },
    countVariants: async (ids) =>
      new Map(productsOf(ids).map(({ id, variants }) => [id, variants.length])),
    variants: async (filter, page, fields) =>
      pageOf(matchingVariants(filter), AS_ADDED, page, (view) => select(view, fields)),
    countAllVariants: async (filter) => matchingVariants(filter).length,
    variantsById: async (ids, audience, fields, request) =>
      rows(audience)
        .flatMap(({ product }) => variantsOf(product))
        .filter(({ id }) => ids.includes(id))
        .map((view) => withPriceAndStock(view, fields, request)),

    mediaOfProducts: async (ids, page, fields, audience) =>
      new Map(
        productsOf(ids).map((product) => [
          product.id,
          pageOf(mediaOf(product), byPosition(mediaOf(product)), page, (view) =>
            select(translatedMedia(view, product, audience), fields),
          ),
        ]),
      ),
    countMedia: async (ids) => new Map(productsOf(ids).map(({ id, media }) => [id, media.length])),
    mediaById: async (ids, audience, fields) => {
      const images: MediaView[] = collectionViews(database, audience)
        .map((view) => translatedCollection(view, audience))
        .flatMap(({ image }) => (image ? [{ ...image, productId: null }] : []));
      return [
        ...rows(audience).flatMap(({ product }) =>
          mediaOf(product).map((view) => translatedMedia(view, product, audience)),
        ),
        ...images,
      ]
        .filter(({ id }) => ids.includes(id))
        .map((view) => select(view, fields));
    },
  };
};

const selected = (
  row: Row,
  audience: Audience,
  fields: FieldsOf<ProductView>,
): Selected<ProductView> => select(translatedProduct(productView(row), audience), fields);
