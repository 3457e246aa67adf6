import { beforeEach, describe, expect, test } from "vitest";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import type { ProductEntry } from "../../../src/application/catalog/ports/product-files.js";
import type { ProductRecord } from "../../../src/application/catalog/ports/product-record.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const location = { line: 2, column: null };
const shirt = (sizes: readonly string[], more: Partial<ProductRecord> = {}): ProductRecord => ({
  location,
  slug: "shirt",
  title: "Shirt",
  status: "ACTIVE",
  published: true,
  options: ["Size"],
  images: [],
  variants: sizes.map((size) => ({
    location,
    optionValues: [size],
    sku: `SHIRT-${size}`,
    price: "12.90",
  })),
  ...more,
});
const fileOf = (record: ProductRecord) => ({
  has: (slug: string) => slug === record.slug,
  hasSku: () => false,
  declared: [],
  issuesOfNew: { products: null, variants: null },
  entries: async function* (): AsyncGenerator<ProductEntry> {
    yield { name: record.slug, rows: 1, variants: 1, images: 0, record, defects: [], warnings: [] };
  },
});

describe("an import of translated products", () => {
  let app: Catalog;
  beforeEach(async () => {
    const database = new InMemoryDatabase();
    app = catalog({
      unitOfWork: database.unitOfWork(inMemoryStores),
      ...inMemoryReads(database),
      clock: fixedClock(),
      ids: numberedIds(),
      currency: "EUR",
    });
    await app.importProducts({ file: fileOf(shirt(["Small", "Large"])) }, OPERATOR);
    await app.productTranslationsSet(
      {
        id: (await stored())?.id ?? "",
        translations: [
          {
            locale: "de",
            title: "Hemd",
            options: [
              {
                name: "Size",
                translation: "Größe",
                values: [
                  { value: "Small", translation: "Klein" },
                  { value: "Large", translation: "Groß" },
                ],
              },
            ],
          },
        ],
      },
      OPERATOR,
    );
  });

  const stored = async () =>
    (
      await app.admin.productsBySlug(
        { slugs: ["shirt"], fields: new Set(["title", "options", "translations"]) },
        OPERATOR,
      )
    ).get("shirt");

  test("keeps the translations, and the texts that it adds are untranslated", async () => {
    await app.importProducts(
      { file: fileOf(shirt(["Small", "Large", "Huge"], { title: "Linen shirt" })) },
      OPERATOR,
    );

    expect(await stored()).toMatchObject({
      title: "Linen shirt",
      options: [{ values: ["Small", "Large", "Huge"] }],
      translations: [{ locale: "de", title: "Hemd", missing: ["options.Size.values.Huge"] }],
    });
  });

  test("is refused if a new value equals the translation of another", async () => {
    const reports: unknown[] = [];
    await app.importProducts(
      {
        file: fileOf(shirt(["Small", "Large", "Klein"])),
        onProduct: (report) => void reports.push(report),
      },
      OPERATOR,
    );

    expect(reports).toMatchObject([
      {
        outcome: "refused",
        defects: [
          {
            code: "AMBIGUOUS_TRANSLATION",
            value: "Klein",
            reason: expect.stringContaining('"Klein" in de') as string,
          },
        ],
      },
    ]);
    expect(await stored()).toMatchObject({ options: [{ values: ["Small", "Large"] }] });
  });
});
