import { CATALOG_PREFIXES } from "../../domain/catalog/ids.js";
import type { BackgroundWork, Context } from "../shared/context.js";
import { announceCollection } from "./collections/announce-collection.js";
import { evaluateCollection } from "./collections/evaluate-collection.js";
import { noteRepricedProducts } from "./collections/note-repriced-products.js";
import { refreshAutomatedCollections } from "./collections/refresh-automated-collections.js";
import { CATALOG_PERMISSIONS, mayReadCatalog } from "./ports/permissions.js";
import { CATALOG_WARNINGS } from "./ports/warnings.js";
import { announcePublication } from "./products/announce-publication.js";
import type { ProductSearch } from "../search/ports/product-search.js";
import type { Clock } from "../shared/clock.js";
import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { Ids } from "../shared/ids.js";
import type { ScheduleStores } from "../shared/schedule.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { anybody } from "../shared/viewer.js";
import { wired, type Wired } from "../shared/wired.js";
import { collectionCreate } from "./collections/collection-create.js";
import { collectionDelete } from "./collections/collection-delete.js";
import { collectionPlace } from "./collections/collection-place.js";
import { collectionProductsAdd } from "./collections/collection-products-add.js";
import { collectionProductsRemove } from "./collections/collection-products-remove.js";
import { collectionProductsReorder } from "./collections/collection-products-reorder.js";
import { collectionPublish } from "./collections/collection-publish.js";
import { collectionUnpublish } from "./collections/collection-unpublish.js";
import { collectionUpdate } from "./collections/collection-update.js";
import { productMediaAdd } from "./images/product-media-add.js";
import { productMediaRemove } from "./images/product-media-remove.js";
import { productMediaReorder } from "./images/product-media-reorder.js";
import { productMediaUpdate } from "./images/product-media-update.js";
import { exportProducts } from "./import-export/export-products.js";
import { exportCollections } from "./import-export/collections/export-collections.js";
import { importCollections } from "./import-export/collections/import-collections.js";
import { importProducts } from "./import-export/import-products.js";
import { collectionMetafieldsRemove } from "./metafields/collection-metafields-remove.js";
import { collectionMetafieldsSet } from "./metafields/collection-metafields-set.js";
import { metafieldDefinitionCreate } from "./metafields/metafield-definition-create.js";
import { metafieldDefinitionDelete } from "./metafields/metafield-definition-delete.js";
import { metafieldDefinitionUpdate } from "./metafields/metafield-definition-update.js";
import { productMetafieldsRemove } from "./metafields/product-metafields-remove.js";
import { productMetafieldsSet } from "./metafields/product-metafields-set.js";
import { productVariantMetafieldsRemove } from "./metafields/product-variant-metafields-remove.js";
import { productVariantMetafieldsSet } from "./metafields/product-variant-metafields-set.js";
import { productOptionAdd } from "./options/product-option-add.js";
import { productOptionRemove } from "./options/product-option-remove.js";
import { productOptionUpdate } from "./options/product-option-update.js";
import { productOptionsReorder } from "./options/product-options-reorder.js";
import type { CatalogReads } from "./ports/catalog-reads.js";
import type { PricesAndStock } from "./ports/prices-and-stock.js";
import type { ProductHistoryReads } from "./ports/product-history-reads.js";
import type { EditStores } from "./product-edit/lock-products.js";
import { PRODUCT_ACTIONS } from "./products/product-actions.js";
import { productCreate } from "./products/product-create.js";
import { productDelete } from "./products/product-delete.js";
import { productDuplicate } from "./products/product-duplicate.js";
import { productUpdate } from "./products/product-update.js";
import { productsCreate } from "./products/products-create.js";
import { productsDelete } from "./products/products-delete.js";
import { productsUpdate } from "./products/products-update.js";
import { listVariants } from "./reading/list-variants.js";
import { readCatalog } from "./reading/read-catalog.js";
import { readMetafieldDefinitions } from "./reading/read-metafield-definitions.js";
import { readOldSlugs } from "./reading/read-old-slugs.js";
import { readProductHistory } from "./reading/read-product-history.js";
import { shopLists } from "./reading/shop-lists.js";
import { collectionTranslationsRemove } from "./translations/collection-translations-remove.js";
import { collectionTranslationsSet } from "./translations/collection-translations-set.js";
import { metafieldDefinitionTranslationsRemove } from "./translations/metafield-definition-translations-remove.js";
import { metafieldDefinitionTranslationsSet } from "./translations/metafield-definition-translations-set.js";
import { productTranslationsRemove } from "./translations/product-translations-remove.js";
import { productTranslationsSet } from "./translations/product-translations-set.js";
import { productsTranslationsSet } from "./translations/products-translations-set.js";
import { productVariantsAdd } from "./variants/product-variants-add.js";
import { productVariantsRemove } from "./variants/product-variants-remove.js";
import { productVariantsReorder } from "./variants/product-variants-reorder.js";
import { productVariantsUpdate } from "./variants/product-variants-update.js";
import { variantsUpdate } from "./variants/variants-update.js";

