import type { CollectionOrder } from "../../../domain/catalog/collections/collection-content.js";
import type { CollectionId, MediaId, ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { ProductSearch } from "../../search/ports/product-search.js";
import type { Clock } from "../../shared/clock.js";
import type { PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import type { Policy, Viewer } from "../../shared/viewer.js";
import type { Audience, FieldsOf } from "../ports/audience.js";
import type { CatalogReads } from "../ports/catalog-reads.js";
import type { CollectionFilter, CollectionList } from "../ports/collection-list.js";
import type { CollectionView } from "../ports/collection-view.js";
import type { MetafieldDefinitionView } from "../ports/metafield-reads.js";
import type {
  PriceAndStockField,
  PriceAndStockRequest,
  PricesAndStock,
} from "../ports/prices-and-stock.js";
import type { ProductFilter, ProductList, PublicationState } from "../ports/product-list.js";
import type { MediaView, ProductView, VariantView } from "../ports/product-view.js";

interface Needs {
  readonly catalogReads: CatalogReads;
  readonly productSearch: ProductSearch;
  readonly pricesAndStock: PricesAndStock;
  readonly clock: Clock;
  /** The currency of the default market (ISO 4217). */
  readonly currency: string;
}

interface ByIds<Id, View extends { readonly id: string }> {
  readonly ids: readonly Id[];
  readonly fields: FieldsOf<View>;
}

interface BySlugs<View extends { readonly id: string }> {
  readonly slugs: readonly string[];
  readonly fields: FieldsOf<View>;
}

interface PagesOf<Id, View extends { readonly id: string }> extends ByIds<Id, View> {
  readonly page: PageRequest;
}

/** Who reads the catalogue, and what they may see of it. */
interface Access {
  readonly policy: Policy;
  readonly audience: (clock: Clock) => Audience;
  readonly priceAndStockFields: ReadonlySet<PriceAndStockField>;
  readonly readsOf: (needs: Needs) => CatalogReads;
}

/** A product filter with the publication state at the time of the request. */
export interface ProductFilterRequest extends Omit<ProductFilter, "publication"> {
  readonly publication?: PublicationState;
}

interface ProductsRequest extends Omit<ProductList, "filter"> {
  readonly filter: ProductFilterRequest;
  readonly fields: FieldsOf<ProductView>;
}

const productFilterAt = (
  { publication, ...filter }: ProductFilterRequest,
  at: Date,
): ProductFilter => ({
  ...filter,
  ...(publication && { publication: { state: publication, at } }),
});

/** A collection filter with the publication state at the time of the request. */
export interface CollectionFilterRequest extends Omit<CollectionFilter, "published"> {
  readonly published?: boolean;
}

interface CollectionsRequest extends Omit<CollectionList, "filter"> {
  readonly filter: CollectionFilterRequest;
  readonly fields: FieldsOf<CollectionView>;
}

const collectionFilterAt = (
  { published, ...filter }: CollectionFilterRequest,
  at: Date,
): CollectionFilter => ({
  ...filter,
  ...(published !== undefined && { published: { is: published, at } }),
});

/** Variants with fields of their price and stock. */
interface WithPriceAndStock {
  readonly priceAndStock?: ReadonlySet<PriceAndStockField>;
}

/** The reading operations of the catalogue for one audience. */
export const readCatalog = ({ policy, audience, priceAndStockFields, readsOf }: Access) => {
  const reading = <Command, Result>(
    read: (command: Command, reads: CatalogReads, viewedBy: Audience, now: Date) => Promise<Result>,
  ) =>
    useCase(policy, (needs: Needs) => {
      const [reads, { clock }] = [readsOf(needs), needs];
      return (command: Command, viewer: Viewer) =>
        read(command, reads, { ...audience(clock), ...contextOf(viewer) }, clock.now());
    });

  const allowed = (fields: ReadonlySet<PriceAndStockField>): ReadonlySet<PriceAndStockField> =>
    new Set([...fields].filter((field) => priceAndStockFields.has(field)));

  const priceAndStockRequest = (
    fields: ReadonlySet<PriceAndStockField> | undefined,
    { shoppingContext }: Audience,
  ): PriceAndStockRequest | undefined =>
    fields && { fields: allowed(fields), ...(shoppingContext && { shoppingContext }) };

  return {
    products: reading(({ fields, filter, ...list }: ProductsRequest, reads, viewedBy, now) =>
      reads.products({ ...list, filter: productFilterAt(filter, now) }, viewedBy, fields),
    ),
    countProducts: reading((filter: ProductFilterRequest, reads, viewedBy, now) =>
      reads.countProducts(productFilterAt(filter, now), viewedBy),
    ),
    productsById: reading(({ ids, fields }: ByIds<ProductId, ProductView>, reads, viewedBy) =>
      reads.productsById(ids, viewedBy, fields),
    ),
    productsBySlug: reading(({ slugs, fields }: BySlugs<ProductView>, reads, viewedBy) =>
      bySlug(
        slugs,
        (current) => reads.productsBySlug(current, viewedBy, fields),
        (old) => reads.productsByOldSlug(old, viewedBy, fields),
      ),
    ),
    productsOfCollections: reading(
      (
        {
          ids,
          page,
          fields,
          order,
        }: PagesOf<CollectionId, ProductView> & { readonly order?: CollectionOrder },
        reads,
        viewedBy,
      ) => reads.productsOfCollections(ids, page, viewedBy, fields, order),
    ),
    countProductsOfCollections: reading((ids: readonly CollectionId[], reads, viewedBy) =>
      reads.countProductsOfCollections(ids, viewedBy),
    ),

    variantsOfProducts: reading(
      (
        { ids, page, fields, priceAndStock }: PagesOf<ProductId, VariantView> & WithPriceAndStock,
        reads,
        viewedBy,
      ) =>
        reads.variantsOfProducts(ids, page, fields, priceAndStockRequest(priceAndStock, viewedBy)),
    ),
    countVariants: reading((ids: readonly ProductId[], reads) => reads.countVariants(ids)),
    variantsById: reading(
      (
        { ids, fields, priceAndStock }: ByIds<VariantId, VariantView> & WithPriceAndStock,
        reads,
        viewedBy,
      ) => reads.variantsById(ids, viewedBy, fields, priceAndStockRequest(priceAndStock, viewedBy)),
    ),

    mediaOfProducts: reading(
      ({ ids, page, fields }: PagesOf<ProductId, MediaView>, reads, viewedBy) =>
        reads.mediaOfProducts(ids, page, fields, viewedBy),
    ),
    countMedia: reading((ids: readonly ProductId[], reads) => reads.countMedia(ids)),
    mediaById: reading(({ ids, fields }: ByIds<MediaId, MediaView>, reads, viewedBy) =>
      reads.mediaById(ids, viewedBy, fields),
    ),

    collections: reading(({ fields, filter, ...list }: CollectionsRequest, reads, viewedBy, now) =>
      reads.collections({ ...list, filter: collectionFilterAt(filter, now) }, viewedBy, fields),
    ),
    countCollections: reading((filter: CollectionFilterRequest, reads, viewedBy, now) =>
      reads.countCollections(viewedBy, collectionFilterAt(filter, now)),
    ),
    collectionsById: reading(
      ({ ids, fields }: ByIds<CollectionId, CollectionView>, reads, viewedBy) =>
        reads.collectionsById(ids, viewedBy, fields),
    ),
    collectionsBySlug: reading(({ slugs, fields }: BySlugs<CollectionView>, reads, viewedBy) =>
      bySlug(
        slugs,
        (current) => reads.collectionsBySlug(current, viewedBy, fields),
        (old) => reads.collectionsByOldSlug(old, viewedBy, fields),
      ),
    ),
    childrenOfCollections: reading(
      ({ ids, page, fields }: PagesOf<CollectionId, CollectionView>, reads, viewedBy) =>
        reads.childrenOfCollections(ids, page, viewedBy, fields),
    ),
    countChildrenOfCollections: reading((ids: readonly CollectionId[], reads, viewedBy) =>
      reads.countChildrenOfCollections(ids, viewedBy),
    ),
    breadcrumbsOfCollections: reading(
      ({ ids, fields }: ByIds<CollectionId, CollectionView>, reads, viewedBy) =>
        reads.breadcrumbsOfCollections(ids, viewedBy, fields),
    ),
    collectionsOfProducts: reading(
      ({ ids, page, fields }: PagesOf<ProductId, CollectionView>, reads, viewedBy) =>
        reads.collectionsOfProducts(ids, page, viewedBy, fields),
    ),
    countCollectionsOfProducts: reading((ids: readonly ProductId[], reads, viewedBy) =>
      reads.countCollectionsOfProducts(ids, viewedBy),
    ),

    metafieldTexts: reading((fullNames: readonly string[], reads, viewedBy) =>
      reads.metafieldDefinitionsByName(fullNames, METAFIELD_TEXTS, viewedBy),
    ),

    pricesAndStock: useCase(
      policy,
      ({ pricesAndStock }: Needs) =>
        (
          {
            ids,
            fields,
          }: {
            readonly ids: readonly VariantId[];
            readonly fields: ReadonlySet<PriceAndStockField>;
          },
          { shoppingContext }: Viewer,
        ) =>
          pricesAndStock.byVariant(ids, allowed(fields), shoppingContext),
    ),
  };
};

/** What everybody may read of a metafield definition. */
const METAFIELD_TEXTS: FieldsOf<MetafieldDefinitionView> = new Set([
  "name" as const,
  "choices" as const,
]);

const contextOf = ({ shoppingContext }: Viewer): Pick<Viewer, "shoppingContext"> =>
  shoppingContext ? { shoppingContext } : {};

/** By slug: the records that have the slugs, or else those that had them before. */
const bySlug = async <View>(
  slugs: readonly string[],
  readCurrent: (slugs: readonly string[]) => Promise<readonly (View & { readonly slug: string })[]>,
  readOld: (slugs: readonly string[]) => Promise<ReadonlyMap<string, View>>,
): Promise<ReadonlyMap<string, View>> => {
  const found = new Map<string, View>((await readCurrent(slugs)).map((view) => [view.slug, view]));
  const missing = slugs.filter((slug) => !found.has(slug));
  return missing.length === 0 ? found : new Map([...found, ...(await readOld(missing))]);
};
