import { catalogContext } from "./catalog/catalog.js";
import { checkoutContext } from "./checkout/checkout.js";
import { deliveryContext } from "./delivery/delivery.js";
import { documentsContext } from "./documents/documents.js";
import { inventoryContext } from "./inventory/inventory.js";
import { mediaContext } from "./media/media.js";
import { notificationsContext } from "./notifications/notifications.js";
import { operationsContext } from "./operations/operations.js";
import { ordersContext } from "./orders/orders.js";
import { paymentsContext } from "./payments/payments.js";
import { pricingContext } from "./pricing/pricing.js";
import { searchContext } from "./search/search.js";

/** The contexts of Plinth: what can be done. */
export const CONTEXTS = [
  catalogContext,
  mediaContext,
  searchContext,
  pricingContext,
  inventoryContext,
  deliveryContext,
  ordersContext,
  paymentsContext,
  checkoutContext,
  notificationsContext,
  documentsContext,
  operationsContext,
] as const;
