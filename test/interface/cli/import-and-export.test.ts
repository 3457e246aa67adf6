import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { CannotProceed } from "../../../src/infrastructure/shared/cannot-proceed.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { csv, csvFile } from "../../builders/csv-file.js";
import { cliShop } from "./cli-shop.js";

const GOOD = csv(
  "Handle,Title,Variant SKU,Variant Price,Shelf",
  "mug,Mug,MUG,4.50,3",
  "pot,Pot,POT,12.00,4",
);
const MIXED = csv("Handle,Title,Variant SKU,Variant Price", "mug,Mug,MUG,4.50", "pot,Pot,POT,$12");

describe("plinth import", () => {
  test("prints the recognised format and the counts, and ends with 0", async () => {
    const shop = cliShop();

    const { code, out, err } = await shop.run("import", await csvFile(GOOD));

    expect(code).toBe(0);
    expect(err).toMatch(
      /2 rows, 2 products\n {2}encoding {3}UTF-8\n {2}delimiter {2}comma\n {2}line ends {2}LF\n/,
    );
    expect(err).toContain("1 column ignored, because the name is unknown: Shelf");
    expect(out).toMatch(
      /Done:\n {2}products +2 created +0 updated +0 unchanged +0 refused\n {2}variants +2 created/,
    );
  });

  test("reports that nothing changed when the same file is imported again", async () => {
    const shop = cliShop();
    const path = await csvFile(GOOD);
    await shop.run("import", path);

    const { code, out } = await shop.run("import", path);

    expect(code).toBe(0);
    expect(out).toContain("Nothing changed: everything in the file is already in the catalogue.");
  });

  test("lists refused products with line, column, value, reason and advice, and ends with 3", async () => {
    const { code, out } = await cliShop().run("import", await csvFile(MIXED));

    expect(code).toBe(3);
    expect(out).toContain(
      [
        "Refused, each as a whole:",
        "  pot",
        '    line 3, column "Variant Price", value "$12"',
        '      "$12" is not a price in EUR.',
        "      Write digits and at most 2 decimals, such as 1234.50, without a currency sign and without thousands separators.",
      ].join("\n"),
    );
  });

  test("explains a file that cannot be used, changes nothing, and ends with 2", async () => {
    const shop = cliShop();

    const { code, out, err } = await shop.run("import", await csvFile("PK\u0003\u0004"));

    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("cannot be imported. Nothing was changed.");
    expect(err).toContain("Save the table as CSV in UTF-8");
  });

  test.each([
    ["a file that is not there", "/nowhere/products.csv", "The file does not exist."],
    ["a folder", "/", "The path is a folder, not a file."],
  ])("%s ends with 2", async (_, path, reason) => {
    const { code, err } = await cliShop().run("import", path);

    expect(code).toBe(2);
    expect(err).toContain(reason);
  });

  test("--dry-run reports the result and changes nothing", async () => {
    const shop = cliShop();

    const { out } = await shop.run("import", await csvFile(GOOD), "--dry-run");

    expect(out).toContain(
      "The import would have this result (nothing was changed):\n  products       2 created",
    );
    expect(shop.database.rows("product").size).toBe(0);
  });

  test("--strict imports nothing of a file with a defect, and ends with 3", async () => {
    const shop = cliShop();

    const { code, out } = await shop.run("import", await csvFile(MIXED), "--strict");

    expect(code).toBe(3);
    expect(out).toContain("Nothing was imported: the file has a defect");
    expect(out).toContain("line 3");
    expect(shop.database.rows("product").size).toBe(0);
  });

  test("--report writes all issues as JSON, also for a file that cannot be used", async () => {
    const path = await csvFile(MIXED);
    const report = join(dirname(path), "report.json");
    const read = async (): Promise<unknown> => JSON.parse(await readFile(report, "utf8"));

    await cliShop().run("import", path, "--report", report);
    expect(await read()).toMatchObject({
      usable: true,
      dialect: { encoding: "UTF-8", delimiter: ",", lineEnds: "LF" },
      result: { products: { created: 1, refused: 1 } },
      refused: ["pot"],
      defects: [
        { product: "pot", line: 3, column: "Variant Price", value: "$12", code: "INVALID_PRICE" },
      ],
    });

    await writeFile(path, "");
    await cliShop().run("import", path, "--report", report);
    expect(await read()).toMatchObject({ usable: false, defects: [{ code: "EMPTY_FILE" }] });
  });

  test.each([
    ["the file itself", (path: string) => path],
    ["a folder that does not exist", (path: string) => join(dirname(path), "none", "report.json")],
  ])("--report into %s is refused before anything is imported", async (_, reportPath) => {
    const shop = cliShop();
    const path = await csvFile(GOOD);

    await expect(shop.run("import", path, "--report", reportPath(path))).rejects.toThrow(
      CannotProceed,
    );

    expect(await readFile(path, "utf8")).toBe(GOOD);
    expect(shop.database.outbox).toEqual([]);
  });

  test("a file that changes during the import ends it with 2 and the number of imported products", async () => {
    const path = await csvFile(GOOD);
    const shop = cliShop();
    const changing = cliShop({
      withApp: async (work) => (await appendFile(path, "pan,Pan,PAN,1.00,1\n"), work(shop)),
    });

    const { code, err } = await changing.run("import", path);

    expect(code).toBe(2);
    expect(err).toMatch(
      /The import was broken off\. \d products? of the file (is|are) in the catalogue\. Run it again to continue\.\n.*cannot be read to its end\.\n/,
    );
    expect(err).toContain("The file changed while it was read.");
  });

  test("control characters of a file do not reach the terminal", async () => {
    const { out, err } = await cliShop().run(
      "import",
      await csvFile(csv("Handle,Title,Variant Price,\u001B[2J", "m\u001B[31m,Mug,1\u009B,x")),
    );

    // oxlint-disable-next-line no-control-regex -- finding them is the purpose
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
  });

  test("options about the format of the file are used, and marked in the output", async () => {
    const shop = cliShop();
    const path = await csvFile("Title;Variant Price\r\nMug;12,90\r\n");

    const { code, err } = await shop.run(
      "import",
      path,
      "--delimiter",
      "semicolon",
      "--decimal",
      "comma",
      "--encoding",
      "windows-1252",
      "--line-end",
      "crlf",
    );

    expect(code).toBe(0);
    expect(err.match(/set by an option/g)).toHaveLength(4);
    expect([...shop.database.rows<{ readonly price: unknown }>("price").values()]).toMatchObject([
      { price: { minorUnits: 1290, currency: "EUR" } },
    ]);
  });

  test("a long list of issues is cut to a readable length", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `mug-${index},Mug,SKU-${index},$4,-1`);

    const { out } = await cliShop().run(
      "import",
      await csvFile(csv("Handle,Title,Variant SKU,Variant Price,Variant Inventory Qty", ...rows)),
    );

    expect(out).toContain("and 20 more refused products, see --report");
    expect(out).toContain(
      `40 times, line 2 ("-1"), line 3 ("-1"), line 4 ("-1") and 37 more, see --report`,
    );
  });

  test("an import that is stopped by Ctrl-C prints what is imported, and ends with 130", async () => {
    const stop = new AbortController();
    stop.abort();

    const { code, out } = await cliShop({ signal: stop.signal }).run("import", await csvFile(GOOD));

    expect(code).toBe(130);
    expect(out).toContain(
      "Stopped after 0 rows. The products counted here are in the catalogue. Run the import again to continue.",
    );
  });

  test("a progress bar is drawn on a terminal only", async () => {
    const path = await csvFile(GOOD);

    expect((await cliShop({ isTerminal: true }).run("import", path)).err).toContain("of 2 rows");
    expect((await cliShop().run("import", path)).err).not.toContain("of 2 rows");
  });
});

