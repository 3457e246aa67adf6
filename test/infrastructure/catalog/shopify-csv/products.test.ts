import { describe, expect, test } from "vitest";
import { csv, readCsv } from "../../../builders/csv-file.js";

const first = async (...file: Parameters<typeof readCsv>) => {
  const [entry] = (await readCsv(...file)).all;
  if (!entry) throw new Error("The file has no product.");
  return entry;
};
const defectsOf = async (...file: Parameters<typeof readCsv>) =>
  (await readCsv(...file)).all.flatMap(({ defects }) => defects);

describe("columns", () => {
  test("old and new names mean the same, in any order, case and spacing", async () => {
    const old = await first(
      csv(
        "Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty,Image Src",
        "mug,Mug,Holds tea,Size,L,MUG-L,4.50,7,https://img.example/mug.jpg",
      ),
    );
    const current = await first(
      csv(
        "product IMAGE  url,inventory quantity,PRICE,sku,Option / 1 Value,option1 name,Description,title, URL  Handle ",
        "https://img.example/mug.jpg,7,4.50,MUG-L,L,Size,Holds tea,Mug,mug",
      ),
    );

    const essence = ({ sheet }: typeof old) => ({
      ...sheet,
      columns: null,
      images: sheet?.images.map(({ url }) => url),
    });
    expect(essence(current)).toEqual(essence(old));
    expect(old.sheet).toMatchObject({
      slug: "mug",
      title: "Mug",
      descriptionHtml: "Holds tea",
      options: ["Size"],
      variants: [{ optionValues: ["L"], sku: "MUG-L", price: "4.50", onHand: 7 }],
    });
  });

  test("two columns that mean the same make the file unusable", async () => {
    await expect(
      readCsv(csv("Handle,Title,Price,Variant Price", "mug,Mug,4,5")),
    ).rejects.toMatchObject({ remarks: [{ code: "COLUMN_TWICE", column: "Variant Price" }] });
  });

  test("unknown columns are listed, and so are those that are understood but have no place", async () => {
    const file = await readCsv(
      csv(
        "Title,Shelf,Fulfillment service,Option1 Linked To,Included / 日本,Price / EU,Variant Fulfillment Service,",
        "Mug,3,manual,,true,4,manual,x",
      ),
    );

    expect(file.unknownColumns).toEqual(["Shelf", "(column 8, without a name)"]);
    expect(file.columnsNotKept).toEqual([
      "Fulfillment service",
      "Option1 Linked To",
      "Included / 日本",
      "Price / EU",
      "Variant Fulfillment Service",
    ]);
  });

  test("an absent column leaves its field out, an empty cell blanks it", async () => {
    const { sheet } = await first(
      csv(
        "Handle,Vendor,Variant SKU,Variant Barcode,Variant Price,Option1 Name,Option1 Value",
        "mug,,,,4,Title,Default Title",
      ),
    );

    expect(sheet).toMatchObject({
      vendor: "",
      variants: [{ sku: null, barcode: null, price: "4.00" }],
    });
    expect(sheet).not.toHaveProperty("title");
    expect(sheet?.variants[0]).not.toHaveProperty("compareAt");
  });

  test("metafields come from columns of their own, from Google's columns, and from rows that name one", async () => {
    const { sheet } = await first(
      csv(
        "Handle,Title,Colour (product.metafields.shopify.color-pattern),Google Shopping / MPN,Metafield Namespace,Metafield Key,Metafield Value,Metafield Value Type",
        "mug,Mug,blue,M-1,,,,",
        "mug,,,,facts,volume,300,integer",
      ),
    );

    expect(sheet?.metafields).toEqual([
      { namespace: "shopify", key: "color-pattern", type: "TEXT", value: "blue" },
      { namespace: "google", key: "mpn", type: "TEXT", value: "M-1" },
      { namespace: "facts", key: "volume", type: "INTEGER", value: "300" },
    ]);
  });
});

test("a column of custom fields has one type in the whole file: text in lines where one cell has several", async () => {
  const { all } = await readCsv(
    csv(
      "Handle,Title,Care (product.metafields.facts.care),Make (product.metafields.facts.make)",
      "mug,Mug,by hand,clay",
      'cup,Cup,"by hand\nor not",clay',
    ),
  );

  expect(all.map(({ sheet }) => sheet?.metafields?.map(({ type }) => type))).toEqual([
    ["MULTILINE_TEXT", "TEXT"],
    ["MULTILINE_TEXT", "TEXT"],
  ]);
});

