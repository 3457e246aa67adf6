import { describe, expect, test } from "vitest";
import { csv, readCsv } from "../../../builders/csv-file.js";

const issuesOf = async (...rows: readonly string[]) =>
  (await readCsv(csv(...rows))).all.flatMap(({ defects, warnings }) =>
    [...defects, ...warnings].map(({ code, line, column, value }) => [code, line, column, value]),
  );

describe("every filled cell of a file ends in a field or in an issue that names its line:", () => {
  test("a text and a position without an image", async () => {
    expect(
      await issuesOf("Title,Price,Image Src,Image Position,Image Alt Text", "Hat,1,,2,On a head"),
    ).toEqual([["CELLS_IGNORED", 2, "Image Position", "2"]]);
  });

  test("settings of a product that contradict an earlier row", async () => {
    const file = await readCsv(
      csv(
        "Handle,Title,Vendor,Status,Tags,Option1 Name,Option1 Value,Price",
        "hat,Hat,Acme,active,warm,Size,S,1",
        "hat,,Acme,active,warm,,M,1",
        "hat,,Other,draft,,,L,1",
      ),
    );

    expect(file.all[0]).toMatchObject({
      record: { vendor: "Acme", status: "ACTIVE", tags: ["warm"] },
      warnings: [
        {
          code: "CELLS_IGNORED",
          line: 4,
          column: "Vendor",
          reason: expect.stringContaining('"Vendor" (Other), "Status" (draft)') as string,
        },
      ],
    });
  });

  test("values of variants in a row that is none", async () => {
    expect(
      await issuesOf(
        "Handle,Title,Option1 Name,Option1 Value,Price,Inventory quantity,Inventory tracker,Image Src",
        "hat,Hat,Size,S,1,4,shopify,",
        "hat,,,,,7,shopify,https://img.example/hat.jpg",
      ),
    ).toEqual([["CELLS_IGNORED", 3, "Inventory quantity", "7"]]);
  });

  test("two weights, unless they are the same", async () => {
    const header = "Title,Price,Variant Grams,Variant Weight,Variant Weight Unit";
    expect(await issuesOf(header, "Hat,1.5,454,1.0,lb")).toEqual([]);
    expect(await issuesOf(header, "Hat,1.5,454,2.0,lb")).toEqual([
      ["CELLS_IGNORED", 2, "Variant Weight", "2.0"],
    ]);
  });

  test("a custom field without its key, of an unknown type, or with a second value", async () => {
    expect(
      await issuesOf(
        "Handle,Title,Price,Metafield Namespace,Metafield Key,Metafield Value,Metafield Value Type",
        "hat,Hat,1,facts,,wool,string",
        "hat,,,facts,made,yes,colour",
        "hat,,,facts,made,no,string",
      ),
    ).toEqual([
      ["CELLS_IGNORED", 2, "Metafield Namespace", "facts"],
      ["CELLS_IGNORED", 3, "Metafield Value Type", "colour"],
      ["CELLS_IGNORED", 4, "Metafield Namespace", "facts"],
    ]);
  });

  test("a value planted in any cell of a file", async () => {
    const header = [
      ..."Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Status".split(","),
      ..."Option1 Name,Option1 Value,Option2 Name,Option2 Value,SKU,Barcode,Price".split(","),
      ..."Compare-at price,Cost per item,Charge tax,Tax code,COO,Gift card,SEO title".split(","),
      ..."Inventory tracker,Inventory quantity,Variant Inventory Policy,Variant Grams".split(","),
      ..."Variant Weight,Variant Weight Unit,Requires shipping,Variant Image".split(","),
      ..."Image Src,Image Position,Image alt text,Images Sources,Images Alt Text".split(","),
      ..."Unit price total measure,Unit price total measure unit".split(","),
      ..."Unit price base measure,Unit price base measure unit,Collection".split(","),
      ..."Metafield Namespace,Metafield Key,Metafield Value,Metafield Value Type".split(","),
      ..."Care (product.metafields.facts.care),Google Shopping / Gender".split(","),
      "Shade (variant.metafields.facts.shade)",
      "Year [number_integer] (variant.metafields.facts.year)",
    ];
    const filled = (cells: Readonly<Record<string, string>>) =>
      header.map((name) => cells[name] ?? "");
    const rows = [
      filled({
        Handle: "hat",
        Title: "Hat",
        Vendor: "Acme",
        "Option1 Name": "Size",
        "Option1 Value": "S",
        SKU: "HAT-S",
        Price: "1.50",
      }),
      filled({ Handle: "hat", "Option1 Value": "M", SKU: "HAT-M", Price: "1.50" }),
      filled({ Handle: "hat", "Image Src": "https://img.example/hat.jpg" }),
      filled({ Handle: "hat" }),
    ];
    const values = ["7", "planted", "TRUE", "https://img.example/other.jpg", "kg", "2-Mar"];
    // Each blank cell with each value in a product of its own. A blank cell publishes too.
    const planted = rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        values.flatMap((value) =>
          cell !== "" || (header[column] === "Published" && value === "TRUE")
            ? []
            : [{ row, column, value }],
        ),
      ),
    );
    const read = async (cellOf: (product: number, row: number, column: number) => string) => {
      const lines = planted.flatMap((_, product) =>
        rows.map((cells, row) =>
          cells
            .map((cell, column) => cellOf(product, row, column) || numbered(cell, product))
            .join(","),
        ),
      );
      return (await readCsv(csv(header.join(","), ...lines))).all;
    };
    const numbered = (cell: string, product: number) =>
      /^hat/i.test(cell) ? `${cell}-${product}` : cell;
    // Locations change without the field of a cell.
    const contentOf = (entry: Awaited<ReturnType<typeof read>>[number] | undefined) =>
      JSON.stringify(entry?.record, (key, value: unknown) =>
        key === "location" || key === "columns" ? undefined : value,
      );
    const before = await read(() => "");
    const after = await read((product, row, column) => {
      const here = planted[product];
      return here?.row === row && here.column === column ? here.value : "";
    });

    expect(after).toHaveLength(planted.length);
    expect(before.map(contentOf)).toHaveLength(planted.length);
    const lost = planted.filter(({ row }, product) => {
      const entry = after[product];
      const line = product * rows.length + row + 2;
      const isNamed = [...(entry?.warnings ?? []), ...(entry?.defects ?? [])].some(
        (issue) => issue.line === line,
      );
      return !isNamed && contentOf(entry) === contentOf(before[product]);
    });
    expect(lost.map(({ column, ...one }) => ({ ...one, column: header[column] }))).toEqual([]);
  });
});

