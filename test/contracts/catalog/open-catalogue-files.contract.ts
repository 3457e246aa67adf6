import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ImportReport } from "../../../src/application/catalog/import-export/import-report.js";
import type { ProductFileOptions } from "../../../src/application/catalog/ports/product-files.js";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { ShopifyCsvFiles } from "../../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { TypeIds } from "../../../src/infrastructure/shared/type-ids.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { csvFile } from "../../builders/csv-file.js";

const FOLDER = join(import.meta.dirname, "../../../../shared/data");
const files = new ShopifyCsvFiles();

interface Expected {
  readonly file: string;
  readonly options?: Partial<ProductFileOptions>;
  /** Products, variants, images: brought in, and refused. */
  readonly created: readonly [number, number, number];
  readonly refused: readonly [number, number, number];
  readonly prices: number;
}

// Counted as the README of the folder counts, with these differences: a `Default Title` above real
// options sells nothing (three-options-minimal), images that only a variant names are images too
// (there, and in grocery-electronics), and products with ambiguous rows are refused.
const FILES: readonly Expected[] = [
  {
    file: "shopify/furniture-and-garden.csv",
    created: [20, 21, 21],
    refused: [0, 0, 0],
    prices: 2_345.84,
  },
  {
    file: "shopify/mixed-goods-export-25.csv",
    created: [25, 100, 25],
    refused: [0, 0, 0],
    prices: 4_983.72,
  },
  {
    file: "shopify/mixed-goods-lowercase-headers-100.csv",
    created: [98, 294, 98],
    refused: [1, 6, 2],
    prices: 14_381.16,
  },
  {
    file: "shopify/footwear-metafield-rows.csv",
    created: [1, 3, 1],
    refused: [0, 0, 0],
    prices: 60,
  },
  { file: "shopify/three-options-minimal.csv", created: [1, 2, 3], refused: [0, 0, 0], prices: 10 },
  {
    file: "shopify/grocery-electronics-no-handle.csv",
    created: [2, 2, 4],
    refused: [4, 4, 4],
    prices: 43.49,
  },
  {
    file: "near-shopify/wine-cabinets.csv",
    options: { priceUnit: "minor" },
    created: [41, 818, 122],
    refused: [0, 0, 0],
    prices: 3_664_020,
  },
];

const bring = async (
  shop: Catalog,
  path: string,
  options: Partial<ProductFileOptions> = {},
): Promise<ImportReport> =>
  shop.importProducts({ file: await files.open(path, { currency: "EUR", ...options }) }, OPERATOR);

const exported = async (
  shop: Catalog,
): Promise<{ readonly text: string; readonly prices: number }> => {
  const { shape, records: sheets } = await shop.exportProducts({}, OPERATOR);
  let cents = 0;
  const priced = async function* () {
    for await (const record of sheets) {
      for (const { price } of record.variants) cents += Math.round(Number(price ?? 0) * 100);
      yield record;
    }
  };
  let text = "";
  for await (const piece of files.text(shape, priced())) text += piece;
  return { text, prices: cents / 100 };
};

// The files may not be distributed with Plinth. They are in a folder next to the checkout where it
// is built and tested.
const isThere = existsSync(FOLDER);

/** Imports of real catalogues, on every store. Each `open` returns an empty store. */
export const openCatalogueFiles = (open: () => Promise<Store>): void => {
  describe.skipIf(!isThere)(
    `catalogues of other projects${isThere ? "" : " (skipped: the folder with them is not beside this checkout)"}`,
    () => {
      const emptyShop = async (): Promise<Catalog> => {
        const store = await open();
        onTestFinished(() => store.close());
        const clock = fixedClock();
        return catalog({ ...store, clock, ids: new TypeIds(clock), currency: "EUR" });
      };

      test.each(FILES)(
        "$file is imported with its counts, changes nothing the second time, and is exported to the same bytes",
        async ({ file, options, created, refused, prices }) => {
          const shop = await emptyShop();
          const report = await bring(shop, join(FOLDER, file), options);
          const again = await bring(shop, join(FOLDER, file), options);
          const out = await exported(shop);

          const copy = await emptyShop();
          await bring(copy, await csvFile(out.text));

          const counts = (fate: "created" | "unchanged" | "refused") => (of: ImportReport) => [
            of.products[fate],
            of.variants[fate],
            of.images[fate],
          ];
          expect([counts("created")(report), counts("refused")(report)]).toEqual([
            created,
            refused,
          ]);
          expect([counts("unchanged")(again), counts("refused")(again)]).toEqual([
            created,
            refused,
          ]);
          expect(out.prices).toBe(prices);
          expect((await exported(copy)).text).toBe(out.text);
        },
      );

      test("prices in cents are not guessed: wine-cabinets is refused without the price unit", async () => {
        await expect(
          bring(await emptyShop(), join(FOLDER, "near-shopify/wine-cabinets.csv")),
        ).rejects.toMatchObject({ issues: [{ code: "PRICE_UNIT", line: 2, value: "402900" }] });
      });
    },
  );
};
