import { describe, expect, test } from "vitest";
import type { Catalog } from "../../../src/application/catalog/catalog.js";
import {
  COLLECTION_FILE,
  type CollectionField,
} from "../../../src/application/catalog/import-export/collections/collection-file.js";
import type { TableImport } from "../../../src/application/shared/table-import.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { ShopifyCsvFiles } from "../../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { csv, csvFile } from "../../builders/csv-file.js";
import { counts, tableFile, tableText } from "../../builders/table-file.js";

const page = { size: 100, direction: "forward", after: null, before: null } as const;

const PRODUCTS = csv(
  "Handle,Title,SKU,Price,Tags",
  "mug,Mug,MUG,5,kitchen",
  "bowl,Bowl,BOWL,7,kitchen",
  "plate,Plate,PLATE,9,kitchen",
  "lamp,Lamp,LAMP,40,light",
  "sofa,Sofa,SOFA,900,",
);

const withProducts = async (shop: Catalog): Promise<Catalog> => {
  const file = await new ShopifyCsvFiles().open(await csvFile(PRODUCTS), { currency: "EUR" });
  await shop.importProducts({ file }, OPERATOR);
  return shop;
};

type Options = Partial<Pick<TableImport<CollectionField>, "dryRun" | "strict">>;

/** Imports a file. @returns its counts and its issues: `3 REFERENCE_UNKNOWN Parent` */
const imported = async (shop: Catalog, text: string, options: Options = {}) => {
  const issues: string[] = [];
  const report = await shop.importCollections(
    {
      file: await tableFile(COLLECTION_FILE, text),
      ...options,
      onRows: ({ defects, warnings }) => {
        for (const { line, code, column } of [...defects, ...warnings])
          issues.push(`${line} ${code} ${column}`);
      },
    },
    OPERATOR,
  );
  const { removed: _, ...rest } = counts(report);
  return { ...rest, issues };
};

const exported = async (shop: Catalog): Promise<string> => {
  const { kind, rows } = await shop.exportCollections({}, OPERATOR);
  return tableText(kind, rows);
};

const slugs = (
  one: { readonly items: readonly { readonly item: { slug?: string } }[] } | undefined,
) => one?.items.map(({ item: { slug } }) => slug) ?? [];

/** What a shop shows of its collections, without ids. */
const shown = async ({ shop }: Catalog) => {
  const fields = new Set([
    ...(["slug", "title", "descriptionHtml", "seo", "image", "metafields", "sortOrder"] as const),
  ] as const);
  const slug = new Set(["slug"] as const);
  const sort = { key: "CREATED", reverse: false } as const;
  const viewer = OPERATOR;
  const { items } = await shop.collections({ filter: {}, sort, page, fields }, viewer);
  const ids = items.map(({ item }) => item.id);
  const products = await shop.productsOfCollections({ ids, page, fields: slug }, viewer);
  const children = await shop.childrenOfCollections({ ids, page, fields: slug }, viewer);
  const roots = await shop.collections(
    { filter: { parent: null }, sort: { key: "MANUAL", reverse: false }, page, fields: slug },
    viewer,
  );
  return {
    roots: slugs(roots),
    collections: items.map(({ item: { id, image, metafields = [], ...item } }) => ({
      ...item,
      image: image && { url: image.url, alt: image.alt, focalPoint: image.focalPoint },
      metafields: metafields
        .map(({ namespace, key, type }) => `${namespace}.${key} ${type}`)
        .toSorted(),
      products: slugs(products.get(id)),
      children: slugs(children.get(id)),
    })),
  };
};

const FILE = csv(
  [
    "Handle,Title,Title [de],Description,Parent,Position,Published,Published from,Published until",
    "Image URL,Image alt text,Image alt text [de],Image focal point,SEO title,SEO description",
    "Sort order,Conditions,Conditions match",
    '"Season [choice: s=Summer | w=Winter] (collection.metafields.facts.season)"',
    "See also [collection_reference] (collection.metafields.facts.see)",
    "Best [product_reference] (collection.metafields.facts.best)",
    "Product,Product position",
  ].join(","),
  // Its parent and what it refers to come later.
  "cups,Cups,Tassen,<p>For tea</p>,table,2,TRUE,2024-01-02T03:04:05.678Z,2031-01-01,https://img.example/c.jpg?v=1,A cup,Eine Tasse,0.25 0.5,Cups to buy,All cups,manual,,,s,table,mug,mug,1",
  "cups,,,,,,,,,,,,,,,,,,,,,bowl,2",
  "dishes,Dishes,Geschirr,,table,1,TRUE,2024-01-02,,,,,,,,title desc,,,,,,plate,1",
  "dishes,,,,,,,,,,,,,,,,,,,,,bowl,2",
  "kitchen,Kitchen,,,,3,TRUE,2024-01-02,,,,,,,,manual,tag equals kitchen; price at most 8,all,,,,bowl,1",
  "kitchen,,,,,,,,,,,,,,,,,,,,,mug,2",
  'bright,Bright,,,,2,TRUE,2024-01-02,,,,,,,,price asc,"tag equals light; option value [Size] equals ""A;B""; sku is set",any,,,,,',
  "table,Table,Tisch,,,1,TRUE,2024-01-02,,,,,,,,manual,,,w,cups,sofa,,",
  "hidden,Hidden,,,cups,1,FALSE,,,,,,,,,manual,,,,,,sofa,1",
);