describe("rows", () => {
  test("options are named on the first row, images stand in rows of their own, and a variant may share its row with any image", async () => {
    const { sheet, warnings } = await first(
      csv(
        "Handle,Title,Option1 Name,Option1 Value,Variant Price,Image Src,Image Position,Image Alt Text,Variant Image",
        "mug,Mug,Size,S,4,https://img.example/b.jpg ,2,Back,",
        "mug,,,L,5,,,,https://img.example/b.jpg",
        "mug,,,,,https://img.example/a.jpg,1,Front,",
      ),
    );

    expect(sheet?.variants.map(({ optionValues, imageUrl }) => [optionValues, imageUrl])).toEqual([
      [["S"], null],
      [["L"], "https://img.example/b.jpg"],
    ]);
    expect(sheet?.images.map(({ url, position, alt }) => [url, position, alt])).toEqual([
      ["https://img.example/b.jpg", 2, "Back"],
      ["https://img.example/a.jpg", 1, "Front"],
    ]);
    expect(warnings).toEqual([]);
  });

  test("an image that stands twice is taken once, at the lowest of its positions", async () => {
    const { sheet, warnings } = await first(
      csv(
        "Handle,Title,Image Src,Image Position",
        "mug,Mug,https://img.example/a.jpg,3",
        "mug,,https://img.example/a.jpg,1",
      ),
    );

    expect(sheet?.images).toMatchObject([{ url: "https://img.example/a.jpg", position: 1 }]);
    expect(warnings).toMatchObject([{ code: "IMAGE_REPEATED", line: 3 }]);
  });

  test("a row with option names but no value, SKU or price describes the product and sells nothing", async () => {
    const { sheet } = await first(
      csv(
        "Handle,Title,Option1 Name,Option1 Value,Variant Price",
        "shoe,Shoe,Color,,",
        "shoe,,,White,10",
        "shoe,,,Black,20",
      ),
    );

    expect(sheet).toMatchObject({
      options: ["Color"],
      variants: [{ optionValues: ["White"] }, { optionValues: ["Black"] }],
    });
  });

  test("a bare Default Title above real options sells nothing either, and that is said", async () => {
    const { sheet, warnings } = await first(
      csv(
        "Handle,Title,Option1 Name,Option1 Value,Variant Price",
        "cap,Cap,,Default Title,",
        "cap,,color,Black,5",
      ),
    );

    expect(sheet?.variants).toMatchObject([{ optionValues: ["Black"] }]);
    expect(warnings).toMatchObject([{ code: "DEFAULT_TITLE_ROW", line: 2 }]);
  });

  test("without a handle column the title makes the slug, in any script", async () => {
    const { all } = await readCsv(csv("Title,Variant Price", "Premium Coffee,4", "ほうれん草,2"));

    expect(all.map(({ sheet }) => sheet?.slug)).toEqual(["premium-coffee", "ほうれん草"]);
  });

  test("rows of a product may lie far apart, and its handle may change its case", async () => {
    const { all } = await readCsv(
      csv(
        "Handle,Title,Option1 Name,Option1 Value",
        "mug,Mug,Size,S",
        "pot,Pot,Title,Default Title",
        "MUG,,,L",
      ),
    );

    expect(all.map(({ name, sheet }) => [name, sheet?.variants.length])).toEqual([
      ["pot", 1],
      ["mug", 2],
    ]);
    expect(all[1]?.warnings).toMatchObject([
      { code: "HANDLE_REPEATED", reason: expect.stringContaining("2, 4") as string },
    ]);
  });

  test("a blank Published publishes, and words count in any case", async () => {
    const { all } = await readCsv(
      csv(
        "Title,Published,Status,Variant Inventory Policy,Variant Inventory Tracker,Variant Price",
        "Mug,,Active,CONTINUE,,1.5",
        "Pot,false,draft,deny,shopify,1.5",
      ),
    );

    expect(
      all.map(({ sheet }) => [
        sheet?.published,
        sheet?.status,
        sheet?.variants[0]?.soldOutPolicy,
        sheet?.variants[0]?.tracked,
      ]),
    ).toEqual([
      [true, "ACTIVE", "CONTINUE", false],
      [false, "DRAFT", "DENY", true],
    ]);
  });

  test("fractional grams become whole milligrams, other units count too", async () => {
    const { all } = await readCsv(
      csv(
        "Title,Variant Price,Variant Grams,Variant Weight,Variant Weight Unit",
        "Mug,1.5,180.98335563,,lb",
        "Pot,1.5,0.0,,kg",
        "Pan,1.5,,2,lb",
        "Cup,1.5,,,g",
      ),
    );

    expect(all.map(({ sheet }) => sheet?.variants[0]?.weightMilligrams)).toEqual([
      180_983,
      0,
      907_185,
      null,
    ]);
  });

  test("an apostrophe that protects a barcode or a formula goes, one that belongs to a title stays", async () => {
    const { sheet } = await first(
      csv("Title,Vendor,Variant Barcode,Variant SKU", "'Til Dawn,'=Best & Co,'0123,'-12"),
    );

    expect(sheet).toMatchObject({
      title: "'Til Dawn",
      vendor: "=Best & Co",
      variants: [{ barcode: "0123", sku: "-12" }],
    });
  });
});

