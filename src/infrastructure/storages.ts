import { catalogStorage } from "./catalog/catalog-storage.js";
import { checkoutStorage } from "./checkout/checkout-storage.js";
import { deliveryStorage } from "./delivery/delivery-storage.js";
import { documentsStorage } from "./documents/documents-storage.js";
import { inventoryStorage } from "./inventory/inventory-storage.js";
import { listingStorage } from "./listing/listing-storage.js";
import { mediaStorage } from "./media/media-storage.js";
import { ordersStorage } from "./orders/orders-storage.js";
import { paymentsStorage } from "./payments/payments-storage.js";
import { pricingStorage } from "./pricing/pricing-storage.js";
import { searchStorage } from "./search/search-storage.js";
import { sharedStorage } from "./shared/storage/shared-storage.js";

/** The contexts of Plinth: what is stored. */
export const STORAGES = [
  sharedStorage,
  catalogStorage,
  mediaStorage,
  searchStorage,
  pricingStorage,
  inventoryStorage,
  deliveryStorage,
  ordersStorage,
  paymentsStorage,
  checkoutStorage,
  listingStorage,
  documentsStorage,
] as const;
