import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ProductReport } from "../../../src/application/catalog/import-export/product-report.js";
import type { ProductEntry } from "../../../src/application/catalog/ports/product-files.js";
import type { ProductRecord } from "../../../src/application/catalog/ports/product-record.js";
import { ADMIN_KEY_HOLDER, OPERATOR } from "../../../src/application/shared/viewer.js";
import { fileOf, mugRecord, variantRecord } from "../../builders/mug-record.js";
import { inMemoryCatalog, type InMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";

const A_BATCH = 1_000;

/** An entry that is in a batch of its own if it is large. */
const entryOf = (record: ProductRecord, isLarge: boolean): ProductEntry => ({
  name: record.slug,
  rows: isLarge ? A_BATCH : 1,
  variants: record.variants.length,
  images: record.images.length,
  record,
  defects: [],
  warnings: [],
});

const reportsOf = async (
  { catalog }: InMemoryCatalog,
  entries: readonly ProductEntry[],
  dryRun: boolean,
): Promise<unknown> => {
  const reports: ProductReport[] = [];
  const report = await catalog.importProducts(
    {
      file: {
        ...fileOf(...entries),
        hasSku: () => false,
        declared: [],
        issuesOfNew: {
          products: { code: "PRODUCTS", reason: "New.", advice: "None." },
          variants: { code: "VARIANTS", reason: "New.", advice: "None." },
        },
      },
      dryRun,
      onProduct: (one) => void reports.push(one),
    },
    OPERATOR,
  );
  return { report, reports };
};

const slug = fc.constantFrom("a", "b", "c", "d", "e");
const record = fc
  .record({
    sku: fc.option(fc.constantFrom("S1", "S2", "S3", "S4", "S5", "S6"), { nil: null }),
    price: fc.constantFrom("1.00", "2.00", null),
    value: fc.constantFrom("1", "2", "x"),
    type: fc.constantFrom("INTEGER" as const, "TEXT" as const),
    hasField: fc.boolean(),
    isLarge: fc.boolean(),
  })
  .map(({ isLarge, ...rest }) => ({ ...rest, isLarge }));
const file = fc.uniqueArray(fc.tuple(slug, record), { maxLength: 5, selector: ([name]) => name });

type Row = typeof file extends fc.Arbitrary<readonly (infer One)[]> ? One : never;
const entriesOf = (rows: readonly Row[]): readonly ProductEntry[] => {
  // In a file each SKU is used once.
  const seen = new Set<string>();
  return rows.map(([name, { sku, price, value, type, hasField, isLarge }]) => {
    const own = sku !== null && seen.size < seen.add(sku).size ? sku : null;
    return entryOf(
      mugRecord({
        slug: name,
        variants: [variantRecord({ sku: own, price })],
        ...(hasField && { metafields: [{ namespace: "facts", key: "year", type, value }] }),
      }),
      isLarge,
    );
  });
};

test("a dry run reports what the run reports, whatever is stored and whatever is saved together", async () => {
  await fc.assert(
    fc.asyncProperty(
      file,
      fc.option(fc.tuple(slug, fc.constantFrom("f", "g", "h")), { nil: null }),
      file,
      async (before, renamed, after) => {
        const shop = inMemoryCatalog();
        await reportsOf(shop, entriesOf(before), false);
        if (renamed) {
          const [from, to] = renamed;
          const found = await shop.catalog.admin.productsBySlug(
            { slugs: [from], fields: new Set(["slug"]) },
            OPERATOR,
          );
          const id = found.get(from)?.id;
          if (id) await shop.catalog.productUpdate({ id, changes: { slug: to } }, ADMIN_KEY_HOLDER);
        }
        const entries = entriesOf(after);

        const trial = await reportsOf(shop, entries, true);

        expect(await reportsOf(shop, entries, false)).toEqual(trial);
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);

test("a SKU that one product of a file gives up may be taken by a later one, but not by an earlier one", async () => {
  const moving = (isLarge: boolean) => [
    entryOf(mugRecord({ slug: "a", variants: [variantRecord({ sku: "NEW" })] }), isLarge),
    entryOf(mugRecord({ slug: "b", variants: [variantRecord({ sku: "MOVES" })] }), isLarge),
  ];
  for (const isLarge of [false, true])
    for (const isBackwards of [false, true]) {
      const shop = inMemoryCatalog();
      await reportsOf(shop, entriesOf([]), false);
      await shop.catalog.importProducts(
        { file: fileOf(mugRecord({ slug: "a", variants: [variantRecord({ sku: "MOVES" })] })) },
        OPERATOR,
      );
      const entries = isBackwards ? moving(isLarge).toReversed() : moving(isLarge);
      expect(await reportsOf(shop, entries, true)).toMatchObject({
        report: { products: { refused: isBackwards ? 1 : 0 } },
      });
      expect(await reportsOf(shop, entries, false)).toMatchObject({
        report: { products: { refused: isBackwards ? 1 : 0 } },
      });
    }
});
