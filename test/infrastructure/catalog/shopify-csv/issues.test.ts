import { describe, expect, test } from "vitest";
import { csv, readCsv } from "../../../builders/csv-file.js";

const first = async (...file: Parameters<typeof readCsv>) => {
  const [entry] = (await readCsv(...file)).all;
  if (!entry) throw new Error("The file has no product.");
  return entry;
};
const defectsOf = async (...file: Parameters<typeof readCsv>) =>
  (await readCsv(...file)).all.flatMap(({ defects }) => defects);

describe("a product is imported with a warning:", () => {
  test.each([
    ["a quantity below zero", "shopify,-5,4.00,", "NEGATIVE_QUANTITY"],
    ["a quantity without a tracker", ",5,4.00,", "NOT_TRACKED"],
    ["a compare-at price that is not above the price", "shopify,5,4.00,4.00", "NOT_REDUCED"],
    ["a missing price", "shopify,5,,", "NO_PRICE"],
  ])("%s", async (_, cells, code) => {
    const {
      record: sheet,
      defects,
      warnings,
    } = await first(
      csv(
        "Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price",
        `Mug,MUG,${cells}`,
      ),
    );

    expect(sheet?.variants).toHaveLength(1);
    expect(defects).toEqual([]);
    expect(warnings).toMatchObject([{ code, line: 2 }]);
  });

  test("a quantity in a file without a column for the tracker", async () => {
    const { record: sheet, warnings } = await first(
      csv("Title,Variant SKU,Variant Inventory Qty,Variant Price", "Mug,MUG,5,4.00"),
    );

    expect(sheet?.variants[0]).toMatchObject({ onHand: 5 });
    expect(warnings).toMatchObject([{ code: "TRACKER_UNKNOWN", line: 2, value: "5" }]);
  });

  test("an unknown country of origin, which is left as it is; names and other headers are known", async () => {
    const origin = async (header: string, cell: string) => {
      const { record, warnings } = await first(
        csv(`Title,SKU,Price,${header}`, `Mug,MUG,4,${cell}`),
      );
      return [record?.variants[0]?.countryOfOrigin, warnings];
    };

    expect(await origin("COO", "Portugal")).toEqual(["PT", []]);
    expect(await origin("country of origin", "pt")).toEqual(["PT", []]);
    expect(await origin("Variant Country of Origin", "")).toEqual([null, []]);
    expect(await origin("Variant Country of Origin", "Atlantis")).toMatchObject([
      undefined,
      [
        {
          code: "UNKNOWN_COUNTRY",
          line: 2,
          column: "Variant Country of Origin",
          value: "Atlantis",
        },
      ],
    ]);
  });
});