export interface CatalogNeeds {
  readonly catalogReads: CatalogReads;
  readonly pricesAndStock: PricesAndStock;
  readonly productSearch: ProductSearch;
  readonly productHistoryReads: ProductHistoryReads;
  readonly unitOfWork: UnitOfWork<EditStores & IdempotencyStores & ScheduleStores>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The currency of the default market (ISO 4217). */
  readonly currency: string;
}

const shop = readCatalog({
  policy: anybody,
  audience: (clock) => ({ sees: "visible", at: clock.now() }),
  priceAndStockFields: new Set(["price", "compareAt", "available", "isOffered"]),
  readsOf: shopLists,
});

const admin = readCatalog({
  policy: mayReadCatalog,
  audience: () => ({ sees: "everything" }),
  priceAndStockFields: new Set([
    "price",
    "compareAt",
    "available",
    "isOffered",
    "onHand",
    "cost",
    "priceVersion",
    "stockVersion",
  ]),
  readsOf: ({ catalogReads }) => catalogReads,
});

/** Everything the catalogue can do. */
export const CATALOG = {
  shop,
  admin,
  history: readProductHistory,
  oldSlugs: readOldSlugs,
  variants: listVariants,
  metafieldDefinitions: readMetafieldDefinitions,
  importProducts,
  exportProducts,
  importCollections,
  exportCollections,

  productCreate,
  productsCreate,
  productDuplicate,
  productUpdate,
  productsUpdate,
  productDelete,
  productsDelete,
  ...PRODUCT_ACTIONS,

  productVariantsAdd,
  productVariantsUpdate,
  productVariantsRemove,
  productVariantsReorder,
  variantsUpdate,
  productOptionAdd,
  productOptionUpdate,
  productOptionRemove,
  productOptionsReorder,
  productMediaAdd,
  productMediaUpdate,
  productMediaRemove,
  productMediaReorder,

  productMetafieldsSet,
  productMetafieldsRemove,
  productVariantMetafieldsSet,
  productVariantMetafieldsRemove,
  collectionMetafieldsSet,
  collectionMetafieldsRemove,
  metafieldDefinitionCreate,
  metafieldDefinitionUpdate,
  metafieldDefinitionDelete,

  productTranslationsSet,
  productTranslationsRemove,
  productsTranslationsSet,
  collectionTranslationsSet,
  collectionTranslationsRemove,
  metafieldDefinitionTranslationsSet,
  metafieldDefinitionTranslationsRemove,

  collectionCreate,
  collectionUpdate,
  collectionPlace,
  collectionPublish,
  collectionUnpublish,
  collectionDelete,
  collectionProductsAdd,
  collectionProductsRemove,
  collectionProductsReorder,
};

export type Catalog = Wired<typeof CATALOG>;

export const catalog = (needs: CatalogNeeds): Catalog => wired(CATALOG, needs);

export const catalogContext = {
  name: "catalog",
  idPrefixes: CATALOG_PREFIXES,
  permissions: CATALOG_PERMISSIONS,
  warnings: CATALOG_WARNINGS,
  operations: CATALOG,
  open: catalog,
  background: (needs): Partial<BackgroundWork<EditStores & ScheduleStores>> => ({
    subscribers: [noteRepricedProducts],
    jobs: [
      announcePublication,
      announceCollection,
      refreshAutomatedCollections(needs),
      evaluateCollection(needs),
    ],
  }),
} as const satisfies Context;
