import { describe, expect, test } from "vitest";
import type { Catalog } from "../../../src/application/catalog/catalog.js";
import type { ProductReport } from "../../../src/application/catalog/import-export/product-report.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { ShopifyCsvFiles } from "../../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { csv, csvFile } from "../../builders/csv-file.js";

const files = new ShopifyCsvFiles();

const imported = async (shop: Catalog, text: string): Promise<readonly ProductReport[]> => {
  const reports: ProductReport[] = [];
  await shop.importProducts(
    {
      file: await files.open(await csvFile(text), { currency: "EUR" }),
      onProduct: (report) => void reports.push(report),
    },
    OPERATOR,
  );
  return reports;
};

const exported = async (shop: Catalog): Promise<string> => {
  const { shape, records } = await shop.exportProducts({}, OPERATOR);
  let text = "";
  for await (const piece of files.text(shape, records)) text += piece;
  return text;
};

const page = { size: 100, direction: "forward", after: null, before: null } as const;

/** The definitions, and what the custom fields of products and variants lead to. */
const shownBy = async (shop: Catalog) => {
  const definitions = await shop.metafieldDefinitions.list(
    {
      filter: {},
      page,
      fields: new Set([
        "namespace",
        "key",
        "name",
        "type",
        "owners",
        "filterable",
        "sortable",
        "choices",
      ]),
    },
    OPERATOR,
  );
  const { records } = await shop.exportProducts({}, OPERATOR);
  const values = (fields: readonly { key: string; type: string; value: string }[] = []) =>
    fields.map(({ key, type, value }) => `${key} ${type} ${value}`).toSorted();
  const [products, variants]: [unknown[], unknown[]] = [[], []];
  for await (const record of records) {
    products.push([record.slug, ...values(record.metafields)]);
    variants.push(...record.variants.map(({ sku, metafields }) => [sku, ...values(metafields)]));
  }
  return {
    definitions: definitions.items.map(({ item: { id: _, ...definition } }) => definition),
    products,
    variants,
  };
};

const FILE = csv(
  [
    "Handle,Title,Option1 Name,Option1 Value,SKU,Price",
    '"Shade [choice, filterable, product: dk=Dark | lt=Light] (variant.metafields.facts.shade)"',
    '"Year [number_integer, filterable, sortable] (product.metafields.facts.year)"',
    "Goes with [product_reference] (product.metafields.facts.with)",
    "Parts [list.variant_reference] (variant.metafields.facts.parts)",
    "Sizes [list.single_line_text_field] (variant.metafields.facts.sizes)",
    "Unused [boolean] (variant.metafields.facts.unused)",
  ].join(","),
  'cup,Cup,Color,Sage,CUP-S,1,dk,1998,saucer,"[""LID"",""CUP-B""]","[""S"",""M""]",',
  "cup,,,Blue,CUP-B,1,lt,,,,,",
  "lid,Lid,,,LID,1,,,cup,,,",
  "saucer,Saucer,,,SAUCER,1,,,,,,",
);

