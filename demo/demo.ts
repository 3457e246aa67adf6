import type { SettingStores } from "../src/application/shared/settings.js";
import type { UnitOfWork } from "../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../src/application/shared/viewer.js";
import type { MarketView } from "../src/application/pricing/ports/markets.js";
import { DomainError } from "../src/domain/shared/domain-error.js";
import type { App } from "../src/interface/app.js";
import { accepted } from "./accepted.js";
import { demoCollections } from "./demo-collections.js";
import type { DemoCatalogue } from "./demo-catalogue.js";
import { demoDelivery } from "./demo-delivery.js";
import { demoMarket } from "./demo-market.js";
import { demoNote } from "./demo-note.js";
import { demoPayments } from "./demo-payments.js";
import { demoProducts } from "./demo-products.js";
import { demoTaxes } from "./demo-taxes.js";
import { translateDemo } from "./translate-demo.js";

/** What the demo needs of a shop: its operations, and the settings for its note. */
interface DemoShop {
  readonly app: Pick<App, "catalog" | "delivery" | "payments" | "pricing">;
  readonly unitOfWork: UnitOfWork<SettingStores>;
  readonly defaultMarket: Pick<MarketView, "id" | "locales">;
}

/** How much was loaded or removed. */
export interface DemoReport {
  readonly products: number;
  readonly collections: number;
}

export interface Demo {
  /**
   * Whether a start should load the demo: into a new store, or to finish a load that was cut short.
   * Not after a removal.
   */
  isDue(): Promise<boolean>;
  /**
   * Fills an empty store, or finishes a load that was cut short.
   * @throws StoreNotEmpty, DemoRefused
   */
  load(catalogue: DemoCatalogue): Promise<DemoReport>;
  /** Deletes what the demo has loaded; everything else stays. @throws DemoRefused */
  remove(): Promise<DemoReport>;
}

export class StoreNotEmpty extends DomainError {
  readonly code = "STORE_NOT_EMPTY";

  constructor() {
    super(
      "The store already holds products or collections. The demo catalogue can only be loaded into an empty store.",
    );
  }
}

/** The demo catalogue of one shop. */
export const demo = ({ app, unitOfWork, defaultMarket }: DemoShop): Demo => {
  const { catalog, pricing } = app;
  const note = demoNote(unitOfWork);

  const isStoreEmpty = async (): Promise<boolean> =>
    (await catalog.admin.countProducts({}, OPERATOR)) === 0 &&
    (await catalog.admin.countCollections({}, OPERATOR)) === 0;

  const addLocale = async (locale: string): Promise<void> => {
    const { id, locales } = defaultMarket;
    if (!locales.includes(locale))
      accepted(
        await pricing.marketUpdate({ id, changes: { locales: [...locales, locale] } }, OPERATOR),
      );
  };

  return {
    isDue: async () => {
      const stored = await note.read();
      return stored === null ? isStoreEmpty() : !stored.isComplete;
    },

    load: async ({ file, collections, translations, francs }) => {
      const products: string[] = [];
      for await (const { record: sheet } of file.entries()) if (sheet) products.push(sheet.slug);
      const isCutShort = (await note.read())?.isComplete === false;
      if (!isCutShort && !(await isStoreEmpty())) throw new StoreNotEmpty();

      // Written before the first product, so that a load that is cut short can be finished or
      // undone.
      const loaded = { products, collections: collections.map(({ slug }) => slug) };
      await note.write({ isComplete: false, ...loaded });
      await catalog.importProducts({ file }, OPERATOR);
      await demoCollections(catalog).arrange(collections);
      for (const translation of translations) {
        await translateDemo(catalog, translation);
        await addLocale(translation.locale);
      }
      await demoTaxes(app).open();
      await demoMarket(app).open(francs);
      await demoDelivery(app).open();
      await demoPayments(app).open();
      await note.write({ isComplete: true, ...loaded });
      return { products: products.length, collections: collections.length };
    },

    remove: async () => {
      const stored = await note.read();
      if (stored === null) return { products: 0, collections: 0 };
      const products = await demoProducts(catalog).delete(stored.products);
      const collections = await demoCollections(catalog).delete(stored.collections);
      await demoPayments(app).close();
      await demoDelivery(app).close();
      await demoMarket(app).close();
      await demoTaxes(app).close();
      await note.write({ isComplete: true, products: [], collections: [] });
      return { products, collections };
    },
  };
};
