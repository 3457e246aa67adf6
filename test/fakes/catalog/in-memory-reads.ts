import type { OperationsNeeds } from "../../../src/application/operations/operations-needs.js";
import type { InventoryNeeds } from "../../../src/application/inventory/inventory.js";
import type { CatalogNeeds } from "../../../src/application/catalog/catalog.js";
import type { CheckoutNeeds } from "../../../src/application/checkout/checkout.js";
import type { CartFacts } from "../../../src/application/checkout/ports/cart-facts.js";
import { priceDelivery, type DeliveryNeeds } from "../../../src/application/delivery/delivery.js";
import type { OrdersNeeds } from "../../../src/application/orders/orders.js";
import type { PaymentsNeeds } from "../../../src/application/payments/payments.js";
import type { MediaNeeds } from "../../../src/application/media/media.js";
import type { MarketView } from "../../../src/application/pricing/ports/markets.js";
import { DEFAULT_LIMITS } from "../../../src/application/shared/limits.js";
import { noLimitCounters } from "../../../src/application/shared/limit-counters.js";
import { memoryOrderLookups } from "../../../src/infrastructure/orders/memory-order-lookups.js";
import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import { jsvatVatIds } from "../../../src/infrastructure/pricing/jsvat-vat-ids.js";
import type { PricingNeeds } from "../../../src/application/pricing/pricing.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { inMemoryRowCheckReads } from "../in-memory-row-checks.js";
import { inMemoryCartFacts } from "../checkout/in-memory-cart-facts.js";
import { inMemoryIdempotencyKeyReads } from "../in-memory-idempotency-keys.js";
import { inMemoryCartReads } from "../checkout/in-memory-carts.js";
import { inMemoryOrderLinks } from "../orders/in-memory-order-links.js";
import { inMemoryOrderReads } from "../orders/in-memory-order-reads.js";
import { inMemoryPaymentReads } from "../payments/in-memory-payments.js";
import type { DocumentsNeeds } from "../../../src/application/documents/documents.js";
import { inMemoryDocumentReads } from "../documents/in-memory-documents.js";
import { inMemoryDeliveryReads } from "../delivery/in-memory-delivery.js";
import { inMemoryStockReads } from "../inventory/in-memory-stock-reads.js";
import { inMemoryLocationReads } from "../inventory/in-memory-locations.js";
import { inMemoryMediaSourceReads } from "../media/in-memory-media-files.js";
import { inMemoryMarketReads } from "../pricing/in-memory-markets.js";
import { inMemoryCustomerGroupReads } from "../pricing/in-memory-customer-groups.js";
import { inMemoryFeeReads } from "../pricing/in-memory-fees.js";
import { inMemoryPriceCandidates } from "../pricing/in-memory-price-candidates.js";
import { inMemoryPriceHistory } from "../pricing/in-memory-price-history.js";
import { inMemoryPriceListReads } from "../pricing/in-memory-price-list-reads.js";
import { inMemoryShopTaxes, inMemoryTaxReads } from "../pricing/in-memory-taxes.js";
import { inMemoryProductSearch } from "../search/in-memory-product-search.js";
import { inMemoryCatalogReads } from "./in-memory-catalog-reads.js";
import { inMemoryPricesAndStock } from "./in-memory-prices-and-stock.js";
import { inMemoryProductHistoryReads } from "./in-memory-product-history.js";
import { inMemoryScheduledPriceReads } from "../pricing/in-memory-scheduled-price-reads.js";

/** Every port that shows the catalogue. */
export type CatalogReadPorts = Pick<
  CatalogNeeds,
  "catalogReads" | "productSearch" | "pricesAndStock" | "productHistoryReads"
> &
  Pick<MediaNeeds, "mediaSourceReads"> &
  Pick<DocumentsNeeds, "trustedDocumentReads"> &
  Pick<OperationsNeeds, "rowCheckReads"> &
  Pick<DeliveryNeeds, "deliveryReads" | "locationReads"> &
  Omit<OrdersNeeds, "clock" | "unitOfWork"> &
  Pick<PaymentsNeeds, "paymentReads" | "orderLinks"> &
  Pick<InventoryNeeds, "stockReads"> &
  Pick<CheckoutNeeds, "cartReads" | "idempotencyKeyReads" | keyof CartFacts> &
  Pick<
    PricingNeeds,
    | "shopTaxes"
    | "priceListReads"
    | "scheduledPriceReads"
    | "customerGroupReads"
    | "feeReads"
    | "priceDelivery"
    | "priceCandidates"
    | "priceHistory"
    | "taxReads"
    | "vatIds"
  > & {
    readonly readMarkets: () => Promise<readonly MarketView[]>;
  };

export const inMemoryReads = (database: InMemoryDatabase): CatalogReadPorts => ({
  catalogReads: inMemoryCatalogReads(database),
  rowCheckReads: inMemoryRowCheckReads(database),
  pricesAndStock: inMemoryPricesAndStock(database),
  productSearch: inMemoryProductSearch(database),
  scheduledPriceReads: inMemoryScheduledPriceReads(database),
  mediaSourceReads: inMemoryMediaSourceReads(database),
  trustedDocumentReads: inMemoryDocumentReads(database),
  priceListReads: inMemoryPriceListReads(database),
  customerGroupReads: inMemoryCustomerGroupReads(database),
  feeReads: inMemoryFeeReads(database),
  readMarkets: inMemoryMarketReads(database),
  taxReads: inMemoryTaxReads(database),
  shopTaxes: inMemoryShopTaxes(database),
  vatIds: jsvatVatIds,
  priceCandidates: inMemoryPriceCandidates(database),
  priceHistory: inMemoryPriceHistory(database),
  deliveryReads: inMemoryDeliveryReads(database),
  priceDelivery: priceDelivery(inMemoryDeliveryReads(database)),
  orderReads: inMemoryOrderReads(database),
  paymentReads: inMemoryPaymentReads(database),
  orderCodes: randomOrderCodes,
  orderLinks: inMemoryOrderLinks(database),
  orderLookups: memoryOrderLookups({ limits: DEFAULT_LIMITS, counters: noLimitCounters }),
  locationReads: inMemoryLocationReads(database),
  stockReads: inMemoryStockReads(database),
  productHistoryReads: inMemoryProductHistoryReads(database),
  cartReads: inMemoryCartReads(database),
  idempotencyKeyReads: inMemoryIdempotencyKeyReads(database),
  ...inMemoryCartFacts(database),
});
