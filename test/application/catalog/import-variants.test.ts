import { describe, expect, test } from "vitest";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { mugRecord, variantRecord } from "../../builders/mug-record.js";
import { importShop, inColors, storedProduct } from "./import-shop.js";

describe("an import of the variants of an existing product", () => {
  test("keeps variants that the file does not mention, adds new ones, and keeps the ids of existing ones", async () => {
    const shop = importShop();
    await shop.importRecords(mugRecord({ options: ["Color"], variants: inColors("red", "blue") }));
    const [red, blue] = storedProduct(shop).variants;

    const [report] = await shop.importRecords(
      mugRecord({ options: ["Color"], variants: inColors("green", "blue") }),
    );

    expect(report).toMatchObject({ variants: { created: 1, unchanged: 1 } });
    expect(storedProduct(shop).variants.map(({ id, optionValues }) => [id, optionValues])).toEqual([
      [red?.id, ["red"]],
      [blue?.id, ["blue"]],
      [expect.anything(), ["green"]],
    ]);
    expect(storedProduct(shop).options).toEqual([
      { name: "Color", values: ["red", "green", "blue"] },
    ]);
  });

  test("finds a variant with a renamed value by its SKU", async () => {
    const shop = importShop();
    await shop.importRecords(mugRecord({ options: ["Color"], variants: inColors("red", "blue") }));
    const [red] = storedProduct(shop).variants;

    await shop.importRecords(
      mugRecord({
        options: ["Color"],
        variants: [variantRecord({ optionValues: ["crimson"], sku: "MUG-red" })],
      }),
    );

    expect(storedProduct(shop).variants[0]).toMatchObject({
      id: red?.id,
      optionValues: ["crimson"],
    });
    expect(storedProduct(shop).options).toEqual([{ name: "Color", values: ["blue", "crimson"] }]);
  });

  test("keeps the old variant if its SKU moves to a new variant", async () => {
    const shop = importShop();
    await shop.importRecords(
      mugRecord({
        options: ["Color"],
        variants: [variantRecord({ optionValues: ["red"], sku: "MUG" })],
      }),
    );
    const [red] = storedProduct(shop).variants;

    await shop.importRecords(
      mugRecord({
        options: ["Color"],
        variants: [
          variantRecord({ optionValues: ["green"], sku: "MUG" }),
          variantRecord({ optionValues: ["red"], sku: "MUG-R" }),
        ],
      }),
    );

    expect(
      storedProduct(shop).variants.map(({ id, optionValues, sku }) => [
        id === red?.id,
        optionValues,
        sku,
      ]),
    ).toEqual([
      [false, ["green"], "MUG"],
      [true, ["red"], "MUG-R"],
    ]);
  });

  test("reorders and renames options", async () => {
    const shop = importShop();
    await shop.importRecords(
      mugRecord({
        options: ["Color", "Size"],
        variants: [
          variantRecord({ optionValues: ["red", "L"] }),
          variantRecord({ optionValues: ["red", "S"] }),
        ],
      }),
    );

    await shop.importRecords(
      mugRecord({
        options: ["Size", "Colour"],
        variants: [variantRecord({ optionValues: ["L", "red"], sku: "L" })],
      }),
    );

    expect(storedProduct(shop).options).toEqual([
      { name: "Size", values: ["L", "S"] },
      { name: "Colour", values: ["red"], keys: { name: "Color" } },
    ]);
    expect(
      storedProduct(shop).variants.map(({ optionValues, sku }) => [optionValues, sku]),
    ).toEqual([
      [["L", "red"], "L"],
      [["S", "red"], null],
    ]);
  });

  test("a renamed option keeps its key, swatches and translations, one with other values does not", async () => {
    const shop = importShop();
    const files = (option: string, values: readonly string[]) =>
      mugRecord({
        options: [option],
        variants: values.map((value) => variantRecord({ optionValues: [value], sku: value })),
      });
    await shop.importRecords({
      ...files("Color", ["red", "blue"]),
      swatches: [[{ value: "red", color: "#ff0000" }]],
    });
    const { id } = storedProduct(shop);
    await shop.catalog.productTranslationsSet(
      {
        id,
        translations: [{ locale: "de", options: [{ name: "Color", translation: "Farbe" }] }],
      },
      OPERATOR,
    );

    await shop.importRecords(files("Colour", ["blue", "red"]));
    const renamed = storedProduct(shop);
    await shop.importRecords({
      ...files("Material", ["wood", "steel"]),
      variants: [
        variantRecord({ optionValues: ["wood"], sku: "red" }),
        variantRecord({ optionValues: ["steel"], sku: "blue" }),
      ],
    });

    expect(renamed.options).toEqual([
      {
        name: "Colour",
        values: ["red", "blue"],
        swatches: [{ value: "red", color: "#ff0000" }],
        keys: { name: "Color" },
      },
    ]);
    expect(renamed.translations[0]?.options).toMatchObject([{ name: "Colour", text: "Farbe" }]);
    expect(storedProduct(shop).options[0]).toEqual({
      name: "Material",
      values: ["wood", "steel"],
    });
  });

  test("adds the first option, and the only variant becomes the one with its SKU, else the first one", async () => {
    const shop = importShop();
    await shop.importRecords(mugRecord());
    const [only] = storedProduct(shop).variants;

    await shop.importRecords(mugRecord({ options: ["Color"], variants: inColors("red", "blue") }));

    expect(
      storedProduct(shop).variants.map(({ id, optionValues }) => [id === only?.id, optionValues]),
    ).toEqual([
      [true, ["red"]],
      [false, ["blue"]],
    ]);
    expect(storedProduct(shop).options).toEqual([{ name: "Color", values: ["red", "blue"] }]);

    await shop.importRecords(mugRecord({ slug: "cup", variants: [variantRecord({ sku: "CUP" })] }));
    const [cup] = storedProduct(shop, "cup").variants;
    await shop.importRecords(
      mugRecord({
        slug: "cup",
        options: ["Color"],
        variants: [
          variantRecord({ optionValues: ["red"] }),
          variantRecord({ optionValues: ["blue"], sku: "CUP" }),
        ],
      }),
    );

    expect(
      storedProduct(shop, "cup").variants.map(({ id, optionValues }) => [
        id === cup?.id,
        optionValues,
      ]),
    ).toEqual([
      [false, ["red"]],
      [true, ["blue"]],
    ]);
  });

  test.each([
    ["removes all options", { options: ["Title"], variants: [variantRecord()] }],
    [
      "adds an option without mentioning every variant",
      {
        options: ["Color", "Size"],
        variants: [variantRecord({ optionValues: ["red", "L"], sku: "MUG-red" })],
      },
    ],
    [
      "has no option columns and mentions an unknown SKU",
      { variants: [variantRecord({ optionValues: [], sku: "OTHER" })] },
    ],
  ])(
    "refuses a file that %s, because a stored variant would lose its option values",
    async (_, more) => {
      const shop = importShop();
      await shop.importRecords(
        mugRecord({ options: ["Color"], variants: inColors("red", "blue") }),
      );
      const { options: _options, ...record } = mugRecord();

      const [report] = await shop.importRecords({ ...record, ...more });

      expect(report).toMatchObject({
        outcome: "refused",
        defects: [{ code: "INVALID_OPTIONS", line: 2 }],
      });
      expect(storedProduct(shop).version).toBe(1);
    },
  );

  test("finds variants by their SKU if the file has no option columns", async () => {
    const shop = importShop();
    await shop.importRecords(mugRecord({ options: ["Color"], variants: inColors("red", "blue") }));
    const { options: _, ...record } = mugRecord();

    await shop.importRecords({
      ...record,
      variants: [variantRecord({ optionValues: [], sku: "MUG-blue", barcode: "123" })],
    });

    expect(storedProduct(shop).variants.map(({ barcode }) => barcode)).toEqual([null, "123"]);
  });

  test("reports a tax code that names no tax category of the shop, and keeps it", async () => {
    const shop = importShop();
    const sizes = (...codes: readonly (string | null)[]) =>
      mugRecord({
        options: ["Size"],
        variants: codes.map((taxCode, n) =>
          variantRecord({ optionValues: [`Size ${n}`], sku: `MUG-${n}`, taxCode }),
        ),
      });
    const codesOf = async (...codes: readonly (string | null)[]) =>
      (await shop.importRecords(sizes(...codes)))[0]?.warnings.map(({ code, value }) => [
        code,
        value,
      ]);

    expect(await codesOf("P0000000", null)).toEqual([]);
    await shop.pricing.taxCategoryCreate({ taxCategory: { key: "books" } }, OPERATOR);

    expect(await codesOf("P0000000", "Books", null)).toEqual([
      ["TAX_CATEGORY_NOT_FOUND", "P0000000"],
    ]);
    expect(storedProduct(shop).variants.map(({ taxCode }) => taxCode)).toEqual([
      "P0000000",
      "Books",
      null,
    ]);
  });
});

test("new option values stand where the file has them, and known ones keep their order", async () => {
  const shop = importShop();
  await shop.importRecords(
    mugRecord({ options: ["Color"], variants: inColors("red", "blue", "green") }),
  );

  await shop.importRecords(
    mugRecord({ options: ["Color"], variants: inColors("black", "blue", "grey", "red", "white") }),
  );

  expect(storedProduct(shop).options[0]?.values).toEqual([
    "grey",
    "red",
    "black",
    "blue",
    "green",
    "white",
  ]);
});
