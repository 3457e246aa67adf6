import { CreateCatalogProduct1763800000001 } from "./1763800000001-create-catalog-product.js";
import { CreateCatalogVariant1763800000002 } from "./1763800000002-create-catalog-variant.js";
import { CreateCatalogMedia1763800000003 } from "./1763800000003-create-catalog-media.js";
import { CreateCatalogProductTag1763800000004 } from "./1763800000004-create-catalog-product-tag.js";
import { CreateCatalogListing1763800000005 } from "./1763800000005-create-catalog-listing.js";
import { CreateCatalogCollection1763800000006 } from "./1763800000006-create-catalog-collection.js";
import { CreateCatalogCollectionProduct1763800000007 } from "./1763800000007-create-catalog-collection-product.js";
import { CreateCatalogProductRevision1763900000001 } from "./1763900000001-create-catalog-product-revision.js";
import { AddListingUpdatedAt1763900000002 } from "./1763900000002-add-listing-updated-at.js";
import { IndexListingUpdatedAt1763900000003 } from "./1763900000003-index-listing-updated-at.js";
import { IndexVariantBarcode1763900000004 } from "./1763900000004-index-variant-barcode.js";
import { AddProductAnnounced1763900000200 } from "./1763900000200-add-product-announced.js";
import { NoteAnnouncedProducts1763900000201 } from "./1763900000201-note-announced-products.js";
import { PlanAnnouncements1763900000202 } from "./1763900000202-plan-announcements.js";
import { CreateCatalogSlugRedirect1763900000203 } from "./1763900000203-create-catalog-slug-redirect.js";
import { CreateCatalogMetafieldDefinition1763900000300 } from "./1763900000300-create-catalog-metafield-definition.js";
import { CreateCatalogProductMetafield1763900000301 } from "./1763900000301-create-catalog-product-metafield.js";
import { DeclareStoredMetafields1763900000302 } from "./1763900000302-declare-stored-metafields.js";
import { IndexCatalogCollectionUpdated1763900000303 } from "./1763900000303-index-catalog-collection-updated.js";
import { AddCollectionColumns1764000100000 } from "./1764000100000-add-collection-columns.js";
import { IndexCollectionParent1764000100001 } from "./1764000100001-index-collection-parent.js";
import { IndexCollectionKind1764000100002 } from "./1764000100002-index-collection-kind.js";
import { CreateCollectionDue1764000100003 } from "./1764000100003-create-collection-due.js";
import { CreateCollectionEvaluation1764000100004 } from "./1764000100004-create-collection-evaluation.js";
import { CreateCollectionTree1764000100005 } from "./1764000100005-create-collection-tree.js";
import { PlantCollectionTree1764000100006 } from "./1764000100006-plant-collection-tree.js";
import { NoteAnnouncedCollections1764000100007 } from "./1764000100007-note-announced-collections.js";
import { PlanCollectionAnnouncements1764000100008 } from "./1764000100008-plan-collection-announcements.js";
import { CreateCatalogPriceRange1764000200004 } from "./1764000200004-create-catalog-price-range.js";
import { AddProductTranslations1764000300000 } from "./1764000300000-add-product-translations.js";
import { AddCollectionTranslations1764000300001 } from "./1764000300001-add-collection-translations.js";
import { AddMetafieldDefinitionTranslations1764000300002 } from "./1764000300002-add-metafield-definition-translations.js";
import { CreateCatalogTranslation1764000300003 } from "./1764000300003-create-catalog-translation.js";
import { AddMediaFocus1764000400002 } from "./1764000400002-add-media-focus.js";
import { AddCollectionImageFocus1764000400003 } from "./1764000400003-add-collection-image-focus.js";
import { AddListingImageFocus1764000400004 } from "./1764000400004-add-listing-image-focus.js";
import { IndexMediaUrlKey1764000400005 } from "./1764000400005-index-media-url-key.js";
import { IndexCollectionImageKey1764000400006 } from "./1764000400006-index-collection-image-key.js";
import { FillMediaKeys1764000400007 } from "./1764000400007-fill-media-keys.js";
import { CreateCatalogChoice1764000600000 } from "./1764000600000-create-catalog-choice.js";
import { FillCatalogChoice1764000600001 } from "./1764000600001-fill-catalog-choice.js";
import { IndexListingStatusTitle1764000700000 } from "./1764000700000-index-listing-status-title.js";
import { IndexListingStatusPrice1764000700001 } from "./1764000700001-index-listing-status-price.js";
import { IndexListingStatusCreated1764000700002 } from "./1764000700002-index-listing-status-created.js";
import { IndexListingStatusUpdated1764000700003 } from "./1764000700003-index-listing-status-updated.js";
import { AddPriceRangeSellable1764000800000 } from "./1764000800000-add-price-range-sellable.js";
import { FillPriceRangeSellable1764000800001 } from "./1764000800001-fill-price-range-sellable.js";
import { AddVariantCountryOfOrigin1764001100000 } from "./1764001100000-add-variant-country-of-origin.js";
import { TakeUnpricedVariantsOffSale1764002000000 } from "./1764002000000-take-unpriced-variants-off-sale.js";
import { AddListingCompareAt1764002000100 } from "./1764002000100-add-listing-compare-at.js";
import { AddPriceRangeCompareAt1764002000101 } from "./1764002000101-add-price-range-compare-at.js";
import { FillCompareAtRanges1764002000102 } from "./1764002000102-fill-compare-at-ranges.js";
import { AddMetafieldDefinitionUsage1764002000200 } from "./1764002000200-add-metafield-definition-usage.js";
import { CreateVariantMetafield1764002000201 } from "./1764002000201-create-variant-metafield.js";
import { CreateCollectionMetafield1764002000202 } from "./1764002000202-create-collection-metafield.js";
import { AddVariantMetafields1764002000203 } from "./1764002000203-add-variant-metafields.js";
import { AddCollectionMetafields1764002000204 } from "./1764002000204-add-collection-metafields.js";
import { RecheckAutomatedCollections1764004100000 } from "./1764004100000-recheck-automated-collections.js";

