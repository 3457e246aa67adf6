import { catalog } from "../application/catalog/catalog.js";
import type { ProductFiles } from "../application/catalog/ports.js";
import { openDefaultMarket, pricing } from "../application/pricing/pricing.js";
import { operations } from "../application/operations/operations.js";
import type { MarketView } from "../application/pricing/ports.js";
import type { Config } from "../infrastructure/config.js";
import { migrateDatabase, openStore, type Store } from "../infrastructure/data-source.js";
import { rememberedMarkets } from "../infrastructure/pricing/remembered-markets.js";
import { databaseProblem } from "../infrastructure/shared/database-problem.js";
import { openDataFolder } from "../infrastructure/shared/data-folder.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { TypeIds } from "../infrastructure/shared/type-ids.js";
import type { App } from "../interface/app.js";

/** A shop with its doors open: everything that can be asked of it, on the database that was chosen. */
export interface Shop {
  readonly app: App;
  readonly store: Store;
  /** The default market as it is stored: in its currency all base prices are. */
  readonly home: MarketView;
  /** Where uploaded images lie. */
  readonly mediaFolder: string;
}

export const openShop = async (config: Config): Promise<Shop> => {
  const { media } = await openDataFolder(config.dataDir);
  const store = await openStore(config.database, systemClock).catch((error: unknown) => {
    throw databaseProblem(config.database, error) ?? error;
  });
  try {
    const ids = new TypeIds(systemClock);
    const home = await defaultMarket(store, config, ids);
    const markets = rememberedMarkets(store.readMarkets);
    store.onWorkLeft(markets.forget);
    const needs = { ...store, clock: systemClock, ids };
    const app: App = {
      catalog: catalog({ ...needs, currency: home.currency }),
      pricing: pricing({ ...needs, markets }),
      operations: operations(needs),
    };
    return { app, store, home, mediaFolder: media };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** The default market that is stored; the settings say only how it is opened. */
const defaultMarket = async (
  store: Store,
  { currency, locale }: Config,
  ids: TypeIds,
): Promise<MarketView> =>
  (await store.readMarkets()).find(({ isDefault }) => isDefault) ??
  openDefaultMarket(
    { unitOfWork: store.unitOfWork, ids, clock: systemClock },
    { currency, locale },
  );

/** Settings that say something else than the default market that is stored: they change nothing any more. */
export const idleSettings = ({ home }: Shop, { currency, locale }: Config): readonly string[] => [
  ...(currency === home.currency
    ? []
    : [
        `PLINTH_CURRENCY is ${currency}, but the shop has counted in ${home.currency} since it was opened, and goes on with that. Open another market to sell in ${currency}.`,
      ]),
  ...(locale === home.locales[0]
    ? []
    : [
        `PLINTH_LOCALE is ${locale}, but the catalogue has been written in ${home.locales[0]} since the shop was opened, and the shop goes on with that. Add ${locale} to the languages of the default market.`,
      ]),
];

/** @returns the names of the migrations that were run */
export const migrateStore = async ({ dataDir, database }: Config): Promise<readonly string[]> => {
  await openDataFolder(dataDir);
  return migrateDatabase(database).catch((error: unknown) => {
    throw databaseProblem(database, error) ?? error;
  });
};

/** Loads what reads and writes product files, for the commands that do; a server does without. */
export const productFiles = async (): Promise<ProductFiles> => {
  const { ShopifyCsvFiles } =
    await import("../infrastructure/catalog/shopify-csv/shopify-csv-files.js");
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
