import { describe, expect, test } from "vitest";
import { GUEST, OPERATOR, PermissionDenied } from "../../../src/application/shared/viewer.js";
import {
  fileOf,
  imageRecord,
  mugRecord,
  variantRecord,
  withDefect,
} from "../../builders/mug-record.js";
import { inMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";
import { importShop, rowsOf } from "./import-shop.js";

describe("an import of products", () => {
  test("requires the permission to write the catalogue", async () => {
    await expect(
      inMemoryCatalog().catalog.importProducts({ file: fileOf(mugRecord()) }, GUEST),
    ).rejects.toThrow(PermissionDenied);
  });

  test("counts the outcomes of products, variants and images", async () => {
    const shop = importShop();
    await shop.importRecords(mugRecord());

    const report = await shop.catalog.importProducts(
      {
        file: fileOf(
          mugRecord(),
          mugRecord({ slug: "pot", variants: [], images: [imageRecord("pot")] }),
          withDefect(mugRecord({ slug: "pan" })),
        ),
      },
      OPERATOR,
    );

    expect(report).toEqual({
      rows: 3,
      products: { created: 1, updated: 0, unchanged: 1, refused: 1 },
      variants: { created: 1, updated: 0, unchanged: 1, refused: 1 },
      images: { created: 1, updated: 0, unchanged: 0, refused: 0 },
      interrupted: false,
      refusedWhole: false,
    });
  });

  test("reports the same in a dry run, and changes nothing", async () => {
    const shop = importShop();
    await shop.importRecords(mugRecord());
    const before = structuredClone([
      ...shop.database.rows("product"),
      ...shop.database.rows("price"),
    ]);
    const file = fileOf(
      mugRecord({ title: "Cup" }),
      mugRecord({ slug: "other-mug" }),
      mugRecord({ slug: "pot", variants: [], collection: "New" }),
    );

    const dryRun = await shop.catalog.importProducts({ file, dryRun: true }, OPERATOR);

    expect([...shop.database.rows("product"), ...shop.database.rows("price")]).toEqual(before);
    expect(rowsOf(shop, "collection")).toEqual([]);
    expect(dryRun.products).toEqual({ created: 1, updated: 1, unchanged: 0, refused: 1 });
    expect(await shop.catalog.importProducts({ file }, OPERATOR)).toEqual(dryRun);
  });

  test("imports nothing of a file with a defect in strict mode, even if the defect is in the last batch", async () => {
    const shop = importShop();
    const many = Array.from({ length: 450 }, (_, index) =>
      mugRecord({ slug: `mug-${index}`, variants: [] }),
    );

    const report = await shop.catalog.importProducts(
      { file: fileOf(...many, withDefect(mugRecord())), strict: true },
      OPERATOR,
    );

    expect(report).toMatchObject({ refusedWhole: true, products: { created: 0, refused: 1 } });
    expect(rowsOf(shop, "product")).toEqual([]);
    expect(
      await shop.catalog.importProducts({ file: fileOf(...many), strict: true }, OPERATOR),
    ).toMatchObject({ refusedWhole: false, products: { created: 450 } });
  });

  test("keeps what it reported if it is interrupted, and imports the rest when it is run again", async () => {
    const shop = importShop();
    const many = Array.from({ length: 700 }, (_, index) =>
      mugRecord({ slug: `mug-${index}`, variants: [] }),
    );
    const signal = { aborted: false };

    const interrupted = await shop.catalog.importProducts(
      { file: fileOf(...many), signal, onProduct: () => (signal.aborted = true) },
      OPERATOR,
    );

    expect(interrupted).toMatchObject({ interrupted: true, products: { created: 400 } });
    expect(rowsOf(shop, "product")).toHaveLength(400);
    expect(await shop.catalog.importProducts({ file: fileOf(...many) }, OPERATOR)).toMatchObject({
      interrupted: false,
      products: { created: 300, unchanged: 400 },
    });
  });

  test("stores the products of a batch one by one if two of them conflict, and imports the rest", async () => {
    const shop = importShop();
    const twin = variantRecord({ sku: "TWIN" });

    const reports = await shop.importRecords(
      mugRecord(),
      mugRecord({ slug: "pot", variants: [twin] }),
      mugRecord({ slug: "pan", variants: [twin] }),
    );

    expect(
      reports.map(({ name, outcome, defects }) => [name, outcome, defects.map(({ code }) => code)]),
    ).toEqual([
      ["mug", "created", []],
      ["pot", "created", []],
      ["pan", "refused", ["SKU_TAKEN"]],
    ]);
    expect(
      shop.database.outbox.filter(({ type }) => type === "catalog.product-created"),
    ).toHaveLength(2);
  });
});