/**
 * The migrations of the tables of the catalogue. A migration that has been released is never changed; a new
 * one is added below.
 */
export const catalogMigrations = [
  CreateCatalogProduct1763800000001,
  CreateCatalogVariant1763800000002,
  CreateCatalogMedia1763800000003,
  CreateCatalogProductTag1763800000004,
  CreateCatalogListing1763800000005,
  CreateCatalogCollection1763800000006,
  CreateCatalogCollectionProduct1763800000007,
  CreateCatalogProductRevision1763900000001,
  AddListingUpdatedAt1763900000002,
  IndexListingUpdatedAt1763900000003,
  IndexVariantBarcode1763900000004,
  AddProductAnnounced1763900000200,
  NoteAnnouncedProducts1763900000201,
  PlanAnnouncements1763900000202,
  CreateCatalogSlugRedirect1763900000203,
  CreateCatalogMetafieldDefinition1763900000300,
  CreateCatalogProductMetafield1763900000301,
  DeclareStoredMetafields1763900000302,
  IndexCatalogCollectionUpdated1763900000303,
  AddCollectionColumns1764000100000,
  IndexCollectionParent1764000100001,
  IndexCollectionKind1764000100002,
  CreateCollectionDue1764000100003,
  CreateCollectionEvaluation1764000100004,
  CreateCollectionTree1764000100005,
  PlantCollectionTree1764000100006,
  NoteAnnouncedCollections1764000100007,
  PlanCollectionAnnouncements1764000100008,
  CreateCatalogPriceRange1764000200004,
  AddProductTranslations1764000300000,
  AddCollectionTranslations1764000300001,
  AddMetafieldDefinitionTranslations1764000300002,
  CreateCatalogTranslation1764000300003,
  AddMediaFocus1764000400002,
  AddCollectionImageFocus1764000400003,
  AddListingImageFocus1764000400004,
  IndexMediaUrlKey1764000400005,
  IndexCollectionImageKey1764000400006,
  FillMediaKeys1764000400007,
  CreateCatalogChoice1764000600000,
  FillCatalogChoice1764000600001,
  IndexListingStatusTitle1764000700000,
  IndexListingStatusPrice1764000700001,
  IndexListingStatusCreated1764000700002,
  IndexListingStatusUpdated1764000700003,
  AddPriceRangeSellable1764000800000,
  FillPriceRangeSellable1764000800001,
  AddVariantCountryOfOrigin1764001100000,
  TakeUnpricedVariantsOffSale1764002000000,
  AddListingCompareAt1764002000100,
  AddPriceRangeCompareAt1764002000101,
  FillCompareAtRanges1764002000102,
  AddMetafieldDefinitionUsage1764002000200,
  CreateVariantMetafield1764002000201,
  CreateCollectionMetafield1764002000202,
  AddVariantMetafields1764002000203,
  AddCollectionMetafields1764002000204,
  RecheckAutomatedCollections1764004100000,
];
