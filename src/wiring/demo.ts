import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ArrangeCollection } from "../application/catalog/demo/arrange-collection.js";
import type { DemoTranslation } from "../application/catalog/demo/translate-demo.js";
import { OPERATOR } from "../application/shared/viewer.js";
import type { MarketView } from "../application/pricing/ports.js";
import type { Config } from "../infrastructure/config.js";
import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";
import type { DemoReport } from "../interface/cli/operator-needs.js";
import { closeDemoMarket, openDemoMarket } from "./demo-market.js";
import { PROJECT_FOLDER } from "./project.js";
import { productFiles, type Shop } from "./shop.js";

const FOLDER = join(PROJECT_FOLDER, "demo");
/** The currency that the prices of the demo catalogue are written in. */
const CURRENCY = "EUR";

/** Fills an empty embedded store. @throws CannotProceed where the demo has no place, StoreNotEmpty */
export const loadDemo = async (shop: Shop, config: Config): Promise<DemoReport> => {
  const obstacle = obstacleTo(config, shop.home);
  if (obstacle !== null)
    throw new CannotProceed(`The demo catalogue cannot be loaded: ${obstacle}.`);
  const file = await (
    await productFiles()
  ).open(join(FOLDER, "catalogue.csv"), { currency: CURRENCY });
  const collections = JSON.parse(
    await readFile(join(FOLDER, "collections.json"), "utf8"),
  ) as readonly DemoCollection[];
  const german = JSON.parse(await readFile(join(FOLDER, "german.json"), "utf8")) as DemoTranslation;
  const note = await shop.app.catalog.loadDemo(
    { file, collections: collections.map(arranged), translations: [german] },
    OPERATOR,
  );
  const { id, locales } = shop.home;
  if (!locales.includes(german.locale))
    await shop.app.pricing.marketUpdate(
      { id, changes: { locales: [...locales, german.locale] } },
      OPERATOR,
    );
  await openDemoMarket(shop.app);
  return { products: note.products.length, collections: note.collections.length };
};

/** On the first start of a development server, and again only where that start was cut short. @returns null where there was nothing to do */
export const loadDemoOnFirstStart = async (
  shop: Shop,
  config: Config,
): Promise<DemoReport | null> => {
  const isDue =
    obstacleTo(config, shop.home) === null && (await shop.app.catalog.isDemoDue({}, OPERATOR));
  return isDue ? loadDemo(shop, config) : null;
};

export const removeDemo = async ({ app }: Shop): Promise<DemoReport> => {
  const report = await app.catalog.removeDemo({}, OPERATOR);
  await closeDemoMarket(app);
  return report;
};

const obstacleTo = ({ mode, database }: Config, { currency }: MarketView): string | null => {
  if (mode !== "development") return "Plinth runs in production";
  if (database.kind !== "embedded") return "it goes into the embedded store only, not into MySQL";
  return currency === CURRENCY
    ? null
    : `its prices are in ${CURRENCY}, and the shop counts in ${currency}`;
};

interface DemoCollection extends Pick<
  ArrangeCollection,
  "slug" | "title" | "image" | "products" | "rules" | "sortOrder" | "parent"
> {
  readonly description: string;
  readonly seoTitle: string;
  readonly seoDescription: string;
}

const arranged = ({
  description,
  seoTitle,
  seoDescription,
  ...collection
}: DemoCollection): ArrangeCollection => ({
  ...collection,
  descriptionHtml: description,
  seo: { title: seoTitle, description: seoDescription },
});
