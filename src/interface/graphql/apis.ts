import "reflect-metadata";
import { catalogApi } from "./catalog/catalog-api.js";
import { checkoutApi } from "./checkout/checkout-api.js";
import { deliveryApi } from "./delivery/delivery-api.js";
import { inventoryApi } from "./inventory/inventory-api.js";
import { mediaApi } from "./media/media-api.js";
import type { ContextApi } from "./nodes/context-api.js";
import { ordersApi } from "./orders/orders-api.js";
import { paymentsApi } from "./payments/payments-api.js";
import { pricingApi } from "./pricing/pricing-api.js";
import { searchApi } from "./search/search-api.js";

/** The contexts of Plinth: how they are asked in GraphQL. */
export const APIS: readonly ContextApi[] = [
  catalogApi,
  mediaApi,
  searchApi,
  pricingApi,
  inventoryApi,
  deliveryApi,
  ordersApi,
  paymentsApi,
  checkoutApi,
];
