import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { csv, csvFile } from "../../builders/csv-file.js";
import { cliShop } from "./cli-shop.js";

const PRODUCTS = csv(
  "Handle,Title,Variant SKU,Variant Price",
  "mug,Mug,MUG,4.50",
  "pot,Pot,=POT,12",
);

const shopWithList = async () => {
  const shop = cliShop();
  await shop.run("import", await csvFile(PRODUCTS));
  await shop.pricing.priceListCreate({ priceList: { key: "summer", currency: "EUR" } }, OPERATOR);
  return shop;
};

describe("plinth prices", () => {
  test("imports and exports the prices of lists, and a second import leaves no trace", async () => {
    const shop = await shopWithList();
    const path = await csvFile(csv("price list;sku;price", "summer;MUG;3,90", "summer;'=POT;9,00"));

    const first = await shop.run("prices", "import", path, "--decimal", "comma");
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain("Done:\n  prices  2 changed  0 unchanged  0 removed  0 refused");
    const events = shop.database.outbox.length;
    const { out } = await shop.run("prices", "export");
    await shop.run("prices", "export", path);
    expect(await readFile(path, "utf8")).toBe(out);
    expect(out).toContain("\r\nsummer,'=POT,,1,EUR,9.00,\r\n");

    const second = await shop.run("prices", "import", path);

    expect(second.out).toContain("Nothing changed: everything in the file is in the shop already.");
    expect(shop.database.outbox).toHaveLength(events);
    expect((await shop.run("prices", "export")).out).toBe(out);
  });

  test("names the line, column, value and reason of a refused row, and ends with 3", async () => {
    const shop = await shopWithList();
    const path = await csvFile(csv("Price list,SKU,Price", "summer,MUG,3.9999", "summer,=POT,1"));

    const { code, out } = await shop.run("prices", "import", path);
    expect(code).toBe(3);
    expect(out).toContain(
      '    line 2, column "Price", value "3.9999"\n      "3.9999" is not an amount in EUR.',
    );

    const strict = await shop.run("prices", "import", path, "--strict");
    expect(strict.out).toContain("Nothing was imported: 1 row would be refused");
  });

  test.each([
    ["without the column of the list", csv("SKU,Price", "MUG,1"), "COLUMN_MISSING"],
    ["with a column twice", csv("Price list,SKU,Price,PRICE", "summer,MUG,1,2"), "COLUMN_TWICE"],
    ["without rows", csv("Price list,SKU,Price"), "NO_ROWS"],
    ["without any known column", csv("a,b", "1,2"), "NO_HEADER"],
    ["with an open quotation mark", 'Price list,SKU,Price\nsummer,"MUG,1\n', "QUOTE_NOT_CLOSED"],
    ["that is a workbook", "PK\u0003\u0004", "NOT_TEXT"],
  ])("a file %s changes nothing, and ends with 2", async (_, content, problem) => {
    const shop = await shopWithList();
    const path = await csvFile(content);
    const events = shop.database.outbox.length;

    const { code, err } = await shop.run("prices", "import", path, "--report", `${path}.json`);

    expect(code).toBe(2);
    expect(err).toContain("cannot be imported. Nothing was changed.");
    expect(JSON.parse(await readFile(`${path}.json`, "utf8"))).toMatchObject({
      usable: false,
      defects: [{ code: problem }],
    });
    expect(shop.database.outbox).toHaveLength(events);
  });

  test.each([
    ["UTF-16 with a byte order mark", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    [
      "UTF-8 with a byte order mark and CRLF",
      (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
    ],
    ["a quoted line break in an unknown column", (text: string) => text.replace("x", '"a\nb"')],
    ["a cell of a million characters", (text: string) => text.replace("x", "x".repeat(1_000_000))],
  ])("a file in %s is read", async (_, write) => {
    const shop = await shopWithList();
    const text = csv("Price list,SKU,Price,Note", "summer,MUG,3.90,x", "summer,NONE,1,y");

    const { out } = await shop.run("prices", "import", await csvFile(write(text)));

    expect(out).toContain("1 changed  0 unchanged  0 removed  1 refused");
    expect(out.length).toBeLessThan(2_000);
  });
});