describe("plinth export", () => {
  test("writes to the standard output, or to a file that is complete at every moment", async () => {
    const shop = cliShop();
    const path = await csvFile(GOOD);
    await shop.run("import", path);

    const { out } = await shop.run("export");
    const { err } = await shop.run("export", path);

    expect(err).toMatch(/^\d+ products? written to .*products\.csv\.\nThe file does not hold: /);
    expect(out).toMatch(/^Title,URL handle,[^\r]+\r\nMug,mug,/);
    expect(await readFile(path, "utf8")).toBe(out);
    expect(await readdir(dirname(path))).toEqual(["products.csv"]);
  });

  test("includes drafts", async () => {
    const shop = cliShop();
    await shop.run("import", await csvFile(csv("Title,Status,Published", "Mug,draft,false")));

    expect((await shop.run("export")).out).toContain("Mug,mug,,,,,,FALSE,draft,");
    expect([...shop.database.rows<ProductSnapshot>("product").values()]).toMatchObject([
      { status: "DRAFT", publication: null },
    ]);
  });
});

describe("reports of large files", () => {
  test("count everything, and a frequent warning hides no other", async () => {
    const rows = Array.from({ length: 10_200 }, (_, n) => `p-${n},P ${n},1.00,5,`);
    const path = await csvFile(
      csv("Handle,Title,Price,Inventory quantity,Inventory tracker", ...rows, "p-0,,,,"),
    );
    const report = join(dirname(path), "report.json");

    const { out } = await cliShop().run("import", path, "--dry-run", "--report", report);

    expect(out).toContain("10200 times, line 3");
    const { counts, remarksLeftOut, warnings } = JSON.parse(await readFile(report, "utf8")) as {
      readonly counts: unknown;
      readonly remarksLeftOut: number;
      readonly warnings: readonly { readonly code: string; readonly line: number }[];
    };
    expect(counts).toMatchObject({ warnings: { NOT_TRACKED: 10_200, HANDLE_REPEATED: 1 } });
    expect(remarksLeftOut).toBe(10_202 - warnings.length);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: "HANDLE_REPEATED", line: 10_202 }),
    );
  }, 60_000);

  test("name every refused product with --strict, and the warnings of all others", async () => {
    const shop = cliShop();
    const path = await csvFile(
      csv("Handle,Title,Price,SKU", "a,A,x,", "b,B,,B1", "c,C,y,", "d,D,1.00,", "e,E,z,"),
    );
    const report = join(dirname(path), "report.json");

    const { code } = await shop.run("import", path, "--strict", "--report", report);

    expect(code).toBe(3);
    expect(JSON.parse(await readFile(report, "utf8"))).toMatchObject({
      refused: ["a", "c", "e"],
      defects: [{ line: 2 }, { line: 4 }, { line: 6 }],
      counts: { warnings: { NO_PRICE: 1 } },
      result: { refusedWhole: true, rows: 5, products: { created: 0, refused: 3 } },
    });
    expect(shop.database.rows("product").size).toBe(0);
  });
});

test("what columns that are missing mean is said once, and only if something is new", async () => {
  const shop = cliShop();
  const first = await csvFile(csv("Handle,Title", "mug,Mug", "pot,Pot"));

  const { out } = await shop.run("import", first);
  expect(out).toContain(
    'New products of this file are active (there is no column "Status"), and are published at once',
  );
  expect(out).toContain("New variants of this file get no price, so they cannot be bought (there");
  expect((await shop.run("import", first)).out).not.toContain("of this file");
});
