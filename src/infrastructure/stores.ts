import type { CatalogStores } from "../application/catalog/ports/catalog-stores.js";
import type { InventoryStores } from "../application/inventory/ports/stock-items.js";
import type { ListingStores } from "../application/listing/ports/listing-stores.js";
import type { PricingStores } from "../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../application/shared/clock.js";
import type { EventStores } from "../application/shared/events.js";
import type { IdempotencyStores } from "../application/shared/idempotency-keys.js";
import type { ScheduleStores } from "../application/shared/schedule.js";
import type { SettingStores } from "../application/shared/settings.js";
import type { WorkStores } from "../application/shared/work-log.js";
import { SqlCollectionTree } from "./catalog/collections/sql-collection-tree.js";
import { SqlCollectionUpkeep } from "./catalog/collections/sql-collection-upkeep.js";
import { SqlCollections } from "./catalog/collections/sql-collections.js";
import { SqlMetafieldDefinitions } from "./catalog/metafields/sql-metafield-definitions.js";
import { SqlListings } from "./catalog/products/sql-listings.js";
import { SqlOptionAvailabilities } from "./catalog/products/sql-option-availabilities.js";
import { SqlProductHistory } from "./catalog/products/sql-product-history.js";
import { SqlProducts } from "./catalog/products/sql-products.js";
import { SqlSlugRedirects } from "./catalog/slugs/sql-slug-redirects.js";
import { SqlStockItems } from "./inventory/sql-stock-items.js";
import { SqlPriceListListings } from "./listing/sql-price-list-listings.js";
import { SqlSaleFacts } from "./listing/sql-sale-facts.js";
import { SqlStoredListings } from "./listing/sql-stored-listings.js";
import type { FetchStores } from "./media/source-fetcher.js";
import { SqlMediaFiles } from "./media/sql-media-files.js";
import { SqlMediaSources } from "./media/sql-media-sources.js";
import { SqlListPrices } from "./pricing/sql-list-prices.js";
import { SqlMarkets } from "./pricing/sql-markets.js";
import { SqlPriceLists } from "./pricing/sql-price-lists.js";
import { SqlPrices } from "./pricing/sql-prices.js";
import type { SqlSession } from "./shared/database/sql-session.js";
import { SqlIdempotencyKeys } from "./shared/database/sql-idempotency-keys.js";
import { SqlSettings } from "./shared/database/sql-settings.js";
import type { DeliveryStores } from "./shared/worker/outbox-relay.js";
import type { WorkQueueStores } from "./shared/worker/scheduler.js";
import { SqlDeliveries } from "./shared/worker/sql-deliveries.js";
import { SqlEventLog } from "./shared/worker/sql-event-log.js";
import { SqlSchedule } from "./shared/worker/sql-schedule.js";
import { SqlWorkLog } from "./shared/worker/sql-work-log.js";
import { SqlWorkQueue } from "./shared/worker/sql-work-queue.js";

/** The stores of all contexts. */
export type Stores = CatalogStores &
  ListingStores &
  PricingStores &
  InventoryStores &
  SettingStores &
  IdempotencyStores &
  ScheduleStores &
  EventStores &
  WorkStores;

/** The stores, and what the background workers need in addition. */
export type WorkerStores = Stores & DeliveryStores & WorkQueueStores & FetchStores;

/** The stores of one unit of work. */
export const storesOn =
  (clock: Clock) =>
  (session: SqlSession): WorkerStores => ({
    products: new SqlProducts(session, clock),
    collections: new SqlCollections(session, clock),
    collectionUpkeep: new SqlCollectionUpkeep(session, clock),
    collectionTree: new SqlCollectionTree(session),
    metafieldDefinitions: new SqlMetafieldDefinitions(session, clock),
    listings: new SqlListings(session),
    optionAvailabilities: new SqlOptionAvailabilities(session),
    priceListListings: new SqlPriceListListings(session),
    storedListings: new SqlStoredListings(session),
    saleFacts: new SqlSaleFacts(session),
    productHistory: new SqlProductHistory(session),
    redirects: new SqlSlugRedirects(session),
    mediaFiles: new SqlMediaFiles(session),
    mediaSources: new SqlMediaSources(session),
    prices: new SqlPrices(session),
    markets: new SqlMarkets(session, clock),
    priceLists: new SqlPriceLists(session, clock),
    listPrices: new SqlListPrices(session),
    stockItems: new SqlStockItems(session, clock),
    settings: new SqlSettings(session),
    idempotencyKeys: new SqlIdempotencyKeys(session),
    schedule: new SqlSchedule(session),
    eventLog: new SqlEventLog(session),
    workLog: new SqlWorkLog(session),
    deliveries: new SqlDeliveries(session),
    workQueue: new SqlWorkQueue(session),
  });
