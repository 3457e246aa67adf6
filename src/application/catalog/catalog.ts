import type { InventoryStores } from "../inventory/ports.js";
import type { PricingStores } from "../pricing/ports.js";
import type { IdempotencyStores } from "../shared/idempotency.js";
import type { Ids } from "../shared/ids.js";
import { wired, type Wired } from "../shared/operations.js";
import type { SettingStores } from "../shared/settings.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { anybody, mayReadCatalog } from "../shared/viewer.js";
import type { Clock } from "../shared/clock.js";
import { adjustStock } from "./adjust-stock.js";
import { arrangeCollection } from "./arrange-collection.js";
import { countStock } from "./count-stock.js";
import { deleteProducts } from "./delete-products.js";
import { exportProducts } from "./export-products.js";
import { importProducts } from "./import-products.js";
import { isDemoDue } from "./is-demo-due.js";
import { loadDemo } from "./load-demo.js";
import { removeDemo } from "./remove-demo.js";
import { showCatalog } from "./show-catalog.js";
import { showProductHistory } from "./show-product-history.js";
import { updateProduct } from "./update-product.js";
import { updateProducts } from "./update-products.js";
import type { CatalogReads, CatalogStores, Offers, ProductHistoryReads } from "./ports.js";

export interface CatalogNeeds {
  readonly catalogReads: CatalogReads;
  readonly offers: Offers;
  readonly productHistoryReads: ProductHistoryReads;
  readonly unitOfWork: UnitOfWork<CatalogStores & PricingStores & InventoryStores & SettingStores & IdempotencyStores>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The currency of the default market (ISO 4217). */
  readonly currency: string;
}

const forShop = showCatalog({
  policy: anybody,
  audience: (clock) => ({ sees: "visible", at: clock.now() }),
  offerFields: new Set(["price", "compareAt", "available"]),
});

const forStaff = showCatalog({
  policy: mayReadCatalog,
  audience: () => ({ sees: "everything" }),
  offerFields: new Set(["price", "compareAt", "available", "onHand", "cost", "stockVersion"]),
});

/** Everything the catalogue can do. */
export const CATALOG = {
  shop: forShop,
  admin: forStaff,
  history: showProductHistory,
  importProducts,
  exportProducts,
  deleteProducts,
  arrangeCollection,
  isDemoDue,
  loadDemo,
  removeDemo,

  productUpdate: updateProduct,
  productsUpdate: updateProducts,
  stockCount: countStock,
  stockAdjust: adjustStock,
};

export type Catalog = Wired<typeof CATALOG>;

export const catalog = (needs: CatalogNeeds): Catalog => wired(CATALOG, needs);