/** Shops whose collections come from a file. Each `open` returns an empty one, which may replace that before. */
export const collectionFiles = (name: string, open: () => Promise<Catalog>): void => {
  describe(`files of collections: ${name}`, () => {
    test("a second shop shows the collections that the first one shows", async () => {
      const first = await withProducts(await open());
      const result = await imported(first, FILE);
      const text = await exported(first);
      const inFirst = await shown(first);
      const again = await imported(first, text);
      const second = await withProducts(await open());
      const trial = await imported(second, text, { dryRun: true });
      const copy = await imported(second, text);

      expect(result).toEqual({ changed: 6, unchanged: 0, refused: 0, issues: [] });
      expect(again).toEqual({ changed: 0, unchanged: 6, refused: 0, issues: [] });
      expect(trial).toEqual(copy);
      expect(copy).toEqual(result);
      expect(await exported(second)).toBe(text);
      const inSecond = await shown(second);
      expect(inSecond).toEqual(inFirst);
      expect(inSecond.roots).toEqual(["table", "bright", "kitchen"]);
      expect(inSecond.collections.map((one) => [one.slug, one.products, one.children])).toEqual([
        ["cups", ["mug", "bowl"], []],
        ["dishes", ["plate", "bowl"], []],
        ["kitchen", ["bowl", "mug"], []],
        ["bright", [], []],
        ["table", [], ["dishes", "cups"]],
      ]);
      expect(inSecond.collections[0]).toMatchObject({
        title: "Cups",
        image: {
          url: "https://img.example/c.jpg?v=1",
          alt: "A cup",
          focalPoint: { x: 0.25, y: 0.5 },
        },
        seo: { title: "Cups to buy", description: "All cups" },
        metafields: ["facts.best PRODUCT", "facts.season CHOICE", "facts.see COLLECTION"],
      });
      expect(text).toContain('tag equals light; option value [Size] equals ""A;B""; sku is set');
    });

    test("a file changes what it names, and leaves everything else as it is", async () => {
      const shop = await withProducts(await open());
      await imported(shop, FILE);
      const result = await imported(
        shop,
        csv(
          "Handle,Title,Product,Product position",
          "cups,Mugs and cups,sofa,",
          "cups,,bowl,1",
          "table,Table,,",
        ),
      );

      expect(result).toEqual({ changed: 1, unchanged: 1, refused: 0, issues: [] });
      const { collections, roots } = await shown(shop);
      expect(roots).toEqual(["table", "bright", "kitchen"]);
      expect(collections[0]).toMatchObject({
        title: "Mugs and cups",
        descriptionHtml: "<p>For tea</p>",
        products: ["bowl", "mug", "sofa"],
      });
      expect(collections[4]).toMatchObject({ children: ["dishes", "cups"] });
    });

    test("every cell that is not imported is told with its line, in a dry run too", async () => {
      const shop = await withProducts(await open());
      await imported(shop, FILE);
      const before = await exported(shop);
      const file = csv(
        "Handle,Title,Parent,Image URL,Image alt text,Sort order,Conditions,Conditions match,Published from,Product,Product position",
        "cups,,,,,,,,,,",
        "ok,Ok,nowhere,,A picture,,,any,,fork,",
        "ok,Other,,,,,,,,mug,zero",
        "lost,Lost,refused,,,by magic,tag resembles x,,2026-02-31,,",
        "table,Table,cups,,,,,,,,",
        "bright,Bright,,,,price asc,tag equals light,,,lamp,",
        "ok,Ok,,,,,,,,bowl,",
        ",Nameless,,,,,,,,,",
        "fine,Fine,ok,,,,,,,mug,",
        "fine,,,,,,,,,mug,4",
        "fine,,,,,,,,,,5",
        "dishes,Dishes,lost,,,title asc,price at most x,,,,",
      );
      const trial = await imported(shop, file, { dryRun: true });

      expect(await exported(shop)).toBe(before);
      expect(await imported(shop, file)).toEqual(trial);
      expect(trial.issues.toSorted((a, b) => Number.parseInt(a) - Number.parseInt(b))).toEqual([
        "2 INVALID_TEXT Title",
        "3 CELLS_IGNORED Image alt text",
        "3 CELLS_IGNORED Conditions match",
        "4 INVALID_POSITION Product position",
        "4 CELLS_IGNORED Title",
        "5 INVALID_TIME Published from",
        "5 UNKNOWN_VALUE Sort order",
        "5 INVALID_COLLECTION_RULE Conditions",
        "6 COLLECTION_CYCLE Parent",
        "7 COLLECTION_AUTOMATED Product",
        "8 HANDLE_REPEATED Handle",
        "9 NO_HANDLE Handle",
        "10 COLLECTION_COLUMNS_MISSING Handle",
        "10 REFERENCE_UNKNOWN Parent",
        "11 CELLS_IGNORED Product",
        "12 CELLS_IGNORED Product position",
        "13 INVALID_COLLECTION_RULE Conditions",
      ]);
      expect(trial).toMatchObject({ refused: 6 });
    });

    test("collections may change places with their parents, but not become their own", async () => {
      const shop = await open();
      await imported(
        shop,
        csv("Handle,Title,Parent", "a,A,b", "b,B,c", "c,C,", "d,D,e", "e,E,d", "f,F,f"),
      );
      const swapped = csv("Handle,Parent", "a,", "b,a", "c,b");
      const trial = await imported(shop, swapped, { dryRun: true });
      const result = await imported(shop, swapped);

      expect(trial).toEqual(result);
      expect(result).toEqual({ changed: 3, unchanged: 0, refused: 0, issues: [] });
      const { collections, roots } = await shown(shop);
      expect(roots).toEqual(["d", "e", "f", "a"]);
      expect(collections.map(({ slug, children }) => [slug, children])).toEqual([
        ["a", ["b"]],
        ["b", ["c"]],
        ["c", []],
        ["d", []],
        ["e", []],
        ["f", []],
      ]);
      const levels = Array.from({ length: 10 }, (_, level) => `l${level},L${level},l${level + 1}`);
      expect(
        (await imported(shop, csv("Handle,Title,Parent", "d,D,e", "e,E,d", ...levels))).issues,
      ).toEqual([
        "4 COLLECTION_COLUMNS_MISSING Handle",
        "2 COLLECTION_CYCLE Parent",
        "3 COLLECTION_CYCLE Parent",
        "4 COLLECTION_TOO_DEEP Parent",
        "5 COLLECTION_TOO_DEEP Parent",
        "13 REFERENCE_UNKNOWN Parent",
      ]);
    });

    test("a handle of before finds its collection, and one that is taken over is told", async () => {
      const shop = await open();
      await imported(shop, csv("Handle,Title,Published", "old,Old,TRUE", "top,Top,TRUE"));
      const { items } = await shop.shop.collections(
        { filter: {}, sort: { key: "CREATED", reverse: false }, page, fields: new Set(["slug"]) },
        OPERATOR,
      );
      await shop.collectionUpdate(
        { id: items[0]?.item.id ?? "", changes: { slug: "new" } },
        OPERATOR,
      );
      const found = csv("Handle,Title,Parent", "old,Renamed,", "sub,Sub,old");
      const both = csv("Handle,Title,Published", "new,Renamed,TRUE", "old,Another,TRUE");

      expect((await imported(shop, found)).issues).toEqual([
        "2 FOUND_BY_OLD_HANDLE Handle",
        "3 COLLECTION_COLUMNS_MISSING Handle",
      ]);
      const trial = await imported(shop, both, { dryRun: true });
      expect(await imported(shop, both)).toEqual(trial);
      expect(trial).toEqual({
        changed: 1,
        unchanged: 1,
        refused: 0,
        issues: ["3 OLD_SLUG_TAKEN_OVER Handle"],
      });
      const { collections } = await shown(shop);
      expect(collections.map(({ slug, title }) => [slug, title])).toEqual([
        ["new", "Renamed"],
        ["top", "Top"],
        ["sub", "Sub"],
        ["old", "Another"],
      ]);
    });

    test("an automated collection that is ordered by hand takes only products that its rules match", async () => {
      const shop = await withProducts(await open());
      const file = csv(
        "Handle,Title,Published,Sort order,Conditions,Product,Product position",
        "kitchen,Kitchen,TRUE,manual,tag equals kitchen,plate,1",
        "kitchen,,,,,lamp,2",
        "kitchen,,,,,mug,3",
      );
      const trial = await imported(shop, file, { dryRun: true });

      expect(await imported(shop, file)).toEqual(trial);
      expect(trial.issues).toEqual(["3 COLLECTION_AUTOMATED Product"]);
      const { collections } = await shown(shop);
      expect(collections.map(({ products }) => products)).toEqual([["plate", "mug"]]);
    });

    test("a strict import of a file with a defect imports nothing", async () => {
      const shop = await open();
      const file = csv("Handle,Title,Published", "good,Good,TRUE", "bad,,TRUE");

      expect(await imported(shop, file, { strict: true })).toEqual({
        changed: 0,
        unchanged: 0,
        refused: 1,
        issues: ["3 INVALID_TEXT Title"],
      });
      expect((await shown(shop)).collections).toEqual([]);
    });
  });
};