describe("what deserves a word, but does not stop a product", () => {
  test.each([
    ["a quantity below zero", "shopify,-5,4.00,", "NEGATIVE_QUANTITY"],
    ["a quantity without a tracker", ",5,4.00,", "NOT_TRACKED"],
    ["a compare-at price that is not above the price", "shopify,5,4.00,4.00", "NOT_REDUCED"],
    ["a missing price", "shopify,5,,", "NO_PRICE"],
  ])("%s", async (_, cells, code) => {
    const { sheet, defects, warnings } = await first(
      csv(
        "Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price",
        `Mug,MUG,${cells}`,
      ),
    );

    expect(sheet?.variants).toHaveLength(1);
    expect(defects).toEqual([]);
    expect(warnings).toMatchObject([{ code, line: 2 }]);
  });

  test("a quantity in a file that has no column for the tracker", async () => {
    const { sheet, warnings } = await first(
      csv("Title,Variant SKU,Variant Inventory Qty,Variant Price", "Mug,MUG,5,4.00"),
    );

    expect(sheet?.variants[0]).toMatchObject({ onHand: 5 });
    expect(warnings).toMatchObject([{ code: "TRACKER_UNKNOWN", line: 2, value: "5" }]);
  });
});

describe("what stops a product", () => {
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
      "mug,Mug,Title,Default Title,,4.999,,,,,",
      "INVALID_PRICE",
      "Variant Price",
      "4.999",
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
    "%s is named with line, column, value, reason and advice",
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

  test("a row that lacks a cell is refused, with the value that gives the slip away", async () => {
    const { all } = await readCsv(
      csv(
        "Title,Google Shopping / MPN,Variant Image,Variant Weight Unit,Status",
        "Mug,,https://img.example/a.jpg,g,active",
        "Pot,https://img.example/b.jpg,g,active",
      ),
    );

    expect(
      all.map(({ sheet, defects }) => [sheet !== null, defects.map(({ code }) => code)]),
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

  test("blank cells beyond the last column do no harm, filled ones do", async () => {
    expect(
      (await defectsOf(csv("Title,Vendor", "Mug,Plinth,,", "Pot,Smith, Jones & Co"))).map(
        ({ code, line }) => [code, line],
      ),
    ).toEqual([["RAGGED_ROW", 3]]);
  });

  test("a SKU that is used twice stops both products, each naming the line of the other", async () => {
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

  test("a combination that stands twice names both lines, and the handle that begins twice", async () => {
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

  test("one handle under two titles is two products, which nobody may mix", async () => {
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

  test("an option that is called otherwise further down is a slip", async () => {
    expect(
      await defectsOf(
        csv("Handle,Title,Option1 Name,Option1 Value", "mug,Mug,Color,red", "mug,,Size,L"),
      ),
    ).toMatchObject([{ code: "OPTION_NAME_CHANGES", line: 3 }]);
  });

  test("a row without handle and title stops the product above it too", async () => {
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

describe("how prices are written", () => {
  test("a comma before the cents is never guessed, but read when it is said", async () => {
    const file = csv("Title;Variant Price;Variant Grams", "Mug;12,90;1,5", "Chest;1.234,50;2");

    await expect(readCsv(file)).rejects.toMatchObject({
      remarks: [
        {
          code: "DECIMAL_COMMA",
          line: 2,
          value: "12,90",
          advice: expect.stringContaining("--decimal comma") as string,
        },
      ],
    });
    const { all, dialect } = await readCsv(file, { decimal: "comma" });
    expect(dialect).toMatchObject({ decimal: "comma", forced: ["decimal"] });
    expect(
      all.map(({ sheet }) => [sheet?.variants[0]?.price, sheet?.variants[0]?.weightMilligrams]),
    ).toEqual([
      ["12.90", 1_500],
      ["1234.50", 2_000],
    ]);
  });

  test("one comma among points is a defect of its product", async () => {
    expect(await defectsOf(csv("Title;Variant Price", "Mug;12.90", "Pot;13,90"))).toMatchObject([
      {
        code: "INVALID_PRICE",
        line: 3,
        value: "13,90",
        advice: expect.stringContaining("--decimal comma") as string,
      },
    ]);
  });

  test("prices that may be cents are never guessed, but read as it is said", async () => {
    const file = csv(
      "Title,Variant Price,Variant Compare At Price",
      "Cabinet,402900,477200",
      "Rack,1290,",
    );

    await expect(readCsv(file)).rejects.toMatchObject({
      remarks: [
        {
          code: "PRICE_UNIT",
          line: 2,
          value: "402900",
          reason: expect.stringContaining("4029.00 or 402900.00") as string,
          advice: expect.stringContaining("--price-unit minor") as string,
        },
      ],
    });
    const prices = async (priceUnit: "minor" | "major") =>
      (await readCsv(file, { priceUnit })).all.map(({ sheet }) => sheet?.variants[0]?.price);
    expect(await prices("minor")).toEqual(["4029.00", "12.90"]);
    expect(await prices("major")).toEqual(["402900.00", "1290.00"]);
  });

  test("whole prices are in order where the currency has no cents, or where one is small", async () => {
    expect(
      (await readCsv(csv("Title,Variant Price", "Mug,1290"), { currency: "JPY" })).all[0]?.sheet
        ?.variants[0]?.price,
    ).toBe("1290");
    expect(
      (await readCsv(csv("Title,Variant Price", "Mug,1290", "Pot,5"))).all.map(
        ({ sheet }) => sheet?.variants[0]?.price,
      ),
    ).toEqual(["1290.00", "5.00"]);
  });
});
