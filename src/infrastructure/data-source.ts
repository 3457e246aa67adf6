import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { DataSource } from "typeorm";
import type {
  CatalogReads,
  CatalogStores,
  Offers,
  ProductHistoryReads,
  ScheduledPriceReads,
} from "../application/catalog/ports.js";
import type { MediaSourceReads } from "../application/catalog/media/media-ports.js";
import type { InventoryStores } from "../application/inventory/ports.js";
import type { MarketView, PriceListReads, PricingStores } from "../application/pricing/ports.js";
import type { Clock } from "../application/shared/clock.js";
import type { EventStores } from "../application/shared/events.js";
import type { IdempotencyStores } from "../application/shared/idempotency.js";
import type { ScheduleStores } from "../application/shared/schedule.js";
import type { SettingStores } from "../application/shared/settings.js";
import type { UnitOfWork } from "../application/shared/unit-of-work.js";
import type { WorkStores } from "../application/shared/work-log.js";
import { TypeormCollectionTree } from "./catalog/typeorm-collection-tree.js";
import { TypeormCollectionUpkeep } from "./catalog/typeorm-collection-upkeep.js";
import { TypeormCollections } from "./catalog/typeorm-collections.js";
import { typeormCatalogReads } from "./catalog/typeorm-catalog-reads.js";
import type { FetchStores } from "./catalog/media/source-fetcher.js";
import { TypeormMediaFiles } from "./catalog/media/typeorm-media-files.js";
import { typeormMediaSourceReads } from "./catalog/media/typeorm-media-source-reads.js";
import { TypeormMediaSources } from "./catalog/media/typeorm-media-sources.js";
import { TypeormListings } from "./catalog/typeorm-listings.js";
import { TypeormMetafieldDefinitions } from "./catalog/typeorm-metafield-definitions.js";
import { typeormOffers } from "./catalog/typeorm-offers.js";
import type { MemorySearch } from "./catalog/search/memory-search.js";
import { typeormProductSearch } from "./catalog/search/typeorm-product-search.js";
import { typeormProductHistoryReads } from "./catalog/typeorm-product-history-reads.js";
import { TypeormPriceRanges } from "./catalog/typeorm-price-ranges.js";
import { TypeormProductChoices } from "./catalog/typeorm-product-choices.js";
import { TypeormProductHistory } from "./catalog/typeorm-product-history.js";
import { TypeormProducts } from "./catalog/typeorm-products.js";
import { TypeormSlugRedirects } from "./catalog/typeorm-slug-redirects.js";
import { typeormScheduledPriceReads } from "./catalog/typeorm-scheduled-price-reads.js";
import { TypeormStockItems } from "./inventory/typeorm-stock-items.js";
import { readMarkets } from "./pricing/market-reads.js";
import { TypeormListPrices } from "./pricing/typeorm-list-prices.js";
import { TypeormMarkets } from "./pricing/typeorm-markets.js";
import { typeormPriceListReads } from "./pricing/typeorm-price-list-reads.js";
import { TypeormPriceLists } from "./pricing/typeorm-price-lists.js";
import { TypeormPrices } from "./pricing/typeorm-prices.js";
import type { Database, Deadlines } from "./shared/database-config.js";
import { connected } from "./shared/connected.js";
import { hasLeftWork } from "./shared/work-left.js";
import { migrate } from "./shared/migrate.js";
import { checkSession, mysqlSource } from "./shared/mysql-source.js";
import type { DeliveryStores } from "./shared/outbox-relay.js";
import { ReadSource } from "./shared/read-source.js";
import type { WorkQueueStores } from "./shared/scheduler.js";
import type { SqlSession } from "./shared/sql.js";
import { checkDurability, sqliteReader, sqliteWriter } from "./shared/sqlite-source.js";
import { TypeormIdempotencyKeys } from "./shared/typeorm-idempotency-keys.js";
import { TypeormDeliveries } from "./shared/typeorm-deliveries.js";
import { TypeormEventLog } from "./shared/typeorm-event-log.js";
import { TypeormSchedule } from "./shared/typeorm-schedule.js";
import { TypeormSettings } from "./shared/typeorm-settings.js";
import { TypeormUnitOfWork } from "./shared/typeorm-unit-of-work.js";
import { TypeormWorkLog } from "./shared/typeorm-work-log.js";
import { TypeormWorkQueue } from "./shared/typeorm-work-queue.js";

export type Stores = CatalogStores &
  PricingStores &
  InventoryStores &
  SettingStores &
  IdempotencyStores &
  ScheduleStores &
  EventStores &
  WorkStores;

/** The stores, and what the background workers need besides. */
export type WorkerStores = Stores & DeliveryStores & WorkQueueStores & FetchStores;