describe("a product is refused:", () => {
  const COLUMNS =
    "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty,Variant Weight Unit,Status,Image Position,Image Src";

  test.each([
    [
      "a price with a currency sign",
      "mug,Mug,Title,Default Title,,$4,,,,,",
      "INVALID_PRICE",
      "Variant Price",
      "$4",
    ],
    [
      "more decimals than the currency has",
      "mug,Mug,Title,Default Title,,4.9999,,,,,",
      "INVALID_PRICE",
      "Variant Price",
      "4.9999",
    ],
    [
      "half a piece",
      "mug,Mug,Title,Default Title,,4,1.5,,,,",
      "INVALID_QUANTITY",
      "Variant Inventory Qty",
      "1.5",
    ],
    [
      "an unknown unit",
      "mug,Mug,Title,Default Title,,4,,stone,,,",
      "UNKNOWN_VALUE",
      "Variant Weight Unit",
      "stone",
    ],
    [
      "an unknown status",
      "mug,Mug,Title,Default Title,,4,,,sold,,",
      "UNKNOWN_VALUE",
      "Status",
      "sold",
    ],
    [
      "a position that is none",
      "mug,Mug,Title,Default Title,,4,,,,first,https://img.example/a.jpg",
      "INVALID_POSITION",
      "Image Position",
      "first",
    ],
    ["an option without a name", "mug,Mug,,L,,4,,,,,", "OPTION_WITHOUT_NAME", "Option1 Name", "L"],
  ])(
    "%s is reported with line, column, value, reason and advice",
    async (_, row, code, column, value) => {
      expect(await defectsOf(csv(COLUMNS, row))).toEqual([
        {
          code,
          line: 2,
          column,
          value,
          reason: expect.any(String) as string,
          advice: expect.any(String) as string,
        },
      ]);
    },
  );

  test("a row with a missing cell is refused, with a value that is in a wrong column", async () => {
    const { all } = await readCsv(
      csv(
        "Title,Google Shopping / MPN,Variant Image,Variant Weight Unit,Status",
        "Mug,,https://img.example/a.jpg,g,active",
        "Pot,https://img.example/b.jpg,g,active",
      ),
    );

    expect(
      all.map(({ record: sheet, defects }) => [sheet !== null, defects.map(({ code }) => code)]),
    ).toEqual([
      [true, []],
      [false, ["RAGGED_ROW"]],
    ]);
    expect(all[1]?.defects).toMatchObject([
      {
        line: 3,
        column: "Google Shopping / MPN",
        value: "https://img.example/b.jpg",
        reason: expect.stringContaining("4 cells where the header has 5") as string,
      },
    ]);
  });

  test("blank cells after the last column are accepted, filled ones are refused", async () => {
    expect(
      (await defectsOf(csv("Title,Vendor", "Mug,Plinth,,", "Pot,Smith, Jones & Co"))).map(
        ({ code, line }) => [code, line],
      ),
    ).toEqual([["RAGGED_ROW", 3]]);
  });

  test("both products with the same SKU are refused, each with the line of the other", async () => {
    const defects = await defectsOf(csv("Title,Variant SKU", "Mug,A-1", "Pot,A-1", "Pan,A-2"));

    expect(defects).toMatchObject([
      {
        code: "SKU_TAKEN",
        line: 2,
        value: "A-1",
        reason: expect.stringContaining("line 3") as string,
      },
      {
        code: "SKU_TAKEN",
        line: 3,
        value: "A-1",
        reason: expect.stringContaining("line 2") as string,
      },
    ]);
  });

  test("a repeated combination is reported with both lines, and with a handle that begins twice", async () => {
    const defects = await defectsOf(
      csv(
        "Handle,Title,Option1 Name,Option1 Value",
        "mug,Mug,Color,red",
        "pot,Pot,Title,Default Title",
        "mug,Mug,Color,red",
      ),
    );

    expect(defects).toMatchObject([
      {
        code: "DUPLICATE_VARIANT",
        line: 4,
        column: "Option1 Value",
        value: "red",
        reason: expect.stringContaining("line 2") as string,
        advice: expect.stringContaining("lines 2, 4") as string,
      },
    ]);
  });

  test("a handle with two titles is refused", async () => {
    expect(await defectsOf(csv("Handle,Title", "mug,Mug", "mug,Pot"))).toMatchObject([
      {
        code: "TWO_PRODUCTS",
        line: 3,
        column: "Title",
        value: "Pot",
        reason: expect.stringContaining('"Mug" on line 2') as string,
      },
    ]);
  });

  test("an option with another name in a later row is refused", async () => {
    expect(
      await defectsOf(
        csv("Handle,Title,Option1 Name,Option1 Value", "mug,Mug,Color,red", "mug,,Size,L"),
      ),
    ).toMatchObject([{ code: "OPTION_NAME_CHANGES", line: 3 }]);
  });

  test("a row without handle and title is refused together with the product above it", async () => {
    const { all } = await readCsv(
      csv(
        "Handle,Title,Option1 Name,Option1 Value",
        "pot,Pot,Title,Default Title",
        "mug,Mug,Color,red",
        ",,,blue",
      ),
    );

    expect(
      all.map(({ name, defects }) => [name, defects.map(({ code, line }) => [code, line])]),
    ).toEqual([
      ["pot", []],
      ["mug", [["NO_HANDLE", 4]]],
    ]);
  });
});
