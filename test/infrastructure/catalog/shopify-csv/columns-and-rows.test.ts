import { describe, expect, test } from "vitest";
import { csv, readCsv } from "../../../builders/csv-file.js";

const first = async (...file: Parameters<typeof readCsv>) => {
  const [entry] = (await readCsv(...file)).all;
  if (!entry) throw new Error("The file has no product.");
  return entry;
};

describe("columns", () => {
  test("old and new names of a column have the same meaning, in any order, case and spacing", async () => {
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

    const essence = ({ record: sheet }: typeof old) => ({
      ...sheet,
      columns: null,
      images: sheet?.images.map(({ url }) => url),
    });
    expect(essence(current)).toEqual(essence(old));
    expect(old.record).toMatchObject({
      slug: "mug",
      title: "Mug",
      descriptionHtml: "Holds tea",
      options: ["Size"],
      variants: [{ optionValues: ["L"], sku: "MUG-L", price: "4.50", onHand: 7 }],
    });
  });

  test("two columns with the same meaning make the file unusable", async () => {
    await expect(
      readCsv(csv("Handle,Title,Price,Variant Price", "mug,Mug,4,5")),
    ).rejects.toMatchObject({ issues: [{ code: "COLUMN_TWICE", column: "Variant Price" }] });
  });

  test("unknown columns are listed, and so are known ones that the shop cannot store", async () => {
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

  test("a field without a column is absent, a field with an empty cell is empty", async () => {
    const { record: sheet } = await first(
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

  test("metafields are read from their own columns, from Google's columns, and from rows with one metafield each", async () => {
    const { record: sheet } = await first(
      csv(
        "Handle,Title,Colour (product.metafields.shopify.color-pattern),Google Shopping / MPN,Metafield Namespace,Metafield Key,Metafield Value,Metafield Value Type",
        "mug,Mug,blue,M-1,,,,",
        "mug,,,,facts,volume,300,integer",
      ),
    );

    expect(sheet?.metafields).toMatchObject([
      { namespace: "shopify", key: "color-pattern", type: "TEXT", value: "blue" },
      { namespace: "google", key: "mpn", type: "TEXT", value: "M-1" },
      { namespace: "facts", key: "volume", type: "INTEGER", value: "300" },
    ]);
  });

  test("the header of a metafield has its name and, in brackets, its type", async () => {
    const { record: sheet } = await first(
      csv(
        [
          "Handle,Title",
          "Year of vintage [Number_Integer] (product.metafields.facts.year)",
          "'=Size [mm] (product.metafields.facts.size)",
          "[json] (product.metafields.facts.raw)",
          "product.metafields.facts.bare (product.metafields.facts.bare)",
        ].join(","),
        "mug,Mug,1998,3,1,x",
      ),
    );

    expect(
      sheet?.metafields?.map(({ key, type, definition }) => [
        key,
        type,
        definition?.name,
        definition?.isTyped,
      ]),
    ).toEqual([
      ["year", "INTEGER", "Year of vintage", true],
      ["size", "TEXT", "=Size [mm]", false],
      ["raw", "JSON", "", true],
      ["bare", "TEXT", "product.metafields.facts.bare", false],
    ]);
  });
});

test("a metafield column has one type in the whole file: multiline text if one cell has several lines", async () => {
  const { all } = await readCsv(
    csv(
      "Handle,Title,Care (product.metafields.facts.care),Make (product.metafields.facts.make)",
      "mug,Mug,by hand,clay",
      'cup,Cup,"by hand\nor not",clay',
    ),
  );

  expect(all.map(({ record: sheet }) => sheet?.metafields?.map(({ type }) => type))).toEqual([
    ["MULTILINE_TEXT", "TEXT"],
    ["MULTILINE_TEXT", "TEXT"],
  ]);
});

describe("rows", () => {
  test("option names are in the first row, images may have rows of their own, and a variant may share its row with any image", async () => {
    const { record: sheet, warnings } = await first(
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

  test("an image in two rows is imported once, at the lowest of its positions", async () => {
    const { record: sheet, warnings } = await first(
      csv(
        "Handle,Title,Image Src,Image Position",
        "mug,Mug,https://img.example/a.jpg,3",
        "mug,,https://img.example/a.jpg,1",
      ),
    );

    expect(sheet?.images).toMatchObject([{ url: "https://img.example/a.jpg", position: 1 }]);
    expect(warnings).toMatchObject([{ code: "IMAGE_REPEATED", line: 3 }]);
  });

  test("a row with option names but without value, SKU and price is not a variant", async () => {
    const { record: sheet } = await first(
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

  test("the row Default Title before other options is not a variant either, with a warning", async () => {
    const { record: sheet, warnings } = await first(
      csv(
        "Handle,Title,Option1 Name,Option1 Value,Variant Price",
        "cap,Cap,,Default Title,",
        "cap,,color,Black,5",
      ),
    );

    expect(sheet?.variants).toMatchObject([{ optionValues: ["Black"] }]);
    expect(warnings).toMatchObject([{ code: "DEFAULT_TITLE_ROW", line: 2 }]);
  });

  test("without a handle column the slug is made of the title, in any script", async () => {
    const { all } = await readCsv(csv("Title,Variant Price", "Premium Coffee,4", "ほうれん草,2"));

    expect(all.map(({ record: sheet }) => sheet?.slug)).toEqual(["premium-coffee", "ほうれん草"]);
  });

  test("rows of a product may be far apart, and its handle may be in another case", async () => {
    const { all } = await readCsv(
      csv(
        "Handle,Title,Option1 Name,Option1 Value",
        "mug,Mug,Size,S",
        "pot,Pot,Title,Default Title",
        "MUG,,,L",
      ),
    );

    expect(all.map(({ name, record: sheet }) => [name, sheet?.variants.length])).toEqual([
      ["pot", 1],
      ["mug", 2],
    ]);
    expect(all[1]?.warnings).toMatchObject([
      { code: "HANDLE_REPEATED", reason: expect.stringContaining("2, 4") as string },
    ]);
  });

  test("a blank Published publishes the product, and words are read in any case", async () => {
    const { all } = await readCsv(
      csv(
        "Title,Published,Status,Variant Inventory Policy,Variant Inventory Tracker,Variant Price",
        "Mug,,Active,CONTINUE,,1.5",
        "Pot,false,draft,deny,shopify,1.5",
      ),
    );

    expect(
      all.map(({ record: sheet }) => [
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

    expect(all.map(({ record: sheet }) => sheet?.variants[0]?.weightMilligrams)).toEqual([
      180_983,
      0,
      907_185,
      null,
    ]);
  });

  test("an apostrophe before a barcode or a formula is removed, an apostrophe of a title stays", async () => {
    const { record: sheet } = await first(
      csv("Title,Vendor,Variant Barcode,Variant SKU", "'Til Dawn,'=Best & Co,'0123,'-12"),
    );

    expect(sheet).toMatchObject({
      title: "'Til Dawn",
      vendor: "=Best & Co",
      variants: [{ barcode: "0123", sku: "-12" }],
    });
  });
});

describe("the handle of a product", () => {
  const read = async (...handles: readonly string[]) =>
    (
      await readCsv(csv("Handle,Title", ...handles.map((handle) => `"${handle}",Of ${handle}`)))
    ).all.map(({ record, defects, warnings }) => [
      record?.slug,
      ...[...defects, ...warnings].map(({ code, line }) => `${code} ${line}`),
    ]);

  test("stays as it is where an address can have it", async () => {
    expect(await read("tea®-green", "cloud–nine", "foo--bar", "İstanbul")).toEqual([
      ["tea®-green"],
      ["cloud–nine"],
      ["foo--bar"],
      ["istanbul"],
    ]);
  });

  test("is told where it is changed", async () => {
    expect(await read("half / half", "50% wool", "-tea-")).toEqual([
      ["half-half", "HANDLE_CHANGED 2"],
      ["50-wool", "HANDLE_CHANGED 3"],
      ["tea", "HANDLE_CHANGED 4"],
    ]);
  });

  test("is refused where its other form belongs to another product of the file", async () => {
    expect(await read("half/half", "half-half", "a b", "a+b")).toEqual([
      ["half-half", "HANDLE_TAKEN 2"],
      ["half-half"],
      ["a-b", "HANDLE_TAKEN 4"],
      ["a-b", "HANDLE_TAKEN 5"],
    ]);
  });
});
