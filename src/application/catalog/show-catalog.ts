import type { CollectionOrder } from "../../domain/catalog/collection.js";
import type { CollectionId, MediaId, ProductId, VariantId } from "../../domain/catalog/ids.js";
import type { Clock } from "../shared/clock.js";
import type { PageRequest } from "../shared/page.js";
import type { Wired } from "../shared/operations.js";
import { useCase } from "../shared/use-case.js";
import type { Place, Policy, Viewer } from "../shared/viewer.js";
import type {
  Audience,
  CatalogReads,
  CollectionFilter,
  CollectionList,
  CollectionView,
  FieldsOf,
  MediaView,
  OfferField,
  Offers,
  ProductFilter,
  ProductList,
  ProductView,
  PublicationState,
  VariantView,
} from "./ports.js";
import type { ProductSearch } from "./search/product-search.js";

interface Needs {
  readonly catalogReads: CatalogReads;
  readonly productSearch: ProductSearch;
  readonly offers: Offers;
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

/** What an audience may learn of the catalogue; who belongs to the audience is the policy's business. */
interface Showing {
  readonly policy: Policy;
  readonly audience: (clock: Clock) => Audience;
  readonly offerFields: ReadonlySet<OfferField>;
  /** Where the catalogue is read for it. */
  readonly readsOf: (needs: Needs) => CatalogReads;
}

/** A filter as people give it: publications are looked at as they stand now. */
export interface AskedFilter extends Omit<ProductFilter, "publication"> {
  readonly publication?: PublicationState;
}

interface AskedProducts extends Omit<ProductList, "filter"> {
  readonly filter: AskedFilter;
  readonly fields: FieldsOf<ProductView>;
}

const dated = ({ publication, ...filter }: AskedFilter, at: Date): ProductFilter => ({
  ...filter,
  ...(publication && { publication: { state: publication, at } }),
});

/** As CollectionFilter, at the moment of asking. */
export interface AskedCollectionFilter extends Omit<CollectionFilter, "published"> {
  readonly published?: boolean;
}

interface AskedCollections extends Omit<CollectionList, "filter"> {
  readonly filter: AskedCollectionFilter;
  readonly fields: FieldsOf<CollectionView>;
}

const datedCollections = (
  { published, ...filter }: AskedCollectionFilter,
  at: Date,
): CollectionFilter => ({
  ...filter,
  ...(published !== undefined && { published: { is: published, at } }),
});

/** Every way to look at the catalogue, for one audience. */
export const showCatalog = ({ policy, audience, offerFields, readsOf }: Showing) => {
  const read = <Command, Result>(
    look: (command: Command, reads: CatalogReads, seenBy: Audience, now: Date) => Promise<Result>,
  ) =>
    useCase(policy, (needs: Needs) => {
      const [reads, { clock }] = [readsOf(needs), needs];
      return (command: Command, viewer: Viewer) =>
        look(command, reads, { ...audience(clock), ...placeOf(viewer) }, clock.now());
    });

  const allowed = (fields: ReadonlySet<OfferField>): ReadonlySet<OfferField> =>
    new Set([...fields].filter((field) => offerFields.has(field)));

  return {
    products: read(({ fields, filter, ...list }: AskedProducts, reads, seenBy, now) =>
      reads.products({ ...list, filter: dated(filter, now) }, seenBy, fields),
    ),
    countProducts: read((filter: AskedFilter, reads, seenBy, now) =>
      reads.countProducts(dated(filter, now), seenBy),
    ),
    productsById: read(({ ids, fields }: ByIds<ProductId, ProductView>, reads, seenBy) =>
      reads.productsById(ids, seenBy, fields),
    ),
    productsBySlug: read(({ slugs, fields }: BySlugs<ProductView>, reads, seenBy) =>
      bySlug(
        slugs,
        (direct) => reads.productsBySlug(direct, seenBy, fields),
        (old) => reads.productsByOldSlug(old, seenBy, fields),
      ),
    ),
    productsOfCollections: read(
      (
        {
          ids,
          page,
          fields,
          order,
        }: PagesOf<CollectionId, ProductView> & { readonly order?: CollectionOrder },
        reads,
        seenBy,
      ) => reads.productsOfCollections(ids, page, seenBy, fields, order),
    ),
    countProductsOfCollections: read((ids: readonly CollectionId[], reads, seenBy) =>
      reads.countProductsOfCollections(ids, seenBy),
    ),

    variantsOfProducts: read(
      (
        {
          ids,
          page,
          fields,
          offered,
        }: PagesOf<ProductId, VariantView> & { readonly offered?: ReadonlySet<OfferField> },
        reads,
        { place },
      ) =>
        reads.variantsOfProducts(
          ids,
          page,
          fields,
          offered && { fields: allowed(offered), ...(place && { place }) },
        ),
    ),
    countVariants: read((ids: readonly ProductId[], reads) => reads.countVariants(ids)),
    variantsById: read(({ ids, fields }: ByIds<VariantId, VariantView>, reads, seenBy) =>
      reads.variantsById(ids, seenBy, fields),
    ),

    mediaOfProducts: read(({ ids, page, fields }: PagesOf<ProductId, MediaView>, reads, seenBy) =>
      reads.mediaOfProducts(ids, page, fields, seenBy),
    ),
    countMedia: read((ids: readonly ProductId[], reads) => reads.countMedia(ids)),
    mediaById: read(({ ids, fields }: ByIds<MediaId, MediaView>, reads, seenBy) =>
      reads.mediaById(ids, seenBy, fields),
    ),

    collections: read(({ fields, filter, ...list }: AskedCollections, reads, seenBy, now) =>
      reads.collections({ ...list, filter: datedCollections(filter, now) }, seenBy, fields),
    ),
    countCollections: read((filter: AskedCollectionFilter, reads, seenBy, now) =>
      reads.countCollections(seenBy, datedCollections(filter, now)),
    ),
    collectionsById: read(({ ids, fields }: ByIds<CollectionId, CollectionView>, reads, seenBy) =>
      reads.collectionsById(ids, seenBy, fields),
    ),
    collectionsBySlug: read(({ slugs, fields }: BySlugs<CollectionView>, reads, seenBy) =>
      bySlug(
        slugs,
        (direct) => reads.collectionsBySlug(direct, seenBy, fields),
        (old) => reads.collectionsByOldSlug(old, seenBy, fields),
      ),
    ),
    childrenOfCollections: read(
      ({ ids, page, fields }: PagesOf<CollectionId, CollectionView>, reads, seenBy) =>
        reads.childrenOfCollections(ids, page, seenBy, fields),
    ),
    countChildrenOfCollections: read((ids: readonly CollectionId[], reads, seenBy) =>
      reads.countChildrenOfCollections(ids, seenBy),
    ),
    breadcrumbsOfCollections: read(
      ({ ids, fields }: ByIds<CollectionId, CollectionView>, reads, seenBy) =>
        reads.breadcrumbsOfCollections(ids, seenBy, fields),
    ),
    collectionsOfProducts: read(
      ({ ids, page, fields }: PagesOf<ProductId, CollectionView>, reads, seenBy) =>
        reads.collectionsOfProducts(ids, page, seenBy, fields),
    ),
    countCollectionsOfProducts: read((ids: readonly ProductId[], reads, seenBy) =>
      reads.countCollectionsOfProducts(ids, seenBy),
    ),

    offers: useCase(
      policy,
      ({ offers }: Needs) =>
        (
          {
            ids,
            fields,
          }: { readonly ids: readonly VariantId[]; readonly fields: ReadonlySet<OfferField> },
          { place }: Viewer,
        ) =>
          offers.byVariant(ids, allowed(fields), place),
    ),
  };
};

const placeOf = ({ place }: Viewer): { readonly place?: Place } => (place ? { place } : {});

export type ShownCatalog = Wired<ReturnType<typeof showCatalog>>;

/** By the slug that was asked for: what has it, or else what once had it. */
const bySlug = async <View>(
  slugs: readonly string[],
  direct: (slugs: readonly string[]) => Promise<readonly (View & { readonly slug: string })[]>,
  old: (slugs: readonly string[]) => Promise<ReadonlyMap<string, View>>,
): Promise<ReadonlyMap<string, View>> => {
  const found = new Map<string, View>((await direct(slugs)).map((view) => [view.slug, view]));
  const missing = slugs.filter((slug) => !found.has(slug));
  return missing.length === 0 ? found : new Map([...found, ...(await old(missing))]);
};
