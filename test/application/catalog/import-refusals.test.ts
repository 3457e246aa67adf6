import { describe, expect, test } from "vitest";
import { imageRecord, mugRecord, variantRecord, withDefect } from "../../builders/mug-record.js";
import { importShop, storedProduct } from "./import-shop.js";

describe("an imported product with defects", () => {
  test("is refused as a whole, with the location and reason of every defect", async () => {
    const shop = importShop();

    const [report] = await shop.importRecords(
      mugRecord({
        title: " ",
        slug: "a mug!",
        variants: [
          variantRecord({ sku: "MUG", price: "-1.00", location: { line: 5, column: null } }),
        ],
        images: [imageRecord("with blanks in it")],
      }),
    );

    expect(report?.defects.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["INVALID_SLUG", 2, "Handle"],
      ["INVALID_TEXT", 2, "Title"],
      ["INVALID_MEDIA", 2, "Image Src"],
      ["NEGATIVE_PRICE", 5, null],
    ]);
    expect(shop.database.outbox).toEqual([]);
  });

  test("does not prevent the import of the others", async () => {
    const shop = importShop();

    const reports = await shop.importRecords(
      mugRecord({ title: "" }),
      mugRecord({ slug: "pot", variants: [] }),
    );

    expect(reports.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["mug", "refused"],
      ["pot", "created"],
    ]);
  });

  test("has a defect that names the product with its SKU", async () => {
    const shop = importShop();
    await shop.importRecords(mugRecord());

    const [report] = await shop.importRecords(mugRecord({ slug: "other-mug" }));

    expect(report).toMatchObject({
      outcome: "refused",
      defects: [
        {
          code: "SKU_TAKEN",
          line: 2,
          column: "Variant SKU",
          value: "MUG",
          reason: expect.stringContaining('"mug"') as string,
        },
      ],
    });
  });

  test("has a defect if the title of its collection is invalid, and the others are imported", async () => {
    const shop = importShop();

    const reports = await shop.importRecords(
      mugRecord({ collection: "Long ".repeat(60) }),
      mugRecord({ slug: "pot", variants: [], collection: "Tea" }),
    );

    expect(
      reports.map(({ outcome, defects }) => [
        outcome,
        defects.map(({ code, line }) => [code, line]),
      ]),
    ).toEqual([
      ["refused", [["INVALID_TEXT", 2]]],
      ["created", []],
    ]);
  });

  test("keeps its stored state if a cell has a defect", async () => {
    const shop = importShop();
    await shop.importRecords(mugRecord());

    const [report] = await shop.importRecords(withDefect(mugRecord({ title: "Cup" })));

    expect(report).toMatchObject({
      outcome: "refused",
      defects: [{ code: "INVALID_PRICE" }],
      variants: { refused: 1 },
    });
    expect(storedProduct(shop).title).toBe("Mug");
  });
});
