import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PRICE_FILE, TAX_FILE } from "../../../src/application/pricing/pricing.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { csv } from "../../builders/csv-file.js";
import { fillShop } from "../../builders/fill-shop.js";
import { aVariant } from "../../builders/product-content.js";
import { tableFile, tableText } from "../../builders/table-file.js";
import { inMemoryCatalog, type InMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";

const text = fc
  .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
  .filter((raw) => /^[^\p{C}\p{Z}]/u.test(raw) && !/[\p{C}\p{Z}]/u.test(raw))
  .map((raw) => raw.normalize("NFC"));
const COUNTRIES = [
  "DE",
  "FR",
  "CA-QC",
  "CA-ON",
  "ES: 35000..35999, 38*",
  "ES",
  "GB: BT*",
  "JP; KR",
];
const TIMES = ["", "2026-01-01", "2026-07-01T10:30:00.000Z", "2027-01-01", ""];

const anyTaxes = fc
  .record({
    zones: fc.uniqueArray(fc.nat(COUNTRIES.length - 1), { minLength: 1 }),
    categories: fc.array(text, { minLength: 1, maxLength: 4 }),
    taxes: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
    parts: fc.array(fc.nat(300_000), { minLength: 1, maxLength: 20 }),
    name: text,
  })
  .map(({ zones, categories, taxes, parts, name }) => {
    const rows: string[] = [];
    let n = 0;
    const cell = (raw: string): string => `"${raw.replaceAll('"', '""')}"`;
    for (const zone of zones)
      for (const [index, category] of categories.entries())
        for (const tax of taxes)
          for (let window = 0; window + 1 < TIMES.length; window++) {
            n += 1;
            if (n % 3 === 0) continue;
            const share = (parts[n % parts.length] ?? 0) / 10_000;
            rows.push(
              [
                `zone-${zone}`,
                cell(protectedText(name)),
                cell(COUNTRIES[zone] ?? ""),
                ["OWN_CATEGORY", "HIGHEST_RATE", "IN_PROPORTION"][zone % 3],
                `category-${index}`,
                cell(protectedText(category)),
                index === 0 ? "TRUE" : "FALSE",
                cell(protectedText(tax)),
                share,
                n % 2 === 0 ? "TRUE" : "FALSE",
                TIMES[window],
                TIMES[window + 1],
              ].join(","),
            );
          }
    return csv(
      "Zone,Zone name,Areas,Delivery and fees,Category,Category name,Default category,Tax,Percentage,Compound,Valid from,Valid until",
      ...rows,
    );
  });

/** As an export writes it: an apostrophe before what a spreadsheet would execute. */
const protectedText = (raw: string): string => (/^'*[=+\-@;＝＋－＠]/.test(raw) ? `'${raw}` : raw);

const importTaxes = async ({ pricing }: InMemoryCatalog, content: string) =>
  pricing.importTaxRates({ file: await tableFile(TAX_FILE, content) }, OPERATOR);
const exportTaxes = async ({ pricing }: InMemoryCatalog) =>
  tableText(TAX_FILE, await pricing.exportTaxRates({}, OPERATOR));

test("any taxes that are exported, imported into an empty shop and exported again are the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(anyTaxes, async (content) => {
      const [one, other] = [inMemoryCatalog(), inMemoryCatalog()];
      await importTaxes(one, content);
      const exported = await exportTaxes(one);
      fc.pre(exported.split("\r\n").length > 2);

      const report = await importTaxes(other, exported);

      expect(report.refused).toBe(0);
      expect(await exportTaxes(other)).toBe(exported);
      const events = other.database.outbox.length;
      expect(await importTaxes(other, exported)).toMatchObject({ changed: 0, removed: 0 });
      expect(other.database.outbox).toHaveLength(events);
    }),
    { numRuns: 40 },
  );
});

const shopWithLists = async (): Promise<InMemoryCatalog> => {
  const shop = inMemoryCatalog();
  await fillShop(shop.database.unitOfWork(inMemoryStores), {
    products: [1, 2, 3].map((number) => ({
      number,
      content: { variants: [aVariant(number, { sku: `${"=+'"[number - 1]}SKU;${number}` })] },
      pricesAndStock: [{ price: "10.00" }],
    })),
  });
  for (const [key, currency] of [
    ["euro", "EUR"],
    ["yen", "JPY"],
    ["dinar", "KWD"],
  ] as const)
    await shop.pricing.priceListCreate({ priceList: { key, currency } }, OPERATOR);
  return shop;
};

const anyPrices = fc
  .uniqueArray(
    fc.record({
      list: fc.constantFrom("euro", "yen", "dinar"),
      variant: fc.integer({ min: 1, max: 3 }),
      from: fc.integer({ min: 1, max: 15 }),
      price: fc.nat(10_000_000),
      compareAt: fc.option(fc.nat(10_000_000)),
    }),
    { selector: ({ list, variant, from }) => `${list} ${variant} ${from}`, minLength: 1 },
  )
  .map((prices) => {
    const digits = { euro: 2, yen: 0, dinar: 3 } as const;
    return csv(
      "Price list,SKU,Minimum quantity,Price,Compare-at price",
      ...prices.map(({ list, variant, from, price, compareAt }) => {
        const amount = (units: number) => (units / 10 ** digits[list]).toFixed(digits[list]);
        const sku = `"${["'=", "'+", "'"][variant - 1]}SKU;${variant}"`;
        return [list, sku, from, amount(price), compareAt === null ? "" : amount(compareAt)].join(
          ",",
        );
      }),
    );
  });

test("any prices that are exported, imported into a shop without prices and exported again are the same bytes", async () => {
  const importPrices = async ({ pricing }: InMemoryCatalog, content: string) =>
    pricing.importListPrices(
      // Of a file with nothing but dinars, such as 1.000, no number tells the separator.
      { file: await tableFile(PRICE_FILE, content, { decimal: "point" }) },
      OPERATOR,
    );
  const exportPrices = async ({ pricing }: InMemoryCatalog) =>
    tableText(PRICE_FILE, await pricing.exportListPrices({}, OPERATOR));
  await fc.assert(
    fc.asyncProperty(anyPrices, async (content) => {
      const [one, other] = [await shopWithLists(), await shopWithLists()];
      expect((await importPrices(one, content)).refused).toBe(0);
      const exported = await exportPrices(one);

      expect((await importPrices(other, exported)).refused).toBe(0);

      expect(await exportPrices(other)).toBe(exported);
      const events = other.database.outbox.length;
      expect(await importPrices(other, exported)).toMatchObject({ changed: 0, removed: 0 });
      expect(other.database.outbox).toHaveLength(events);
    }),
    { numRuns: 20 },
  );
});
