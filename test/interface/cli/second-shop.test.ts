import { dirname, join } from "node:path";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { csv, csvFile } from "../../builders/csv-file.js";
import { cliShop } from "./cli-shop.js";

const FILE_NAME = "01h455vb4pex5vsknk084sn02q-40x30.png";
const everyField = csv(
  "Handle,Title,Description,Vendor,Type,Tags,Published,Published from,Published until,Status,Option1 name,Option1 value,SKU,Barcode,Price,Compare-at price,Inventory tracker,Inventory quantity,Weight value (grams),Product image URL,Image alt text,Variant image URL,SEO title,Care (product.metafields.facts.care)",
  `shirt,Shirt,<p>Soft</p>,Acme,Shirts,"a, b",TRUE,2024-01-02T03:04:05.678Z,2031-01-01,active,Size,S,S1,4006381333931,10.50,12.00,shopify,4,12.3450,https://img.example/s.jpg?v=1,Front,https://img.example/s.jpg?v=1,A shirt,wash`,
  "shirt,,,,,,,,,,,M,S2,,11.50,,,,,,,,,",
  "later,Later,,,,,TRUE,2031-05-06T07:08:09Z,,active,,,L1,,1.00,,,,,,,,,",
  "over,Over,,,,,TRUE,2020-01-01,2021-01-01,active,,,O1,,1.00,,,,,,,,,",
  "hidden,Hidden,,,,,FALSE,,,active,,,H1,,1.00,,,,,,,,,",
  "draft,Draft,,,,,TRUE,,,draft,,,D1,,1.00,,,,,,,,,",
);

type Shop = ReturnType<typeof cliShop>;

/** What the shop API can show of each product, without ids. */
const shown = async ({ catalog }: Shop): Promise<readonly unknown[]> => {
  const page = { size: 50, direction: "forward", after: null, before: null } as const;
  const fields = new Set([
    ...(["slug", "title", "descriptionHtml", "vendor", "productType", "tags"] as const),
    ...(["seo", "options", "publication", "metafields", "priceRange"] as const),
  ] as const);
  const { items } = await catalog.shop.products(
    { filter: {}, sort: { key: "TITLE", reverse: false }, page, fields },
    OPERATOR,
  );
  return items.map(({ item: { id: _, ...item } }) => item);
};

const exported = async (shop: Shop): Promise<string> => {
  const path = join(dirname(await csvFile("")), "export.csv");
  await shop.run("export", path);
  return path;
};

test("a second shop shows what the first one shows, also not before and not after its time", async () => {
  const [first, second] = [cliShop(), cliShop()];
  expect((await first.run("import", await csvFile(everyField))).code).toBe(0);
  const path = await exported(first);

  const { code } = await second.run("import", path);

  expect(code).toBe(0);
  const products = await shown(first);
  expect(products).toMatchObject([{ slug: "shirt" }]);
  expect(await shown(second)).toEqual(products);
  expect(await readFile(await exported(second), "utf8")).toBe(await readFile(path, "utf8"));
  expect((await first.run("import", path)).out).toContain("Nothing changed");
});

test("a time that is none is refused with its cell", async () => {
  for (const time of ["tomorrow", "2026-13-01", "2026-06-31", "2026-11-27T08:00"]) {
    const { code, out } = await cliShop().run(
      "import",
      await csvFile(csv("Title,Price,Published until", `Hat,1.00,${time}`)),
    );
    expect([code, out]).toEqual([3, expect.stringContaining(`column "Published until"`)]);
  }
});

test("uploaded images are exported with the address of the shop, which other shops keep", async () => {
  const shop = cliShop();
  const [path, own] = [`/media/${FILE_NAME}`, `https://shop.example/media/${FILE_NAME}`];
  const file = (url: string) => csvFile(csv("Title,Price,Product image URL", `Hat,1.00,${url}`));
  const { out } = await shop.run("import", await file(path));
  expect(out).toContain("which this shop does not have");
  expect(await readFile(await exported(shop), "utf8")).toContain(`,${own},`);

  const elsewhere = cliShop({ publicUrl: () => "https://other.example" });
  expect((await elsewhere.run("import", await file(own))).out).not.toContain(
    "which this shop does not have",
  );
  expect(await readFile(await exported(elsewhere), "utf8")).toContain(`,${own},`);

  const unnamed = cliShop({ publicUrl: () => null });
  await unnamed.run("import", await file(path));
  const { err } = await unnamed.run("export", join(dirname(await csvFile("")), "x.csv"));
  expect(err).toContain("set PLINTH_PUBLIC_URL and export again");
  expect(err).toContain("The file does not hold: translations");
});

test("a second shop shows the collections of the first one, and an import of them again changes nothing", async () => {
  const [first, second] = [cliShop(), cliShop()];
  const file = join(dirname(await csvFile("")), "collections.csv");
  for (const shop of [first, second]) await shop.run("import", await csvFile(everyField));
  const rows = csv(
    "Handle,Title,Parent,Image URL,Published,Product",
    `sub,Sub,top,/media/${FILE_NAME},TRUE,shirt`,
    "top,Top,,,TRUE,",
    "none,None,missing,,TRUE,nothing",
  );
  const imported = await first.run("collections", "import", await csvFile(rows));
  await first.run("collections", "export", file);
  const trial = await second.run("collections", "import", file, "--dry-run");
  const copy = await second.run("collections", "import", file);

  expect(imported.code).toBe(0);
  for (const told of [
    "line 2",
    "line 4",
    "There is no product",
    "There is no collection",
    "which this shop does not have",
  ])
    expect(imported.out).toContain(told);
  expect(await readFile(file, "utf8")).toContain(`https://shop.example/media/${FILE_NAME}`);
  expect(trial.out).toContain("3 changed");
  expect(copy.code).toBe(0);
  expect(copy.out).toContain("3 changed");
  expect((await second.run("collections", "import", file)).out).toContain("Nothing changed");
  const elsewhere = `${file}.copy`;
  await second.run("collections", "export", elsewhere);
  expect(await readFile(elsewhere, "utf8")).toBe(await readFile(file, "utf8"));
  const refused = await csvFile(csv("Handle,Title,Published", "good,Good,TRUE", "bad,,TRUE"));
  const strict = await second.run("collections", "import", refused, "--strict");
  expect([strict.code, strict.out]).toEqual([3, expect.stringContaining("Nothing was imported")]);
});
