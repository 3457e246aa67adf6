import type { CollectionId, MediaId, ProductId, VariantId } from "../../domain/catalog/ids.js";
import type { Clock } from "../shared/clock.js";
import type { PageRequest } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import type { Policy } from "../shared/viewer.js";
import type { Audience, CatalogReads, CollectionList, CollectionView, FieldsOf, MediaView, OfferField, Offers, ProductFilter, ProductList, ProductView, VariantView } from "./ports.js";

interface Needs {
  readonly catalogReads: CatalogReads;
  readonly offers: Offers;
  readonly clock: Clock;
}

interface ByIds<Id, View extends { readonly id: string }> {
  readonly ids: readonly Id[];
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
}

/** Every way to look at the catalogue, for one audience. */
export const showCatalog =
  ({ policy, audience, offerFields }: Showing) =>
  (needs: Needs) => {
    const { catalogReads: reads, offers, clock } = needs;
    const read = <Command, Result>(look: (command: Command, seenBy: Audience) => Promise<Result>) =>
      useCase(policy, () => (command: Command) => look(command, audience(clock)))(needs);

    return {
      products: read(({ fields, ...list }: ProductList & { readonly fields: FieldsOf<ProductView> }, seenBy) => reads.products(list, seenBy, fields)),
      countProducts: read((filter: ProductFilter, seenBy) => reads.countProducts(filter, seenBy)),
      productsById: read(({ ids, fields }: ByIds<ProductId, ProductView>, seenBy) => reads.productsById(ids, seenBy, fields)),
      productsBySlug: read(({ slugs, fields }: { readonly slugs: readonly string[]; readonly fields: FieldsOf<ProductView> }, seenBy) => reads.productsBySlug(slugs, seenBy, fields)),
      productsOfCollections: read(({ ids, page, fields }: PagesOf<CollectionId, ProductView>, seenBy) => reads.productsOfCollections(ids, page, seenBy, fields)),
      countProductsOfCollections: read((ids: readonly CollectionId[], seenBy) => reads.countProductsOfCollections(ids, seenBy)),

      variantsOfProducts: read(({ ids, page, fields }: PagesOf<ProductId, VariantView>) => reads.variantsOfProducts(ids, page, fields)),
      countVariants: read((ids: readonly ProductId[]) => reads.countVariants(ids)),
      variantsById: read(({ ids, fields }: ByIds<VariantId, VariantView>, seenBy) => reads.variantsById(ids, seenBy, fields)),

      mediaOfProducts: read(({ ids, page, fields }: PagesOf<ProductId, MediaView>) => reads.mediaOfProducts(ids, page, fields)),
      countMedia: read((ids: readonly ProductId[]) => reads.countMedia(ids)),
      mediaById: read(({ ids, fields }: ByIds<MediaId, MediaView>, seenBy) => reads.mediaById(ids, seenBy, fields)),

      collections: read(({ fields, ...list }: CollectionList & { readonly fields: FieldsOf<CollectionView> }, seenBy) => reads.collections(list, seenBy, fields)),
      countCollections: read((_: Record<never, never>, seenBy) => reads.countCollections(seenBy)),
      collectionsById: read(({ ids, fields }: ByIds<CollectionId, CollectionView>, seenBy) => reads.collectionsById(ids, seenBy, fields)),
      collectionsBySlug: read(({ slugs, fields }: { readonly slugs: readonly string[]; readonly fields: FieldsOf<CollectionView> }, seenBy) => reads.collectionsBySlug(slugs, seenBy, fields)),
      collectionsOfProducts: read(({ ids, page, fields }: PagesOf<ProductId, CollectionView>, seenBy) => reads.collectionsOfProducts(ids, page, seenBy, fields)),
      countCollectionsOfProducts: read((ids: readonly ProductId[], seenBy) => reads.countCollectionsOfProducts(ids, seenBy)),

      offers: read(({ ids, fields }: { readonly ids: readonly VariantId[]; readonly fields: ReadonlySet<OfferField> }) => {
        const allowed = new Set([...fields].filter((field) => offerFields.has(field)));
        return offers.byVariant(ids, allowed);
      }),
    };
  };

export type ShownCatalog = ReturnType<ReturnType<typeof showCatalog>>;
