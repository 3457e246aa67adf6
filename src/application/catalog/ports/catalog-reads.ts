import type { CollectionOrder } from "../../../domain/catalog/collections/collection-content.js";
import type { CollectionId, MediaId, ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { Page, PageRequest } from "../../shared/page.js";
import type { Audience, FieldsOf, Selected } from "./audience.js";
import type { CollectionFilter, CollectionList } from "./collection-list.js";
import type { CollectionView } from "./collection-view.js";
import type { MetafieldReads } from "./metafield-reads.js";
import type { PriceAndStockRequest, VariantWithPriceAndStock } from "./prices-and-stock.js";
import type { ProductFilter, ProductList, VariantFilter } from "./product-list.js";
import type { MediaView, ProductView, VariantView } from "./product-view.js";

/** Reads the catalogue: without locks, in one statement a call, and only the requested columns. */
export interface CatalogReads extends MetafieldReads {
  /** @throws InvalidCursor */
  products(
    list: ProductList,
    audience: Audience,
    fields: FieldsOf<ProductView>,
  ): Promise<Page<Selected<ProductView>>>;
  countProducts(filter: ProductFilter, audience: Audience): Promise<number>;
  productsById(
    ids: readonly ProductId[],
    audience: Audience,
    fields: FieldsOf<ProductView>,
  ): Promise<readonly Selected<ProductView>[]>;
  productsBySlug(
    slugs: readonly string[],
    audience: Audience,
    fields: FieldsOf<ProductView>,
  ): Promise<readonly (Selected<ProductView> & { readonly slug: string })[]>;
  /** One page of the visible products of each collection, all in one order, in one statement. */
  productsOfCollections(
    ids: readonly CollectionId[],
    page: PageRequest,
    audience: Audience,
    fields: FieldsOf<ProductView>,
    order?: CollectionOrder,
  ): Promise<ReadonlyMap<CollectionId, Page<Selected<ProductView>>>>;

  /** How many products of each collection the audience sees, in one statement. */
  countProductsOfCollections(
    ids: readonly CollectionId[],
    audience: Audience,
  ): Promise<ReadonlyMap<CollectionId, number>>;

  /**
   * One page of the variants of each product, by position. The caller must know that the audience
   * may see the products.
   * @param priceAndStock read in the same statement
   */
  variantsOfProducts(
    ids: readonly ProductId[],
    page: PageRequest,
    fields: FieldsOf<VariantView>,
    priceAndStock?: PriceAndStockRequest,
  ): Promise<ReadonlyMap<ProductId, Page<VariantWithPriceAndStock>>>;
  countVariants(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, number>>;
  /** All variants of the shop, in the order of their creation. Staff only. @throws InvalidCursor */
  variants(
    filter: VariantFilter,
    page: PageRequest,
    fields: FieldsOf<VariantView>,
  ): Promise<Page<Selected<VariantView>>>;
  countAllVariants(filter: VariantFilter): Promise<number>;
  /** @param priceAndStock read in the same statement */
  variantsById(
    ids: readonly VariantId[],
    audience: Audience,
    fields: FieldsOf<VariantView>,
    priceAndStock?: PriceAndStockRequest,
  ): Promise<readonly VariantWithPriceAndStock[]>;

  mediaOfProducts(
    ids: readonly ProductId[],
    page: PageRequest,
    fields: FieldsOf<MediaView>,
    audience?: Pick<Audience, "shoppingContext">,
  ): Promise<ReadonlyMap<ProductId, Page<Selected<MediaView>>>>;
  countMedia(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, number>>;
  mediaById(
    ids: readonly MediaId[],
    audience: Audience,
    fields: FieldsOf<MediaView>,
  ): Promise<readonly Selected<MediaView>[]>;

  /** One page of the children of each collection in manual order, in one statement. */
  childrenOfCollections(
    ids: readonly CollectionId[],
    page: PageRequest,
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<ReadonlyMap<CollectionId, Page<Selected<CollectionView>>>>;
  countChildrenOfCollections(
    ids: readonly CollectionId[],
    audience: Audience,
  ): Promise<ReadonlyMap<CollectionId, number>>;
  /**
   * The visible ancestors of each collection, root first, in one statement. Collections without any
   * are absent.
   */
  breadcrumbsOfCollections(
    ids: readonly CollectionId[],
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<ReadonlyMap<CollectionId, readonly Selected<CollectionView>[]>>;

  collections(
    list: CollectionList,
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<Page<Selected<CollectionView>>>;
  countCollections(audience: Audience, filter?: CollectionFilter): Promise<number>;
  collectionsById(
    ids: readonly CollectionId[],
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<readonly Selected<CollectionView>[]>;
  collectionsBySlug(
    slugs: readonly string[],
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<readonly (Selected<CollectionView> & { readonly slug: string })[]>;

  /** The visible products with these old slugs, by old slug, in one statement. */
  productsByOldSlug(
    slugs: readonly string[],
    audience: Audience,
    fields: FieldsOf<ProductView>,
  ): Promise<ReadonlyMap<string, Selected<ProductView>>>;
  collectionsByOldSlug(
    slugs: readonly string[],
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<ReadonlyMap<string, Selected<CollectionView>>>;
  /**
   * The old slugs that redirect to each product, oldest first; products without any are absent.
   * Staff only.
   */
  oldSlugsOfProducts(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, readonly string[]>>;
  /** One page of the collections of each product by title, in one statement. */
  collectionsOfProducts(
    ids: readonly ProductId[],
    page: PageRequest,
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<ReadonlyMap<ProductId, Page<Selected<CollectionView>>>>;
  countCollectionsOfProducts(
    ids: readonly ProductId[],
    audience: Audience,
  ): Promise<ReadonlyMap<ProductId, number>>;
}
