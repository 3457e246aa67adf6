import type { RowCheckStores } from "../../../src/application/shared/row-checks.js";
import type { CatalogStores } from "../../../src/application/catalog/ports/catalog-stores.js";
import type { CartFacts } from "../../../src/application/checkout/ports/cart-facts.js";
import type { CheckoutStores } from "../../../src/application/checkout/ports/checkout-stores.js";
import type { DeliveryStores } from "../../../src/application/delivery/ports/delivery-stores.js";
import type { InventoryStores } from "../../../src/application/inventory/ports/stock-items.js";
import type { ListingStores } from "../../../src/application/listing/ports/listing-stores.js";
import type { OrderStores } from "../../../src/application/orders/ports/order-stores.js";
import type { PaymentStores } from "../../../src/application/payments/ports/payment-stores.js";
import type { PricingStores } from "../../../src/application/pricing/ports/pricing-stores.js";
import type { EventStores } from "../../../src/application/shared/events.js";
import type { IdempotencyStores } from "../../../src/application/shared/idempotency-keys.js";
import type { ScheduleStores } from "../../../src/application/shared/schedule.js";
import type { SettingStores } from "../../../src/application/shared/settings.js";
import type { WorkStores } from "../../../src/application/shared/work-log.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { inMemoryEventLog } from "../in-memory-event-log.js";
import { inMemoryIdempotencyKeys } from "../in-memory-idempotency-keys.js";
import { inMemoryRowChecks } from "../in-memory-row-checks.js";
import { inMemorySchedule } from "../in-memory-schedule.js";
import { inMemorySettings } from "../in-memory-settings.js";
import type { DocumentStores } from "../../../src/application/documents/ports/trusted-documents.js";
import { inMemoryDocumentStores } from "../documents/in-memory-documents.js";
import { inMemoryDeliveryStores } from "../delivery/in-memory-delivery.js";
import { inMemoryLocations } from "../inventory/in-memory-locations.js";
import { inMemoryCartFacts } from "../checkout/in-memory-cart-facts.js";
import { inMemoryCheckoutStores } from "../checkout/in-memory-carts.js";
import { InMemoryStockItems } from "../inventory/in-memory-stock-items.js";
import {
  InMemoryReservations,
  inMemoryStockMovements,
  inMemoryStockUnits,
} from "../inventory/in-memory-stock-units.js";
import { inMemoryMediaFiles, inMemoryMediaSources } from "../media/in-memory-media-files.js";
import { inMemoryOrderStores } from "../orders/in-memory-orders.js";
import { inMemoryPaymentStores } from "../payments/in-memory-payments.js";
import { inMemoryCustomerGroups } from "../pricing/in-memory-customer-groups.js";
import { inMemoryFees } from "../pricing/in-memory-fees.js";
import { inMemoryListPrices } from "../pricing/in-memory-list-prices.js";
import { inMemoryMarkets } from "../pricing/in-memory-markets.js";
import { inMemoryPriceHistoryPruning } from "../pricing/in-memory-price-history.js";
import { inMemoryPriceLists } from "../pricing/in-memory-price-lists.js";
import { InMemoryPrices } from "../pricing/in-memory-prices.js";
import { inMemoryTaxStores } from "../pricing/in-memory-taxes.js";
import { inMemoryCollectionTree, inMemoryCollectionUpkeep } from "./in-memory-collection-upkeep.js";
import { InMemoryCollections } from "./in-memory-collections.js";
import { inMemoryMetafieldDefinitions } from "./in-memory-metafield-definitions.js";
import { inMemoryPriceListListings } from "../listing/in-memory-price-list-listings.js";
import { inMemorySaleFacts } from "../listing/in-memory-sale-facts.js";
import { inMemoryStoredListings } from "../listing/in-memory-stored-listings.js";
import { inMemoryReferenceTargets } from "./in-memory-reference-targets.js";
import { inMemoryProductHistory } from "./in-memory-product-history.js";
import {
  InMemoryListings,
  InMemoryOptionAvailabilities,
  InMemoryProducts,
} from "./in-memory-products.js";
import { inMemoryVariantsToBuy } from "./in-memory-variants-to-buy.js";
import { inMemorySlugRedirects } from "./in-memory-slug-redirects.js";

export const inMemoryCatalogStores = (database: InMemoryDatabase): CatalogStores => ({
  products: new InMemoryProducts(database),
  collections: new InMemoryCollections(database),
  collectionUpkeep: inMemoryCollectionUpkeep(database),
  collectionTree: inMemoryCollectionTree(database),
  metafieldDefinitions: inMemoryMetafieldDefinitions(database),
  referenceTargets: inMemoryReferenceTargets(database),
  listings: new InMemoryListings(database),
  optionAvailabilities: new InMemoryOptionAvailabilities(database),
  productHistory: inMemoryProductHistory(database),
  redirects: inMemorySlugRedirects(database),
  mediaFiles: inMemoryMediaFiles(database),
  mediaSources: inMemoryMediaSources(database),
  variantsToBuy: inMemoryVariantsToBuy(database),
});

/** Every store of the one consistency boundary. */
export const inMemoryStores = (
  database: InMemoryDatabase,
): CatalogStores &
  ListingStores &
  PricingStores &
  InventoryStores &
  DeliveryStores &
  OrderStores &
  PaymentStores &
  SettingStores &
  IdempotencyStores &
  ScheduleStores &
  EventStores &
  WorkStores &
  RowCheckStores &
  CheckoutStores &
  DocumentStores &
  CartFacts => ({
  ...inMemoryCatalogStores(database),
  ...inMemoryCheckoutStores(database),
  priceListListings: inMemoryPriceListListings(database),
  storedListings: inMemoryStoredListings(database),
  saleFacts: inMemorySaleFacts(database),
  prices: new InMemoryPrices(database),
  markets: inMemoryMarkets(database),
  priceLists: inMemoryPriceLists(database),
  listPrices: inMemoryListPrices(database),
  priceHistoryPruning: inMemoryPriceHistoryPruning(database),
  ...inMemoryTaxStores(database),
  customerGroups: inMemoryCustomerGroups(database),
  fees: inMemoryFees(database),
  stockItems: new InMemoryStockItems(database),
  stockUnits: inMemoryStockUnits(database),
  reservations: new InMemoryReservations(database),
  stockMovements: inMemoryStockMovements(database),
  locations: inMemoryLocations(database),
  ...inMemoryDeliveryStores(database),
  ...inMemoryOrderStores(database),
  ...inMemoryPaymentStores(database),
  ...inMemoryCartFacts(database),
  ...inMemoryDocumentStores(database),
  settings: inMemorySettings(database),
  idempotencyKeys: inMemoryIdempotencyKeys(database),
  eventLog: inMemoryEventLog(database),
  ...inMemorySchedule(database),
  ...inMemoryRowChecks(database),
});
