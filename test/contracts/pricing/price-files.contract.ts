import { expect, test } from "vitest";
import { exportListPrices } from "../../../src/application/pricing/import-export/export-list-prices.js";
import { importListPrices } from "../../../src/application/pricing/import-export/import-list-prices.js";
import { PRICE_FILE } from "../../../src/application/pricing/import-export/price-file.js";
import type { TableImport, TableReport } from "../../../src/application/shared/table-import.js";
import type { PriceField } from "../../../src/application/pricing/import-export/price-file.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { csv } from "../../builders/csv-file.js";
import { variantId } from "../../builders/product-content.js";
import { counts, issuesOf, tableFile, tableText } from "../../builders/table-file.js";
import type { MarketShop } from "./market-shop.js";

const HEADER = "Price list,SKU,Variant id,Minimum quantity,Currency,Price,Compare-at price";

/** Files of the prices in price lists. */
export const priceFileTests = (shop: MarketShop): void => {
  const needs = () => ({ ...shop.subject, ...shop.needs() });
  const imported = async (
    content: string | Buffer,
    options: Partial<TableImport<PriceField>> = {},
  ): Promise<TableReport> =>
    importListPrices(needs())({ file: await tableFile(PRICE_FILE, content), ...options }, OPERATOR);
  const exported = async (...lists: readonly string[]): Promise<string> =>
    tableText(PRICE_FILE, await exportListPrices(needs())({ lists }, OPERATOR));

  test("the prices of a file are set in their lists, and an export of them changes nothing", async () => {
    await shop.list("summer", "EUR");
    await shop.list("swiss", "CHF");

    const report = await imported(
      csv(
        HEADER,
        "summer,SKU-10,,,,8.5,10.00",
        `summer,,${variantId(20)},1,eur,19.00,`,
        "summer,SKU-20,,10,EUR,17.00,",
        "swiss,SKU-10,,,CHF,9.95,",
      ),
    );

    expect(counts(report)).toEqual({ changed: 4, unchanged: 0, removed: 0, refused: 0 });
    const text = await exported();
    expect(text.split("\r\n")).toEqual([
      HEADER,
      "summer,SKU-10,,1,EUR,8.50,10.00",
      "summer,SKU-20,,1,EUR,19.00,",
      "summer,SKU-20,,10,EUR,17.00,",
      "swiss,SKU-10,,1,CHF,9.95,",
      "",
    ]);
    expect(counts(await imported(text))).toEqual({
      changed: 0,
      unchanged: 4,
      removed: 0,
      refused: 0,
    });
    expect(await exported()).toBe(text);
    expect(await exported("swiss")).toBe(`${HEADER}\r\nswiss,SKU-10,,1,CHF,9.95,\r\n`);
  });

  test("each row of a file that cannot be used is refused with its line, and the others are imported", async () => {
    await shop.list("summer", "EUR");
    const { issues, onRows } = issuesOf();

    const report = await imported(
      csv(
        HEADER,
        "winter,SKU-10,,,,8.00,",
        "summer,SKU-99,,,,8.00,",
        `summer,SKU-10,${variantId(20)},,,8.00,`,
        `summer,,${variantId(99)},,,8.00,`,
        "summer,,,,,8.00,",
        "summer,SKU-10,,,CHF,8.00,",
        "summer,SKU-10,,,,8.001,",
        "summer,SKU-10,,ten,,8.00,",
        "summer,SKU-20,,,,-1,",
        "summer,SKU-21,,0,,8.00,",
        "summer,SKU-21,,,,,",
        "summer,SKU-30,,,,8.00,",
        "summer,SKU-30,,1,,9.00,",
        "summer,SKU-30,,2",
      ),
      { onRows },
    );

    expect(counts(report)).toEqual({ changed: 1, unchanged: 0, removed: 0, refused: 13 });
    expect(issues).toEqual([
      "2 PRICE_LIST_NOT_FOUND Price list",
      "3 VARIANT_NOT_FOUND SKU",
      "4 VARIANT_MISMATCH Variant id",
      "5 VARIANT_NOT_FOUND SKU",
      "6 VARIANT_MISSING SKU",
      "7 CURRENCY_MISMATCH Currency",
      "8 INVALID_AMOUNT Price",
      "9 INVALID_MINIMUM_QUANTITY Minimum quantity",
      "10 NEGATIVE_PRICE Price",
      "11 INVALID_MINIMUM_QUANTITY Minimum quantity",
      "12 INVALID_AMOUNT Price",
      "14 REPEATED_PRICE SKU",
      "15 RAGGED_ROW null",
    ]);
    expect(await exported()).toBe(`${HEADER}\r\nsummer,SKU-30,,1,EUR,8.00,\r\n`);
  });

  test("replacing removes the prices of the lists in a file that it does not name, and no others", async () => {
    const [summer, other] = [await shop.list("summer", "EUR"), await shop.list("other", "EUR")];
    for (const list of [summer, other])
      await shop.set(list, [
        { variantId: variantId(10), price: "8.00" },
        { variantId: variantId(20), price: "18.00" },
      ]);
    const file = csv(HEADER, "summer,SKU-10,,,,8.00,", "summer,SKU-21,,,,28.00,");
    const before = await exported();

    const trial = await imported(file, { replace: true, dryRun: true });
    expect(await exported()).toBe(before);
    const refused = await imported(`${file}summer,SKU-99,,,,1.00,\n`, { replace: true });
    expect(refused).toMatchObject({ refusedWhole: true, refused: 1, changed: 0, removed: 0 });
    expect(await exported()).toBe(before);
    const report = await imported(file, { replace: true });

    expect(counts(report)).toEqual({ changed: 1, unchanged: 1, removed: 1, refused: 0 });
    expect(counts(trial)).toEqual(counts(report));
    expect((await exported()).split("\r\n").slice(1, -1)).toEqual([
      "other,SKU-10,,1,EUR,8.00,",
      "other,SKU-20,,1,EUR,18.00,",
      "summer,SKU-10,,1,EUR,8.00,",
      "summer,SKU-21,,1,EUR,28.00,",
    ]);
  });

  test("an import that was stopped is finished by running it again", async () => {
    await shop.list("summer", "EUR");
    const breaks = Array.from({ length: 300 }, (_, n) => `summer,SKU-10,,${n + 2},,5.00,`);
    // A variant has at most 20 prices in a list: the others are refused each time.
    const quick = csv(HEADER, ...breaks, "summer,SKU-20,,,,7.00,");
    const stop = { aborted: false };

    const first = await imported(quick, {
      signal: stop,
      onRows: () => {
        stop.aborted = true;
      },
    });
    const second = await imported(quick);

    expect(first).toMatchObject({ interrupted: true, changed: 20, rows: 250 });
    expect(counts(second)).toMatchObject({ changed: 1, unchanged: 20 });
  });
};
