import type { DataSource } from "typeorm";
import type { CatalogReads } from "../application/catalog/ports/catalog-reads.js";
import type { ProductHistoryReads } from "../application/catalog/ports/product-history-reads.js";
import type { PricesAndStock } from "../application/catalog/ports/prices-and-stock.js";
import type { ScheduledPriceReads } from "../application/catalog/ports/scheduled-price-reads.js";
import type { MediaSourceReads } from "../application/media/ports/media-sources.js";
import type { MarketView } from "../application/pricing/ports/markets.js";
import type { PriceListReads } from "../application/pricing/ports/price-list-reads.js";
import type { Clock } from "../application/shared/clock.js";
import type { UnitOfWork } from "../application/shared/unit-of-work.js";
import { sqlPricesAndStock } from "./catalog/products/sql-prices-and-stock.js";
import { sqlProductHistoryReads } from "./catalog/products/sql-product-history-reads.js";
import { sqlScheduledPriceReads } from "./catalog/products/sql-scheduled-price-reads.js";
import { sqlCatalogReads } from "./catalog/sql-catalog-reads.js";
import { createDataSource, migrateDatabase } from "./create-data-source.js";
import { sqlMediaSourceReads } from "./media/sql-media-source-reads.js";
import { readMarkets } from "./pricing/read-markets.js";
import { sqlPriceListReads } from "./pricing/sql-price-list-reads.js";
import type { MemorySearch } from "./search/memory-search.js";
import { sqlProductSearch } from "./search/sql-product-search.js";
import type { Database, Deadlines } from "./shared/config/database-config.js";
import { connectDataSource } from "./shared/database/connect-data-source.js";
import { checkSession } from "./shared/database/mysql-source.js";
import { ReadSource } from "./shared/database/read-source.js";
import type { SqlSession } from "./shared/database/sql-session.js";
import { checkDurability, sqliteReadSource } from "./shared/database/sqlite-source.js";
import { TypeormUnitOfWork } from "./shared/database/typeorm-unit-of-work.js";
import { hasSignalledWork } from "./shared/worker/signal-work.js";
import { storesOn, type Stores, type WorkerStores } from "./stores.js";

/** The storage of a shop, on either database. */
export interface Store {
  readonly unitOfWork: UnitOfWork<Stores>;
  readonly workerUnitOfWork: UnitOfWork<WorkerStores>;
  /**
   * Calls the listener after each commit of this process that has stored events or scheduled work.
   */
  onNewWork(listener: () => void): void;
  readonly readSource: ReadSource;
  readonly catalogReads: CatalogReads;
  readonly pricesAndStock: PricesAndStock;
  readonly productSearch: MemorySearch;
  readonly productHistoryReads: ProductHistoryReads;
  readonly scheduledPriceReads: ScheduledPriceReads;
  readonly mediaSourceReads: MediaSourceReads;
  readonly priceListReads: PriceListReads;
  /** All markets, not cached. */
  readonly readMarkets: () => Promise<readonly MarketView[]>;
  /** The migrations that were run when the store was opened. */
  readonly migrated: readonly string[];
  /** @throws StoreUnavailable when the database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database, and creates or migrates it before.
 * @throws Error when the database cannot be reached or written
 */
export const openStore = async (database: Database, clock: Clock): Promise<Store> => {
  const migrated = await migrateDatabase(database);
  const { poolWaitMs } = database.deadlines;
  const writer = await connectDataSource(() => createDataSource(database), poolWaitMs);
  try {
    await (database.kind === "embedded" ? checkDurability(writer) : checkSession(writer));
    const reader =
      database.kind === "embedded"
        ? await connectDataSource(() => sqliteReadSource(database.file), poolWaitMs)
        : writer;
    return storeOn(writer, reader, migrated, database.deadlines, clock);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
};

function storeOn(
  writer: DataSource,
  reader: DataSource,
  migrated: readonly string[],
  { poolWaitMs, statementMs }: Deadlines,
  clock: Clock,
): Store {
  const readSource = new ReadSource(reader, poolWaitMs + statementMs);
  const listeners: (() => void)[] = [];
  const productSearch = sqlProductSearch(readSource, poolWaitMs + statementMs);
  listeners.push(() => productSearch.changed());
  const committed = (session: SqlSession): void =>
    void (hasSignalledWork(session) && listeners.forEach((listener) => listener()));
  // One for the whole process, because it has the mutex of the embedded store.
  const unitOfWork = new TypeormUnitOfWork(
    writer,
    storesOn(clock),
    { waitMs: poolWaitMs },
    committed,
  );
  return {
    unitOfWork,
    workerUnitOfWork: unitOfWork,
    onNewWork: (listener) => void listeners.push(listener),
    readSource,
    catalogReads: sqlCatalogReads(readSource),
    pricesAndStock: sqlPricesAndStock(readSource),
    productSearch,
    productHistoryReads: sqlProductHistoryReads(readSource),
    scheduledPriceReads: sqlScheduledPriceReads(readSource),
    mediaSourceReads: sqlMediaSourceReads(readSource),
    priceListReads: sqlPriceListReads(readSource),
    readMarkets: () => readMarkets(readSource),
    migrated,
    ping: async () => {
      // A table, because a server may answer although the database of the shop is missing or
      // incomplete.
      await readSource.query("SELECT product_id FROM catalog_listing LIMIT 1");
    },
    close: async () => {
      await productSearch.stop();
      if (reader !== writer) await reader.destroy();
      await writer.destroy();
    },
  };
}
