import { CONTEXTS } from "../application/contexts.js";
import type { OutsideServices } from "../application/checkout/ports/outside-services.js";
import type { PaymentServices } from "../application/payments/ports/payment-services.js";
import type { ProductFiles } from "../application/catalog/ports/product-files.js";
import { openDefaultMarket } from "../application/pricing/pricing.js";
import type { MarketView } from "../application/pricing/ports/markets.js";
import { noLimitCounters, type LimitCounters } from "../application/shared/limit-counters.js";
import { openContexts } from "../application/shared/open-contexts.js";
import type { Config } from "../infrastructure/config.js";
import { openStore, type Store } from "../infrastructure/store.js";
import { STORAGES } from "../infrastructure/storages.js";
import { migrateDatabase } from "../infrastructure/create-data-source.js";
import { databaseProblem } from "../infrastructure/shared/database/database-problem.js";
import { openDataFolder } from "../infrastructure/shared/files/open-data-folder.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { TypeIds } from "../infrastructure/shared/type-ids.js";
import type { App } from "../interface/app.js";

/** All operations of a shop, on the configured database. */
export interface Shop {
  readonly app: App;
  readonly store: Store;
  /** The default market as it is stored; base prices are in its currency. */
  readonly defaultMarket: MarketView;
  /** The folder of uploaded images. */
  readonly mediaFolder: string;
}

/**
 * @param outside the services that are asked about carts; null: none
 * @param paymentServices the gateways; null: none
 */
export const openShop = async (
  config: Config,
  counters: LimitCounters = noLimitCounters,
  outside: OutsideServices | null = null,
  paymentServices: PaymentServices | null = null,
): Promise<Shop> => {
  const { media: mediaFolder } = await openDataFolder(config.dataDir);
  const store = await openStore(config.database, systemClock, STORAGES, {
    limits: config.limits,
    counters,
  }).catch((error: unknown) => {
    throw databaseProblem(config.database, error) ?? error;
  });
  try {
    const ids = new TypeIds(systemClock);
    const defaultMarket = await storedDefaultMarket(store, config, ids);
    const { currency } = defaultMarket;
    const returnOrigins = config.server.corsOrigins;
    const needs = {
      ...store,
      clock: systemClock,
      ids,
      currency,
      outside,
      paymentServices,
      returnOrigins,
    };
    const app: App = openContexts(CONTEXTS, needs);
    return { app, store, defaultMarket, mediaFolder };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** The stored default market; the settings are used only when there is none yet. */
const storedDefaultMarket = async (
  store: Store,
  { currency, locale }: Config,
  ids: TypeIds,
): Promise<MarketView> =>
  (await store.readMarkets()).find(({ isDefault }) => isDefault) ??
  openDefaultMarket(
    { unitOfWork: store.unitOfWork, ids, clock: systemClock },
    { currency, locale },
  );

/**
 * A warning for each setting that differs from the stored default market and therefore has no
 * effect.
 */
export const idleSettings = (
  { defaultMarket }: Shop,
  { currency, locale }: Config,
): readonly string[] => [
  ...(currency === defaultMarket.currency
    ? []
    : [
        `PLINTH_CURRENCY is ${currency}, but the base prices of this shop are in ${defaultMarket.currency}. The setting has no effect. To sell in ${currency}, create another market.`,
      ]),
  ...(locale === defaultMarket.locales[0]
    ? []
    : [
        `PLINTH_LOCALE is ${locale}, but the catalogue of this shop is written in ${defaultMarket.locales[0]}. The setting has no effect. To offer ${locale}, add it to the locales of the default market.`,
      ]),
];

/** @returns the names of the migrations that were run */
export const migrateStore = async ({ dataDir, database }: Config): Promise<readonly string[]> => {
  await openDataFolder(dataDir);
  return migrateDatabase(database).catch((error: unknown) => {
    throw databaseProblem(database, error) ?? error;
  });
};

/** Reads and writes product files. Loaded on demand: a server runs without it. */
export const productFiles = async (): Promise<ProductFiles> => {
  const { ShopifyCsvFiles } =
    await import("../infrastructure/catalog/shopify-csv/shopify-csv-files.js");
  return new ShopifyCsvFiles();
};

/** Opens the shop, runs the work and closes the shop. */
export const withShop = async <T>(config: Config, work: (shop: Shop) => Promise<T>): Promise<T> => {
  const shop = await openShop(config);
  try {
    return await work(shop);
  } finally {
    await shop.store.close();
  }
};
