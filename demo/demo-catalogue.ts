import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProductFile, ProductFiles } from "../src/application/catalog/ports/product-files.js";
import type { DemoCollection } from "./demo-collections.js";
import type { FrancPrice } from "./demo-market.js";
import type { DemoTranslation } from "./translate-demo.js";

/** Everything that the demo loads. */
export interface DemoCatalogue {
  readonly file: Pick<ProductFile, "entries" | "has" | "hasSku" | "declared" | "issuesOfNew">;
  /** Parents before their children. */
  readonly collections: readonly DemoCollection[];
  readonly translations: readonly DemoTranslation[];
  /** Prices in the second market. */
  readonly francs: readonly FrancPrice[];
}

/** The currency of the prices in the demo catalogue (ISO 4217). */
export const DEMO_CURRENCY = "EUR";

/** Reads the demo catalogue from its folder. */
export const readDemoCatalogue = async (
  folder: string,
  files: ProductFiles,
): Promise<DemoCatalogue> => {
  const collections = await readJson<readonly CollectionRecord[]>(folder, "collections.json");
  return {
    file: await files.open(join(folder, "catalogue.csv"), { currency: DEMO_CURRENCY }),
    collections: collections.map(collectionOf),
    translations: [await readJson<DemoTranslation>(folder, "german.json")],
    francs: await readJson<readonly FrancPrice[]>(folder, "francs.json"),
  };
};

const readJson = async <Content>(folder: string, name: string): Promise<Content> =>
  JSON.parse(await readFile(join(folder, name), "utf8")) as Content;

interface CollectionRecord extends Omit<DemoCollection, "descriptionHtml" | "seo"> {
  readonly description: string;
  readonly seoTitle: string;
  readonly seoDescription: string;
}

const collectionOf = ({
  description,
  seoTitle,
  seoDescription,
  ...collection
}: CollectionRecord): DemoCollection => ({
  ...collection,
  descriptionHtml: description,
  seo: { title: seoTitle, description: seoDescription },
});