/** Everything that is kept, on whichever database. */
export interface Store {
  readonly unitOfWork: UnitOfWork<Stores>;
  readonly workerUnitOfWork: UnitOfWork<WorkerStores>;
  /** Calls back after each commit of this process that has left something to deliver or to do. */
  onWorkLeft(listener: () => void): void;
  readonly readSource: ReadSource;
  readonly catalogReads: CatalogReads;
  readonly offers: Offers;
  readonly productSearch: MemorySearch;
  readonly productHistoryReads: ProductHistoryReads;
  readonly scheduledPriceReads: ScheduledPriceReads;
  readonly mediaSourceReads: MediaSourceReads;
  readonly priceListReads: PriceListReads;
  /** All markets as they are stored now. */
  readonly readMarkets: () => Promise<readonly MarketView[]>;
  /** The migrations that opening has run. */
  readonly migrated: readonly string[];
  /** @throws StoreUnavailable when the database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The writing data source, not yet connected. */
export const createDataSource = (database: Database): DataSource =>
  database.kind === "embedded" ? sqliteWriter(database.file) : mysqlSource(database);

/**
 * Opens the database, creates and migrates what is missing, and hands out everything that works on it.
 * @throws Error when the database cannot be reached or written
 */
export const openStore = async (database: Database, clock: Clock): Promise<Store> => {
  const migrated = await migrateDatabase(database);
  const { poolWaitMs } = database.deadlines;
  const writer = await connected(() => createDataSource(database), poolWaitMs);
  try {
    await (database.kind === "embedded" ? checkDurability(writer) : checkSession(writer));
    const reader =
      database.kind === "embedded"
        ? await connected(() => sqliteReader(database.file), poolWaitMs)
        : writer;
    return storeOn(writer, reader, migrated, database.deadlines, clock);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
};

/** Creates and migrates what is missing, without the deadlines of statements: a migration takes as long as it takes. */
export const migrateDatabase = async (database: Database): Promise<readonly string[]> => {
  if (database.kind === "embedded") await mkdir(dirname(database.file), { recursive: true });
  const dataSource = await connected(
    () => createDataSource({ ...database, deadlines: { ...database.deadlines, statementMs: 0 } }),
    database.deadlines.poolWaitMs,
  );
  try {
    return await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
};

const storesOn =
  (clock: Clock) =>
  (session: SqlSession): WorkerStores => ({
    products: new TypeormProducts(session, clock),
    collections: new TypeormCollections(session, clock),
    collectionUpkeep: new TypeormCollectionUpkeep(session, clock),
    collectionTree: new TypeormCollectionTree(session),
    metafieldDefinitions: new TypeormMetafieldDefinitions(session, clock),
    listings: new TypeormListings(session),
    productChoices: new TypeormProductChoices(session),
    priceRanges: new TypeormPriceRanges(session),
    productHistory: new TypeormProductHistory(session),
    redirects: new TypeormSlugRedirects(session),
    mediaFiles: new TypeormMediaFiles(session),
    mediaSources: new TypeormMediaSources(session),
    prices: new TypeormPrices(session),
    markets: new TypeormMarkets(session, clock),
    priceLists: new TypeormPriceLists(session, clock),
    listPrices: new TypeormListPrices(session),
    stockItems: new TypeormStockItems(session, clock),
    settings: new TypeormSettings(session),
    idempotencyKeys: new TypeormIdempotencyKeys(session),
    schedule: new TypeormSchedule(session),
    eventLog: new TypeormEventLog(session),
    workLog: new TypeormWorkLog(session),
    deliveries: new TypeormDeliveries(session),
    workQueue: new TypeormWorkQueue(session),
  });

function storeOn(
  writer: DataSource,
  reader: DataSource,
  migrated: readonly string[],
  { poolWaitMs, statementMs }: Deadlines,
  clock: Clock,
): Store {
  const readSource = new ReadSource(reader, poolWaitMs + statementMs);
  const listeners: (() => void)[] = [];
  const productSearch = typeormProductSearch(readSource, poolWaitMs + statementMs);
  listeners.push(() => productSearch.changed());
  const committed = (session: SqlSession): void =>
    void (hasLeftWork(session) && listeners.forEach((listener) => listener()));
  // One for the whole process, and so one turnstile.
  const unitOfWork = new TypeormUnitOfWork(
    writer,
    storesOn(clock),
    { waitMs: poolWaitMs },
    committed,
  );
  return {
    unitOfWork,
    workerUnitOfWork: unitOfWork,
    onWorkLeft: (listener) => void listeners.push(listener),
    readSource,
    catalogReads: typeormCatalogReads(readSource),
    offers: typeormOffers(readSource),
    productSearch,
    productHistoryReads: typeormProductHistoryReads(readSource),
    scheduledPriceReads: typeormScheduledPriceReads(readSource),
    mediaSourceReads: typeormMediaSourceReads(readSource),
    priceListReads: typeormPriceListReads(readSource),
    readMarkets: () => readMarkets(readSource),
    migrated,
    ping: async () => {
      // A table, because a server may answer while the shop is not in it, or no longer whole.
      await readSource.query("SELECT product_id FROM catalog_listing LIMIT 1");
    },
    close: async () => {
      await productSearch.stop();
      if (reader !== writer) await reader.destroy();
      await writer.destroy();
    },
  };
}