/** Shops that are filled by the file of another one. Each `open` returns an empty one, which may replace that before. */
export const secondShop = (name: string, open: () => Promise<Catalog>): void => {
  describe(`a second shop: ${name}`, () => {
    test("has the custom fields of products and variants of the first one, and what they refer to", async () => {
      const shop = await open();
      const first = await imported(shop, FILE);
      const text = await exported(shop);
      const inFirst = await shownBy(shop);
      const copy = await open();
      const second = await imported(copy, text);

      expect(
        first.flatMap(({ defects, warnings }) => [...defects, ...warnings].map(({ code }) => code)),
      ).toEqual(["PRODUCT_COLUMNS_MISSING", "VARIANT_COLUMNS_MISSING"]);
      expect(second.map(({ outcome }) => outcome)).toEqual(["created", "created", "created"]);
      expect(await exported(copy)).toBe(text);
      const shown = await shownBy(copy);
      expect(shown).toEqual(inFirst);
      expect(shown.products).toEqual([
        ["cup", "with PRODUCT saucer", "year INTEGER 1998"],
        ["lid", "with PRODUCT cup"],
        ["saucer"],
      ]);
      expect(shown.variants).toEqual([
        [
          "CUP-S",
          'parts VARIANT_LIST ["LID","CUP-B"]',
          "shade CHOICE dk",
          'sizes TEXT_LIST ["S","M"]',
        ],
        ["CUP-B", "shade CHOICE lt"],
        ["LID"],
        ["SAUCER"],
      ]);
      expect(shown.definitions).toContainEqual({
        namespace: "facts",
        key: "shade",
        name: "Shade",
        type: "CHOICE",
        owners: ["PRODUCT", "VARIANT"],
        filterable: true,
        sortable: false,
        choices: [
          { value: "dk", label: "Dark", translations: [] },
          { value: "lt", label: "Light", translations: [] },
        ],
      });
      expect(shown.definitions).toHaveLength(6);
      expect((await imported(copy, text)).map(({ outcome }) => outcome)).toEqual([
        "unchanged",
        "unchanged",
        "unchanged",
      ]);
    });

    test("has the swatches of the first one, colours and images", async () => {
      const shop = await open();
      const [front, oak] = ["https://img.example/front.webp", "https://img.example/oak.webp"];
      await imported(
        shop,
        csv(
          "Handle,Title,Option1 Name,Option1 Value,Option1 swatch,SKU,Price,Image Src",
          `bowl,Bowl,Wood,Oak,${oak},BOWL-O,1,${front}`,
          `bowl,,,Painted,#1E90FF,BOWL-P,1,`,
          `bowl,,,Front,${front},BOWL-F,1,`,
          `bowl,,,Raw,,BOWL-R,1,`,
        ),
      );
      const swatchesOf = async (one: Catalog) => {
        const { records } = await one.exportProducts({}, OPERATOR);
        const found: unknown[] = [];
        for await (const { swatches, images } of records)
          found.push(
            swatches,
            images.map(({ url }) => url),
          );
        return found;
      };
      const text = await exported(shop);
      const inFirst = await swatchesOf(shop);
      const copy = await open();
      const reports = await imported(copy, text);

      expect(inFirst).toEqual([
        [
          [
            { value: "Oak", imageUrl: oak },
            { value: "Painted", color: "#1e90ff" },
            { value: "Front", imageUrl: front },
          ],
        ],
        [front, oak],
      ]);
      expect(reports.map(({ outcome, warnings }) => [outcome, warnings])).toEqual([
        ["created", []],
      ]);
      expect(await swatchesOf(copy)).toEqual(inFirst);
      expect(await exported(copy)).toBe(text);
      expect((await imported(copy, text)).map(({ outcome }) => outcome)).toEqual(["unchanged"]);
    });

    test("is told by its line what a custom field refers to in vain, and keeps what is stored", async () => {
      const shop = await open();
      await imported(shop, FILE);
      const header = "Handle,Title,SKU,Price";
      const reports = await imported(
        shop,
        csv(
          `${header},Goes with (product.metafields.facts.with),Parts (variant.metafields.facts.parts)`,
          'lid,Lid,LID,1,plate,"[""LID"",""FORK""]"',
        ),
      );

      expect(
        reports[0]?.warnings.map(({ code, line, column, value }) => [code, line, column, value]),
      ).toEqual([
        ["REFERENCE_UNKNOWN", 2, "facts.parts", "FORK"],
        ["REFERENCE_UNKNOWN", 2, "facts.with", "plate"],
      ]);
      const { products, variants } = await shownBy(shop);
      expect(products[1]).toEqual(["lid", "with PRODUCT cup"]);
      expect(variants[2]).toEqual(["LID", 'parts VARIANT_LIST ["LID"]']);
    });

    test("refuses a value of a variant that its definition does not allow, with its line", async () => {
      const reports = await imported(
        await open(),
        csv(
          "Handle,Title,Option1 Name,Option1 Value,SKU,Year [number_integer] (variant.metafields.facts.year)",
          "cup,Cup,Color,Sage,CUP-S,1998",
          "cup,,,Blue,CUP-B,soon",
        ),
      );

      expect(reports).toMatchObject([
        {
          outcome: "refused",
          defects: [{ code: "INVALID_METAFIELD", line: 3, column: "facts.year", value: "soon" }],
        },
      ]);
    });
  });
};
