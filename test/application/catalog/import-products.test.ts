import { describe, expect, test } from "vitest";
import type { ProductReport } from "../../../src/application/catalog/files/import-report.js";
import type { ProductSheet } from "../../../src/application/catalog/files/product-sheet.js";
import type { ProductEntry } from "../../../src/application/catalog/ports.js";
import { GUEST, OPERATOR, PermissionDenied } from "../../../src/application/shared/viewer.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collection.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/product.js";
import type { StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import { inMemoryCatalog, type InMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";
import type { StoredPlace } from "../../fakes/catalog/in-memory-collections.js";
import type { StoredListing } from "../../fakes/catalog/in-memory-products.js";
import type { StoredPrice } from "../../fakes/pricing/in-memory-prices.js";
import {
  faulty,
  fileOf,
  imageSheet,
  mugSheet,
  variantSheet,
} from "../../builders/product-sheet.js";

const shop = (): InMemoryCatalog & {
  bring(...sheets: (ProductSheet | ProductEntry)[]): Promise<readonly ProductReport[]>;
} => {
  const memory = inMemoryCatalog();
  const bring = async (...sheets: (ProductSheet | ProductEntry)[]) => {
    const reports: ProductReport[] = [];
    await memory.catalog.importProducts(
      { file: fileOf(...sheets), onProduct: (report) => void reports.push(report) },
      OPERATOR,
    );
    return reports;
  };
  return { ...memory, bring };
};

const stored = ({ database }: InMemoryCatalog, slug = "mug"): ProductSnapshot => {
  const found = [...database.rows<ProductSnapshot>("product").values()].find(
    (product) => product.slug === slug,
  );
  if (!found) throw new Error(`No product ${slug} is stored.`);
  return found;
};
const rows = <Row>({ database }: InMemoryCatalog, table: string): readonly Row[] => [
  ...database.rows<Row>(table).values(),
];

const inColors = (...colors: readonly string[]) =>
  colors.map((color) =>
    variantSheet({ optionValues: [color], sku: `MUG-${color}`, price: "4.50" }),
  );

describe("importing a new product", () => {
  test("stores it with its price, its stock and what lists show of it", async () => {
    const memory = shop();

    const [report] = await memory.bring(mugSheet());

    expect(report).toMatchObject({ fate: "created", variants: { created: 1 } });
    expect(stored(memory)).toMatchObject({
      title: "Mug",
      status: "ACTIVE",
      version: 1,
      publication: { until: null },
      variants: [{ sku: "MUG", tracked: true }],
    });
    expect(rows<StoredPrice>(memory, "price")).toMatchObject([
      { price: { minorUnits: 450, currency: "EUR" } },
    ]);
    expect(rows(memory, "stock_item")).toMatchObject([{ onHand: 7, reserved: 0 }]);
    expect(rows<StoredListing>(memory, "listing")).toMatchObject([
      { foldedTitle: "mug", available: true, priceRange: { min: { minorUnits: 450 } } },
    ]);
    expect(memory.database.outbox.map(({ type }) => type)).toEqual([
      "catalog.product-created",
      "catalog.product-published",
      "inventory.stock-counted",
    ]);
  });

  test("gives a product of which the file names no variant one to sell", async () => {
    const memory = shop();

    await memory.bring({
      place: { line: 2, column: null },
      slug: "mug",
      title: "Mug",
      variants: [],
      images: [],
    });

    expect(stored(memory)).toMatchObject({
      options: [{ name: "Title", values: ["Default Title"] }],
      variants: [{ optionValues: ["Default Title"], sku: null }],
    });
  });

  test("puts it at the end of its collection, which is made when it is missing", async () => {
    const memory = shop();

    await memory.bring(
      mugSheet({ collection: "Für den Tee" }),
      mugSheet({ slug: "pot", variants: [], collection: "für den tee" }),
    );

    expect(rows<CollectionSnapshot>(memory, "collection")).toMatchObject([
      { slug: "für-den-tee", title: "Für den Tee" },
    ]);
    expect(
      rows<StoredPlace>(memory, "collection_product").map(({ productId }) => productId),
    ).toEqual([stored(memory).id, stored(memory, "pot").id]);
  });
});

describe("importing into a collection that rules fill", () => {
  test("says that its rules decide, and brings the product in all the same", async () => {
    const memory = shop();
    await memory.catalog.collectionCreate(
      {
        collection: {
          title: "Tea",
          rules: {
            match: "ALL",
            conditions: [{ field: "VENDOR", operator: "EQUALS", value: "Somebody else" }],
          },
        },
      },
      OPERATOR,
    );

    const [report] = await memory.bring(mugSheet({ collection: "Tea" }));

    expect(report).toMatchObject({
      fate: "created",
      warnings: [{ code: "COLLECTION_AUTOMATED", value: "Tea" }],
    });
    expect(rows(memory, "collection_product")).toEqual([]);
  });
});

describe("importing a product again", () => {
  test("changes nothing and says so when the file says what is stored", async () => {
    const memory = shop();
    const sheet = mugSheet({
      images: [imageSheet("front", 1, "Front")],
      tags: ["tea"],
      collection: "Tea",
    });
    await memory.bring(sheet);
    const before = structuredClone([stored(memory), memory.database.outbox]);

    const [report] = await memory.bring(sheet);

    expect(report).toMatchObject({
      fate: "unchanged",
      variants: { unchanged: 1 },
      images: { unchanged: 1 },
    });
    expect([stored(memory), memory.database.outbox]).toEqual(before);
  });

  test("leaves alone what the file does not mention, and blanks what it gives as empty", async () => {
    const memory = shop();
    await memory.bring(
      mugSheet({
        vendor: "Plinth",
        productType: "Mug",
        metafields: [
          { namespace: "facts", key: "volume", type: "INTEGER", value: "300" },
          { namespace: "facts", key: "care", type: "TEXT", value: "by hand" },
        ],
      }),
    );

    await memory.bring(
      mugSheet({
        vendor: "",
        variants: [variantSheet({ sku: "MUG", price: null })],
        metafields: [{ namespace: "facts", key: "care", type: "TEXT", value: "" }],
      }),
    );

    expect(stored(memory)).toMatchObject({
      vendor: "",
      productType: "Mug",
      metafields: [{ key: "volume", type: "INTEGER", value: "300" }],
    });
    expect(rows(memory, "price")).toEqual([]);
    expect(rows(memory, "stock_item")).toMatchObject([{ onHand: 7 }]);
    expect(rows<StoredListing>(memory, "listing")).toMatchObject([{ priceRange: null }]);
  });

  test("a new figure alone is an update of the variant, not a new version of the product", async () => {
    const memory = shop();
    await memory.bring(mugSheet());

    const [report] = await memory.bring(mugSheet({ variants: [variantSheet({ onHand: 0 })] }));

    expect(report).toMatchObject({ fate: "updated", variants: { updated: 1 } });
    expect(stored(memory).version).toBe(1);
    expect(rows<StoredListing>(memory, "listing")).toMatchObject([
      { available: false, priceRange: { min: { minorUnits: 450 } } },
    ]);
  });

  test("a new price alone, or a new crossed-out price, is an update that lists show", async () => {
    const memory = shop();
    await memory.bring(mugSheet());

    const [cheaper] = await memory.bring(mugSheet({ variants: [variantSheet({ price: "4.00" })] }));
    const [reduced] = await memory.bring(
      mugSheet({ variants: [variantSheet({ compareAt: "4.50" })] }),
    );

    expect([cheaper?.fate, reduced?.fate]).toEqual(["updated", "updated"]);
    expect(rows<StoredListing>(memory, "listing")).toMatchObject([
      { onSale: true, priceRange: { min: { minorUnits: 400 } } },
    ]);
  });

  test("a blank quantity takes the figure away, unless units are promised to buyers", async () => {
    const memory = shop();
    const blank = mugSheet({ variants: [variantSheet({ onHand: null })] });
    await memory.bring(mugSheet());
    await memory.bring(blank);
    expect(rows(memory, "stock_item")).toEqual([]);

    await memory.bring(mugSheet());
    for (const [id, item] of memory.database.rows<StockItemSnapshot>("stock_item"))
      memory.database.rows<StockItemSnapshot>("stock_item").set(id, { ...item, reserved: 2 });
    const [report] = await memory.bring(blank);

    expect(report).toMatchObject({ fate: "unchanged", warnings: [{ code: "STOCK_PROMISED" }] });
    expect(rows(memory, "stock_item")).toMatchObject([{ onHand: 7, reserved: 2 }]);
  });

  test("a window of publication stays while the file says published, goes when it says not, and begins now when it comes back", async () => {
    const memory = shop();
    const window = {
      from: new Date("2020-01-01T00:00:00Z"),
      until: new Date("2030-01-01T00:00:00Z"),
    };
    await memory.bring(mugSheet());
    memory.database
      .rows<ProductSnapshot>("product")
      .set(stored(memory).id, { ...stored(memory), publication: window });

    await memory.bring(mugSheet({ published: true }));
    expect(stored(memory).publication).toEqual(window);
    await memory.bring(mugSheet({ published: false }));
    expect(stored(memory).publication).toBeNull();
    await memory.bring(mugSheet({ published: true }));
    expect(stored(memory).publication).toEqual({
      from: new Date("2026-01-01T12:00:00Z"),
      until: null,
    });
  });

  test("variants that the file does not name stay, new ones follow, known ones keep their ids", async () => {
    const memory = shop();
    await memory.bring(mugSheet({ options: ["Color"], variants: inColors("red", "blue") }));
    const [red, blue] = stored(memory).variants;

    const [report] = await memory.bring(
      mugSheet({ options: ["Color"], variants: inColors("green", "blue") }),
    );

    expect(report).toMatchObject({ variants: { created: 1, unchanged: 1 } });
    expect(stored(memory).variants.map(({ id, optionValues }) => [id, optionValues])).toEqual([
      [red?.id, ["red"]],
      [blue?.id, ["blue"]],
      [expect.anything(), ["green"]],
    ]);
    expect(stored(memory).options).toEqual([{ name: "Color", values: ["red", "blue", "green"] }]);
  });

  test("a variant whose value has a new name is found by its SKU", async () => {
    const memory = shop();
    await memory.bring(mugSheet({ options: ["Color"], variants: inColors("red", "blue") }));
    const [red] = stored(memory).variants;

    await memory.bring(
      mugSheet({
        options: ["Color"],
        variants: [variantSheet({ optionValues: ["crimson"], sku: "MUG-red" })],
      }),
    );

    expect(stored(memory).variants[0]).toMatchObject({ id: red?.id, optionValues: ["crimson"] });
    expect(stored(memory).options).toEqual([{ name: "Color", values: ["blue", "crimson"] }]);
  });

  test("a SKU that moves to a new variant does not take the old variant with it", async () => {
    const memory = shop();
    await memory.bring(
      mugSheet({
        options: ["Color"],
        variants: [variantSheet({ optionValues: ["red"], sku: "MUG" })],
      }),
    );
    const [red] = stored(memory).variants;

    await memory.bring(
      mugSheet({
        options: ["Color"],
        variants: [
          variantSheet({ optionValues: ["green"], sku: "MUG" }),
          variantSheet({ optionValues: ["red"], sku: "MUG-R" }),
        ],
      }),
    );

    expect(
      stored(memory).variants.map(({ id, optionValues, sku }) => [
        id === red?.id,
        optionValues,
        sku,
      ]),
    ).toEqual([
      [false, ["green"], "MUG"],
      [true, ["red"], "MUG-R"],
    ]);
  });

  test("options may change places and names", async () => {
    const memory = shop();
    await memory.bring(
      mugSheet({
        options: ["Color", "Size"],
        variants: [
          variantSheet({ optionValues: ["red", "L"] }),
          variantSheet({ optionValues: ["red", "S"] }),
        ],
      }),
    );

    await memory.bring(
      mugSheet({
        options: ["Size", "Colour"],
        variants: [variantSheet({ optionValues: ["L", "red"], sku: "L" })],
      }),
    );

    expect(stored(memory).options).toEqual([
      { name: "Size", values: ["L", "S"] },
      { name: "Colour", values: ["red"] },
    ]);
    expect(stored(memory).variants.map(({ optionValues, sku }) => [optionValues, sku])).toEqual([
      [["L", "red"], "L"],
      [["S", "red"], null],
    ]);
  });

  test("a product without a choice gets one, and what was sold so far becomes the variant with its SKU, else the first", async () => {
    const memory = shop();
    await memory.bring(mugSheet());
    const [only] = stored(memory).variants;

    await memory.bring(mugSheet({ options: ["Color"], variants: inColors("red", "blue") }));

    expect(
      stored(memory).variants.map(({ id, optionValues }) => [id === only?.id, optionValues]),
    ).toEqual([
      [true, ["red"]],
      [false, ["blue"]],
    ]);
    expect(stored(memory).options).toEqual([{ name: "Color", values: ["red", "blue"] }]);

    await memory.bring(mugSheet({ slug: "cup", variants: [variantSheet({ sku: "CUP" })] }));
    const [cup] = stored(memory, "cup").variants;
    await memory.bring(
      mugSheet({
        slug: "cup",
        options: ["Color"],
        variants: [
          variantSheet({ optionValues: ["red"] }),
          variantSheet({ optionValues: ["blue"], sku: "CUP" }),
        ],
      }),
    );

    expect(
      stored(memory, "cup").variants.map(({ id, optionValues }) => [id === cup?.id, optionValues]),
    ).toEqual([
      [false, ["red"]],
      [true, ["blue"]],
    ]);
  });

  test.each([
    ["takes all options away", { options: ["Title"], variants: [variantSheet()] }],
    [
      "adds an option without naming every variant",
      {
        options: ["Color", "Size"],
        variants: [variantSheet({ optionValues: ["red", "L"], sku: "MUG-red" })],
      },
    ],
    [
      "has no option columns and names an unknown SKU",
      { variants: [variantSheet({ optionValues: [], sku: "OTHER" })] },
    ],
  ])(
    "a file that %s is refused, because a stored variant would lose its place",
    async (_, more) => {
      const memory = shop();
      await memory.bring(mugSheet({ options: ["Color"], variants: inColors("red", "blue") }));
      const { options: _options, ...plain } = mugSheet();

      const [report] = await memory.bring({ ...plain, ...more });

      expect(report).toMatchObject({
        fate: "refused",
        defects: [{ code: "INVALID_OPTIONS", line: 2 }],
      });
      expect(stored(memory).version).toBe(1);
    },
  );

  test("a file without option columns finds variants by their SKU", async () => {
    const memory = shop();
    await memory.bring(mugSheet({ options: ["Color"], variants: inColors("red", "blue") }));
    const { options: _, ...plain } = mugSheet();

    await memory.bring({
      ...plain,
      variants: [variantSheet({ optionValues: [], sku: "MUG-blue", barcode: "123" })],
    });

    expect(stored(memory).variants.map(({ barcode }) => barcode)).toEqual([null, "123"]);
  });

  test("images keep their order around those that the file places", async () => {
    const memory = shop();
    const names = () => stored(memory).media.map(({ url }) => url.replace(/.*\/(\w+)\.jpg/, "$1"));
    await memory.bring(
      mugSheet({ images: [imageSheet("a", 3), imageSheet("b", 4), imageSheet("c", 1)] }),
    );
    expect(names()).toEqual(["c", "a", "b"]);

    const [report] = await memory.bring(
      mugSheet({ images: [imageSheet("b", 1), imageSheet("new"), imageSheet("a", null, "Side")] }),
    );

    expect(names()).toEqual(["b", "c", "a", "new"]);
    expect(report).toMatchObject({ images: { created: 1, updated: 1, unchanged: 1 } });
  });

  test("a variant points at the image that its address names", async () => {
    const memory = shop();

    await memory.bring(
      mugSheet({
        images: [imageSheet("a", 1)],
        variants: [variantSheet({ imageUrl: "https://img.example/a.jpg" })],
      }),
    );

    expect(stored(memory).variants[0]?.mediaId).toBe(stored(memory).media[0]?.id);
  });
});

describe("a product that must not come in", () => {
  test("is refused whole, with the place and the reason of everything that is wrong", async () => {
    const memory = shop();

    const [report] = await memory.bring(
      mugSheet({
        title: " ",
        slug: "a mug!",
        variants: [variantSheet({ sku: "MUG", price: "-1.00", place: { line: 5, column: null } })],
        images: [imageSheet("with blanks in it")],
      }),
    );

    expect(report?.defects.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["INVALID_SLUG", 2, "Handle"],
      ["INVALID_TEXT", 2, "Title"],
      ["INVALID_MEDIA", 2, "Image Src"],
      ["NEGATIVE_PRICE", 5, null],
    ]);
    expect(memory.database.outbox).toEqual([]);
  });

  test("does not hold up the others", async () => {
    const memory = shop();

    const reports = await memory.bring(
      mugSheet({ title: "" }),
      mugSheet({ slug: "pot", variants: [] }),
    );

    expect(reports.map(({ name, fate }) => [name, fate])).toEqual([
      ["mug", "refused"],
      ["pot", "created"],
    ]);
  });

  test("is told which product has its SKU already", async () => {
    const memory = shop();
    await memory.bring(mugSheet());

    const [report] = await memory.bring(mugSheet({ slug: "other-mug" }));

    expect(report).toMatchObject({
      fate: "refused",
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

  test("is told when its collection cannot bear its title, and the others come in", async () => {
    const memory = shop();

    const reports = await memory.bring(
      mugSheet({ collection: "Long ".repeat(60) }),
      mugSheet({ slug: "pot", variants: [], collection: "Tea" }),
    );

    expect(
      reports.map(({ fate, defects }) => [fate, defects.map(({ code, line }) => [code, line])]),
    ).toEqual([
      ["refused", [["INVALID_TEXT", 2]]],
      ["created", []],
    ]);
  });

  test("keeps its stored state when a cell of the file is faulty", async () => {
    const memory = shop();
    await memory.bring(mugSheet());

    const [report] = await memory.bring(faulty(mugSheet({ title: "Cup" })));

    expect(report).toMatchObject({
      fate: "refused",
      defects: [{ code: "INVALID_PRICE" }],
      variants: { refused: 1 },
    });
    expect(stored(memory).title).toBe("Mug");
  });
});

describe("an import as a whole", () => {
  test("needs the permission to write the catalogue", async () => {
    await expect(
      inMemoryCatalog().catalog.importProducts({ file: fileOf(mugSheet()) }, GUEST),
    ).rejects.toThrow(PermissionDenied);
  });

  test("counts what became of products, variants and images", async () => {
    const memory = shop();
    await memory.bring(mugSheet());

    const report = await memory.catalog.importProducts(
      {
        file: fileOf(
          mugSheet(),
          mugSheet({ slug: "pot", variants: [], images: [imageSheet("pot")] }),
          faulty(mugSheet({ slug: "pan" })),
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

  test("a dry run finds what a real one would, and changes nothing", async () => {
    const memory = shop();
    await memory.bring(mugSheet());
    const before = structuredClone([
      ...memory.database.rows("product"),
      ...memory.database.rows("price"),
    ]);
    const file = fileOf(
      mugSheet({ title: "Cup" }),
      mugSheet({ slug: "other-mug" }),
      mugSheet({ slug: "pot", variants: [], collection: "New" }),
    );

    const trial = await memory.catalog.importProducts({ file, dryRun: true }, OPERATOR);

    expect([...memory.database.rows("product"), ...memory.database.rows("price")]).toEqual(before);
    expect(rows(memory, "collection")).toEqual([]);
    expect(trial.products).toEqual({ created: 1, updated: 1, unchanged: 0, refused: 1 });
    expect(await memory.catalog.importProducts({ file }, OPERATOR)).toEqual(trial);
  });

  test("a strict one takes nothing of a file with a defect, however far behind it stands", async () => {
    const memory = shop();
    const many = Array.from({ length: 450 }, (_, index) =>
      mugSheet({ slug: `mug-${index}`, variants: [] }),
    );

    const report = await memory.catalog.importProducts(
      { file: fileOf(...many, faulty(mugSheet())), strict: true },
      OPERATOR,
    );

    expect(report).toMatchObject({ refusedWhole: true, products: { created: 0, refused: 1 } });
    expect(rows(memory, "product")).toEqual([]);
    expect(
      await memory.catalog.importProducts({ file: fileOf(...many), strict: true }, OPERATOR),
    ).toMatchObject({ refusedWhole: false, products: { created: 450 } });
  });

  test("stopped in the middle it keeps what it has reported, and goes on when it is run again", async () => {
    const memory = shop();
    const many = Array.from({ length: 700 }, (_, index) =>
      mugSheet({ slug: `mug-${index}`, variants: [] }),
    );
    const signal = { aborted: false };

    const cut = await memory.catalog.importProducts(
      { file: fileOf(...many), signal, onProduct: () => (signal.aborted = true) },
      OPERATOR,
    );

    expect(cut).toMatchObject({ interrupted: true, products: { created: 400 } });
    expect(rows(memory, "product")).toHaveLength(400);
    expect(await memory.catalog.importProducts({ file: fileOf(...many) }, OPERATOR)).toMatchObject({
      interrupted: false,
      products: { created: 300, unchanged: 400 },
    });
  });

  test("two products of one batch that cannot both be stored are tried one by one, and the rest comes in", async () => {
    const memory = shop();
    const twin = variantSheet({ sku: "TWIN" });

    const reports = await memory.bring(
      mugSheet(),
      mugSheet({ slug: "pot", variants: [twin] }),
      mugSheet({ slug: "pan", variants: [twin] }),
    );

    expect(
      reports.map(({ name, fate, defects }) => [name, fate, defects.map(({ code }) => code)]),
    ).toEqual([
      ["mug", "created", []],
      ["pot", "created", []],
      ["pan", "refused", ["SKU_TAKEN"]],
    ]);
    expect(
      memory.database.outbox.filter(({ type }) => type === "catalog.product-created"),
    ).toHaveLength(2);
  });
});
