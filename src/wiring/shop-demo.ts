import { join } from "node:path";
import type { Config } from "../infrastructure/config.js";
import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";
import type { DemoReport } from "../interface/cli/cli-actions.js";
import { PROJECT } from "./project.js";
import { productFiles, type Shop } from "./shop.js";

/**
 * The demo catalogue of a shop. Its code is loaded when it is used: a production server runs
 * without it.
 */
export const shopDemo = (shop: Shop, config: Config) => ({
  /** @throws CannotProceed where the demo is not allowed, StoreNotEmpty */
  load: async (): Promise<DemoReport> => {
    const obstacle = await obstacleTo(shop, config);
    if (obstacle !== null)
      throw new CannotProceed(`The demo catalogue cannot be loaded: ${obstacle}.`);
    return load(shop);
  },

  /**
   * Loads it on the first start of a development server, and finishes a load that was cut short.
   * @returns null where nothing was to do
   */
  loadIfDue: async (): Promise<DemoReport | null> => {
    if ((await obstacleTo(shop, config)) !== null) return null;
    return (await (await demoOf(shop)).isDue()) ? load(shop) : null;
  },

  remove: async (): Promise<DemoReport> => (await demoOf(shop)).remove(),
});

const load = async (shop: Shop): Promise<DemoReport> => {
  const { readDemoCatalogue } = await demoModules();
  const catalogue = await readDemoCatalogue(join(PROJECT.folder, "demo"), await productFiles());
  return (await demoOf(shop)).load(catalogue);
};

const obstacleTo = async (shop: Shop, { mode, database }: Config): Promise<string | null> => {
  if (mode !== "development") return "Plinth runs in production";
  if (database.kind !== "embedded") return "it goes into the embedded store only, not into MySQL";
  const { DEMO_CURRENCY } = await demoModules();
  const { currency } = shop.defaultMarket;
  return currency === DEMO_CURRENCY
    ? null
    : `its prices are in ${DEMO_CURRENCY}, and the base prices of this shop are in ${currency}`;
};

const demoOf = async ({ app, store, defaultMarket }: Shop) => {
  const { demo } = await demoModules();
  return demo({ app, unitOfWork: store.unitOfWork, defaultMarket });
};

const demoModules = async () => ({
  ...(await import("../../demo/demo.js")),
  ...(await import("../../demo/demo-catalogue.js")),
});
