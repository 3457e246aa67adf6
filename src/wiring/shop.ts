import { catalog } from "../application/catalog/catalog.js";
import type { ProductFiles } from "../application/catalog/ports.js";
import { pricing } from "../application/pricing/pricing.js";
import { operations } from "../application/operations/operations.js";
import type { Config } from "../infrastructure/config.js";
import { defaultMarket } from "../infrastructure/pricing/default-market.js";
import { migrateDatabase, openStore, type Store } from "../infrastructure/data-source.js";
import { databaseProblem } from "../infrastructure/shared/database-problem.js";
import { openDataFolder } from "../infrastructure/shared/data-folder.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { TypeIds } from "../infrastructure/shared/type-ids.js";
import type { App } from "../interface/app.js";

/** A shop with its doors open: everything that can be asked of it, on the database that was chosen. */
export interface Shop {
  readonly app: App;
  readonly store: Store;
  /** Where uploaded images lie. */
  readonly mediaFolder: string;
}

export const openShop = async (config: Config): Promise<Shop> => {
  const { media } = await openDataFolder(config.dataDir);
  const store = await openStore(config.database, systemClock).catch((error: unknown) => {
    throw databaseProblem(config.database, error) ?? error;
  });
  const app: App = {
    catalog: catalog({ ...store, clock: systemClock, ids: new TypeIds(systemClock), currency: config.currency }),
    pricing: pricing({ markets: defaultMarket(config.currency, config.locale) }),
    operations: operations({ ...store, clock: systemClock }),
  };
  return { app, store, mediaFolder: media };
};

/** @returns the names of the migrations that were run */
export const migrateStore = async ({ dataDir, database }: Config): Promise<readonly string[]> => {
  await openDataFolder(dataDir);
  return migrateDatabase(database).catch((error: unknown) => {
    throw databaseProblem(database, error) ?? error;
  });
};

/** Loads what reads and writes product files, for the commands that do; a server does without. */
export const productFiles = async (): Promise<ProductFiles> => {
  const { ShopifyCsvFiles } = await import("../infrastructure/catalog/shopify-csv/shopify-csv-files.js");
  return new ShopifyCsvFiles();
};

/** Opens the shop for the time of some work. */
export const withShop = async <T>(config: Config, work: (shop: Shop) => Promise<T>): Promise<T> => {
  const shop = await openShop(config);
  try {
    return await work(shop);
  } finally {
    await shop.store.close();
  }
};
