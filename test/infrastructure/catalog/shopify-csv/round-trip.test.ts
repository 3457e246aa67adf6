import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ImportReport } from "../../../../src/application/catalog/import-export/import-report.js";
import { OPERATOR } from "../../../../src/application/shared/viewer.js";
import { StockItem } from "../../../../src/domain/inventory/stock-item.js";
import { listing } from "../../../../src/domain/catalog/listing/listing.js";
import type { MetafieldDefinitionSnapshot } from "../../../../src/domain/catalog/metafields/metafield-definition.js";
import { Product } from "../../../../src/domain/catalog/products/product.js";
import type { ProductSnapshot } from "../../../../src/domain/catalog/products/product-content.js";
import { Refused } from "../../../../src/domain/shared/domain-error.js";
import { Money } from "../../../../src/domain/shared/money.js";
import { ShopifyCsvFiles } from "../../../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { anyCatalogue, type AnyProduct } from "../../../builders/any-catalogue.js";
import { csvFile } from "../../../builders/csv-file.js";
import { productId } from "../../../builders/product-content.js";
import { declareMetafields } from "../../../builders/fill-shop.js";
import { inMemoryCatalog, type InMemoryCatalog } from "../../../fakes/catalog/in-memory-catalog.js";
import { inMemoryStores } from "../../../fakes/catalog/in-memory-catalog-stores.js";

const EMPTY_EXPORT_LINES = 2;
const files = new ShopifyCsvFiles();

const exported = async ({ catalog }: InMemoryCatalog): Promise<string> => {
  const { shape, records: sheets } = await catalog.exportProducts({}, OPERATOR);
  let text = "";
  for await (const piece of files.text(shape, sheets)) text += piece;
  return text;
};

const imported = async ({ catalog }: InMemoryCatalog, text: string): Promise<ImportReport> =>
  catalog.importProducts(
    { file: await files.open(await csvFile(text), { currency: "EUR" }) },
    OPERATOR,
  );

/** Those of fields that a column of their own has. */
const definitionsOf = ({ database }: InMemoryCatalog) =>
  [...database.rows<MetafieldDefinitionSnapshot>("metafield_definition").values()]
    .map(
      ({ namespace, key, type, name, owners, choices }) =>
        `${namespace}.${key} ${type} ${name} ${owners.join()} ${JSON.stringify(choices)}`,
    )
    .filter((definition) => !definition.startsWith("google."))
    .toSorted();

const stock = async (
  { database }: InMemoryCatalog,
  products: readonly AnyProduct[],
): Promise<void> => {
  const stores = inMemoryStores(database);
  await declareMetafields(
    stores,
    products.map(({ content }) => content),
  );
  const money = (minorUnits: number | null) =>
    minorUnits === null ? null : Money.of(minorUnits, "EUR");
  for (const [index, { content, pricesAndStock: figures }] of products.entries()) {
    const product = Product.create(productId(index + 1), content, new Date("2026-01-01T00:00:00Z"));
    await stores.products.save([product]);
    for (const [position, { price, compareAt, cost, onHand }] of figures.entries()) {
      const variantId = content.variants[position]?.id;
      const amount = money(price);
      if (variantId && amount)
        await stores.prices.add([
          { variantId, price: amount, compareAt: money(compareAt), cost: money(cost) },
        ]);
      if (variantId && onHand !== null)
        await stores.stockItems.save([StockItem.stock(variantId, onHand)]);
    }
    await stores.listings.save([listing(product.snapshot(), new Map())]);
  }
};

test("any catalogue exported, imported into an empty shop and exported again gives the same bytes, and an import into the first shop changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(anyCatalogue, async (products) => {
      const [shop, copy] = [inMemoryCatalog(), inMemoryCatalog()];
      await stock(shop, products).catch((error: unknown) => {
        if (error instanceof Refused) fc.pre(false);
        throw error;
      });
      fc.pre(products.length > 0);

      const first = await exported(shop);
      const intoCopy = await imported(copy, first);
      const intoShop = await imported(shop, first);

      expect(await exported(copy)).toBe(first);
      expect(definitionsOf(copy)).toEqual(definitionsOf(shop));
      expect(intoCopy.products).toMatchObject({ created: products.length, refused: 0 });
      expect(intoShop.products).toMatchObject({ unchanged: products.length });
    }),
    { numRuns: 100 },
  );
}, 180_000);

test("the export of an empty shop has only the names of the columns", async () => {
  const text = await exported(inMemoryCatalog());

  expect(text).toMatch(
    /^Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Option1 Linked To,/,
  );
  expect(text.split("\r\n")).toHaveLength(EMPTY_EXPORT_LINES);
});

test("no text in an export begins like a formula, and numbers stay numbers", async () => {
  const shop = inMemoryCatalog();
  await imported(
    shop,
    'Title,Vendor,Tags,Variant SKU,Variant Inventory Qty\n"=HYPERLINK(""x"")",+49 Pottery,"@home, tea",-12,-3\n',
  );

  const [, row = ""] = (await exported(shop)).split("\r\n");

  expect(row).toContain(`"'=HYPERLINK(""x"")",hyperlink-x,,'+49 Pottery,,,"'@home, tea"`);
  expect(row).toContain(",'-12,");
  expect(row).toContain(",-3,deny,");
  expect([...shop.database.rows<ProductSnapshot>("product").values()]).toMatchObject([
    { title: '=HYPERLINK("x")', vendor: "+49 Pottery", tags: ["@home", "tea"] },
  ]);
});
