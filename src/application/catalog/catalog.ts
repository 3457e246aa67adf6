import type { IdempotencyStores } from "../shared/idempotency.js";
import type { Ids } from "../shared/ids.js";
import { wired, type Wired } from "../shared/operations.js";
import type { ScheduleStores } from "../shared/schedule.js";
import type { SettingStores } from "../shared/settings.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { anybody, mayReadCatalog } from "../shared/viewer.js";
import type { Clock } from "../shared/clock.js";
import { adjustStock } from "./offers/adjust-stock.js";
import { arrangeCollection } from "./demo/arrange-collection.js";
import { cancelScheduledPrice } from "./offers/cancel-scheduled-price.js";
import { COLLECTION_LIFE } from "./collections/collection-life.js";
import { countStock } from "./offers/count-stock.js";
import { createMetafieldDefinition } from "./metafields/create-metafield-definition.js";
import { deleteMetafieldDefinition } from "./metafields/delete-metafield-definition.js";
import { deleteProducts } from "./demo/delete-products.js";
import { exportProducts } from "./files/export-products.js";
import { importProducts } from "./files/import-products.js";
import { isDemoDue } from "./demo/is-demo-due.js";
import { listVariants } from "./parts/list-variants.js";
import { showMediaSources } from "./media/show-media-sources.js";
import { retryMediaSources } from "./media/retry-media-sources.js";
import { loadDemo } from "./demo/load-demo.js";
import { PRODUCT_LIFE } from "./products/product-life.js";
import { PRODUCT_STRUCTURE } from "./products/product-structure.js";
import { removeProductMetafields } from "./metafields/remove-product-metafields.js";
import { removeDemo } from "./demo/remove-demo.js";
import type { ProductSearch } from "./search/product-search.js";
import { SEARCH_PRODUCTS } from "./search/search-products.js";
import { createPriceList, deletePriceList, updatePriceList } from "./offers/price-list-life.js";
import { removeListPrices, setListPrices } from "./offers/set-list-prices.js";
import { schedulePrice } from "./offers/schedule-price.js";
import { shopLists } from "./shop-lists.js";
import { showCatalog } from "./show-catalog.js";
import { setProductMetafields } from "./metafields/set-product-metafields.js";
import { showMetafieldDefinitions } from "./metafields/show-metafield-definitions.js";
import { showOldSlugs } from "./show-old-slugs.js";
import { showProductHistory } from "./show-product-history.js";
import { showScheduledPrices } from "./offers/show-scheduled-prices.js";
import { TRANSLATIONS } from "./translations/translations.js";
import { updateManyVariants } from "./parts/update-many-variants.js";
import { updateMetafieldDefinition } from "./metafields/update-metafield-definition.js";
import { updateProduct } from "./products/update-product.js";
import { updateProducts } from "./products/update-products.js";
import type { EditStores } from "./products/take-products.js";
import type { MediaSourceReads } from "./media/media-ports.js";
import type { CatalogReads, Offers, ProductHistoryReads, ScheduledPriceReads } from "./ports.js";

export interface CatalogNeeds {
  readonly catalogReads: CatalogReads;
  readonly offers: Offers;
  readonly productSearch: ProductSearch;
  readonly productHistoryReads: ProductHistoryReads;
  readonly scheduledPriceReads: ScheduledPriceReads;
  readonly mediaSourceReads: MediaSourceReads;
  readonly unitOfWork: UnitOfWork<EditStores & SettingStores & IdempotencyStores & ScheduleStores>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The currency of the default market (ISO 4217). */
  readonly currency: string;
}

const forShop = showCatalog({
  policy: anybody,
  audience: (clock) => ({ sees: "visible", at: clock.now() }),
  offerFields: new Set(["price", "compareAt", "available", "isOffered"]),
  readsOf: shopLists,
});

const forStaff = showCatalog({
  policy: mayReadCatalog,
  audience: () => ({ sees: "everything" }),
  offerFields: new Set([
    "price",
    "compareAt",
    "available",
    "isOffered",
    "onHand",
    "cost",
    "stockVersion",
  ]),
  readsOf: ({ catalogReads }) => catalogReads,
});

/** Everything the catalogue can do. */
export const CATALOG = {
  shop: forShop,
  admin: forStaff,
  search: SEARCH_PRODUCTS,
  history: showProductHistory,
  oldSlugs: showOldSlugs,
  variants: listVariants,
  metafieldDefinitions: showMetafieldDefinitions,
  scheduledPrices: showScheduledPrices,
  importProducts,
  exportProducts,
  deleteProducts,
  arrangeCollection,
  isDemoDue,
  loadDemo,
  removeDemo,

  ...PRODUCT_STRUCTURE,
  ...PRODUCT_LIFE,
  productUpdate: updateProduct,
  productsUpdate: updateProducts,
  ...COLLECTION_LIFE,
  productMetafieldsSet: setProductMetafields,
  productMetafieldsRemove: removeProductMetafields,
  metafieldDefinitionCreate: createMetafieldDefinition,
  metafieldDefinitionUpdate: updateMetafieldDefinition,
  metafieldDefinitionDelete: deleteMetafieldDefinition,
  ...TRANSLATIONS,
  variantsUpdate: updateManyVariants,
  mediaSources: showMediaSources,
  mediaFetch: retryMediaSources,
  stockCount: countStock,
  stockAdjust: adjustStock,
  variantPriceSchedule: schedulePrice,
  variantPriceScheduleCancel: cancelScheduledPrice,
  priceListCreate: createPriceList,
  priceListUpdate: updatePriceList,
  priceListDelete: deletePriceList,
  priceListPricesSet: setListPrices,
  priceListPricesRemove: removeListPrices,
};

export type Catalog = Wired<typeof CATALOG>;

export const catalog = (needs: CatalogNeeds): Catalog => wired(CATALOG, needs);
