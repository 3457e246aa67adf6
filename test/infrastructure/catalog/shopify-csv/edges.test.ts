import { describe, expect, test } from "vitest";
import { safeCell, fromSafeCell } from "../../../../src/infrastructure/shared/csv/safe-cell.js";
import { csv, readCsv } from "../../../builders/csv-file.js";

const variantsOf = async (...rows: readonly string[]) => {
  const [entry] = (await readCsv(csv(...rows))).all;
  return entry?.record?.variants ?? [];
};
const warningsOf = async (...rows: readonly string[]) =>
  (await readCsv(csv(...rows))).all.flatMap(({ warnings }) => warnings.map(({ code }) => code));

describe("a text that a spreadsheet would execute", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\u0000=1",
    "'=1",
    "''@x",
    ";=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "';",
    "''＝1",
  ])("is escaped in the file, and read as it was: %j", (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
    expect(fromSafeCell(safeCell(text))).toBe(text);
  });

  test("is escaped after a semicolon and in wide characters, and read as it was", () => {
    const texts = [";=1", "＝1+1", "＋1", "－1", "＠SUM(A1)"];

    expect(texts.map(safeCell)).toEqual(texts.map((text) => `'${text}`));
    expect(texts.map(safeCell).map(fromSafeCell)).toEqual(texts);
  });

  test("is escaped after a tab, a line end or a NUL", () => {
    expect(["\t=1", "\r=1", "\0=1"].map(safeCell)).toEqual(["'\t=1", "'\r=1", "'\0=1"]);
  });

  test.each(["Mug", "'Til Dawn", "1=1", "a-b", ""])(
    "is not a text like %j, which is not escaped",
    (text) => {
      expect(safeCell(text)).toBe(text);
      expect(fromSafeCell(text)).toBe(text);
    },
  );
});

describe("a quantity in a file", () => {
  test.each([
    ["0", 0],
    ["-0", -0],
    ["12", 12],
    ["12.0", 12],
    ["-3", -3],
  ])("of %s is read", async (cell, onHand) => {
    const [mug] = await variantsOf(
      "Handle,Title,Variant Price,Variant Inventory Tracker,Variant Inventory Qty",
      `mug,Mug,4.50,shopify,${cell}`,
    );

    expect(mug?.onHand === onHand).toBe(true);
  });

  test("of zero causes no warning, and one below zero does", async () => {
    const file = (cell: string) =>
      warningsOf(
        "Handle,Title,Variant Price,Variant Inventory Tracker,Variant Inventory Qty",
        `mug,Mug,4.50,shopify,${cell}`,
      );

    expect(await file("0")).toEqual([]);
    expect(await file("-1")).toEqual(["NEGATIVE_QUANTITY"]);
  });
});

describe("a price of zero in a file", () => {
  const HEADER = "Handle,Title,Variant Price,Variant Compare At Price,Cost per item";

  test.each(["0", "0.00", "0.0"])("is a price: %s", async (cell) => {
    expect(await variantsOf(HEADER, `mug,Mug,${cell},${cell},${cell}`)).toMatchObject([
      { price: "0.00", compareAt: "0.00", cost: "0.00" },
    ]);
    expect(await warningsOf(HEADER, `mug,Mug,${cell},,`)).not.toContain("NO_PRICE");
  });

  test("does not decide whether the other prices are cents", async () => {
    await expect(
      readCsv(csv("Handle,Title,Variant Price", "mug,Mug,0", "plate,Plate,1290")),
    ).rejects.toMatchObject({ issues: [{ code: "PRICE_UNIT" }] });
  });

  test.each([
    ["999", []],
    ["1000", ["PRICE_UNIT"]],
  ])("or of %s leads to the unit of all prices, or to a question for it", async (price, codes) => {
    const found = await readCsv(csv("Handle,Title,Variant Price", `mug,Mug,${price}`)).then(
      () => [],
      (error: { readonly issues: readonly { readonly code: string }[] }) =>
        error.issues.map(({ code }) => code),
    );

    expect(found).toEqual(codes);
  });
});

describe("a weight in a file", () => {
  const weight = async (header: string, cells: string) =>
    (await variantsOf(`Handle,Title,Variant Price,${header}`, `mug,Mug,4.50,${cells}`))[0]
      ?.weightMilligrams;

  test("may be zero, and a blank cell removes the weight", async () => {
    expect(await weight("Variant Grams", "0")).toBe(0);
    expect(await weight("Variant Grams", "0.000")).toBe(0);
    expect(await weight("Variant Grams", '""')).toBeNull();
    expect(await weight("Variant Weight,Variant Weight Unit", '"",kg')).toBeNull();
    expect(await weight("Vendor", "Pots")).toBeUndefined();
  });
});

describe("a product without option values", () => {
  test("is one variant, however many rows have a weight or a quantity", async () => {
    const [mug] = (
      await readCsv(
        csv(
          "Handle,Title,Variant Grams,Image Src",
          "mug,Mug,250,https://img.example/1.jpg",
          "mug,,300,https://img.example/2.jpg",
        ),
      )
    ).all;

    expect(mug).toMatchObject({
      defects: [],
      variants: 1,
      record: { variants: [{ weightMilligrams: 250_000 }] },
    });
  });
});

describe("a file that ends within a character", () => {
  test("is not UTF-8, and is refused", async () => {
    const whole = Buffer.from("Handle,Title,Variant Price\nmug,ほうれん草,4.50\nplate,ほ");

    await expect(readCsv(whole.subarray(0, -1))).rejects.toMatchObject({
      issues: [{ code: "UNKNOWN_ENCODING" }],
    });
  });
});