test("several addresses in one cell are as many images, in their order", async () => {
  const { all } = await readCsv(
    csv(
      "Handle|Title|Price|Image Src|Image Position|Image Alt Text|Variant Image",
      '"pot"|Pot|1|https://img.example/a,b.jpg; https://img.example/b.jpg,/media/c.jpg|1|A pot|',
      '"pot"|||https://img.example/d.jpg|2||',
    ),
  );

  expect(all[0]?.record?.images.map(({ url }) => url)).toEqual([
    "https://img.example/a,b.jpg",
    "https://img.example/b.jpg",
    "/media/c.jpg",
    "https://img.example/d.jpg",
  ]);
  expect(all[0]?.warnings[0]).toMatchObject({ code: "SEVERAL_ADDRESSES", line: 2 });

  const variant = await readCsv(
    csv("Title|SKU|Variant Image", "Pot|P|https://img.example/a.jpg https://img.example/b.jpg"),
  );
  expect(variant.all[0]?.record).toMatchObject({
    variants: [{ imageUrl: "https://img.example/a.jpg" }],
    images: [{ url: "https://img.example/a.jpg" }, { url: "https://img.example/b.jpg" }],
  });
  expect(variant.all[0]?.warnings).toMatchObject([{ code: "SEVERAL_ADDRESSES", line: 2 }]);
});
