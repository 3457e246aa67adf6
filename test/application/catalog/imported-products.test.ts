import { beforeEach, describe, expect, test } from "vitest";
import { REFRESH_AUTOMATED_COLLECTIONS } from "../../../src/application/catalog/collections/refresh-automated-collections.js";
import type { ProductReport } from "../../../src/application/catalog/import-export/product-report.js";
import type { ProductRecord } from "../../../src/application/catalog/ports/product-record.js";
import { redirectOldSlugs } from "../../../src/application/catalog/product-edit/redirect-old-slugs.js";
import { announcePublication } from "../../../src/application/catalog/products/announce-publication.js";
import {
  ADMIN_KEY_HOLDER,
  GUEST,
  OPERATOR,
  PermissionDenied,
} from "../../../src/application/shared/viewer.js";
import { fileOf, mugRecord, variantRecord } from "../../builders/mug-record.js";
import { productId } from "../../builders/product-content.js";
import { reserveUnits } from "../../builders/reserve-units.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryCatalog, type InMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";
import type { StoredWork } from "../../fakes/in-memory-schedule.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";

const HOUR_MS = 3_600_000;

describe("imported products", () => {
  let memory: InMemoryCatalog;
  let clock: MovableClock;
  const importRecords = (...records: readonly ProductRecord[]) =>
    memory.catalog.importProducts({ file: fileOf(...records) }, OPERATOR);
  const inUnit = <T>(work: (stores: ReturnType<typeof inMemoryStores>) => Promise<T>): Promise<T> =>
    memory.database.unitOfWork(inMemoryStores).run(work);
  const idOf = (slug: string) =>
    inUnit(async ({ products }) => (await products.bySlug([slug])).get(slug)?.id ?? productId(0));
  const scheduledWork = () =>
    [...memory.database.rows<StoredWork>("work").values()].filter(
      ({ kind }) => kind !== REFRESH_AUTOMATED_COLLECTIONS,
    );
  const publicationEvents = () =>
    memory.database.outbox.map(({ type }) => type).filter((type) => type.endsWith("published"));
  const redirects = () =>
    [...memory.database.rows<{ slug: string; target: string }>("slug_redirect").values()].map(
      ({ slug, target }) => [slug, target],
    );

  beforeEach(() => {
    clock = movableClock();
    memory = inMemoryCatalog("EUR", clock);
  });

  test("are announced if they are not drafts, and announced again only if the publication changes", async () => {
    const records = [
      mugRecord(),
      mugRecord({ slug: "pot", variants: [variantRecord({ sku: "POT" })], status: "DRAFT" }),
    ] as const;
    await importRecords(...records);
    await importRecords(...records);

    expect(publicationEvents()).toEqual(["catalog.product-published"]);
    expect(scheduledWork()).toEqual([]);

    await importRecords(mugRecord({ status: "ARCHIVED" }));
    expect(publicationEvents()).toEqual([
      "catalog.product-published",
      "catalog.product-unpublished",
    ]);
  });

  test("lose a scheduled end of publication if the file archives the product", async () => {
    await importRecords(mugRecord());
    await memory.catalog.productPublish(
      { id: await idOf("mug"), until: new Date(clock.now().getTime() + HOUR_MS) },
      ADMIN_KEY_HOLDER,
    );
    expect(scheduledWork()).toMatchObject([
      { kind: "catalog.announce-publication", subject: await idOf("mug") },
    ]);

    await importRecords(mugRecord({ status: "ARCHIVED" }));
    expect(scheduledWork()).toEqual([]);
  });

  test("are found by a slug that they had before, which they do not get back", async () => {
    await importRecords(mugRecord());
    const mug = await idOf("mug");
    await memory.catalog.productUpdate({ id: mug, changes: { slug: "cup" } }, ADMIN_KEY_HOLDER);
    const reports: ProductReport[] = [];

    await memory.catalog.importProducts(
      {
        file: fileOf(mugRecord({ title: "Renamed" })),
        onProduct: (report) => void reports.push(report),
      },
      OPERATOR,
    );

    expect(reports).toMatchObject([
      { outcome: "updated", warnings: [{ code: "FOUND_BY_OLD_HANDLE", line: 2, value: "mug" }] },
    ]);
    expect(await idOf("cup")).toBe(mug);
    expect(redirects()).toEqual([["mug", mug]]);
  });

  test("take over the old slug of a product that the file has too, and say so", async () => {
    await importRecords(mugRecord());
    const mug = await idOf("mug");
    await memory.catalog.productUpdate({ id: mug, changes: { slug: "cup" } }, ADMIN_KEY_HOLDER);
    const reports: ProductReport[] = [];
    const file = fileOf(
      mugRecord({ variants: [variantRecord({ sku: "OTHER" })] }),
      mugRecord({ slug: "cup" }),
    );

    await memory.catalog.importProducts(
      { file, onProduct: (report) => void reports.push(report) },
      OPERATOR,
    );

    expect(reports).toMatchObject([
      { outcome: "created", warnings: [{ code: "OLD_SLUG_TAKEN_OVER", value: "mug" }] },
      { outcome: "unchanged" },
    ]);
    expect(redirects()).toEqual([]);
    expect(await idOf("mug")).not.toBe(mug);
  });

  test("that were one product before are refused but for the first", async () => {
    await importRecords(mugRecord());
    const mug = await idOf("mug");
    for (const slug of ["cup", "bowl"])
      await memory.catalog.productUpdate({ id: mug, changes: { slug } }, ADMIN_KEY_HOLDER);
    const reports: ProductReport[] = [];

    await memory.catalog.importProducts(
      {
        file: fileOf(mugRecord(), mugRecord({ slug: "cup", variants: [] })),
        onProduct: (report) => void reports.push(report),
      },
      OPERATOR,
    );

    expect(reports).toMatchObject([
      { outcome: "unchanged" },
      { outcome: "refused", defects: [{ code: "PRODUCT_TWICE", value: "cup" }] },
    ]);
  });

  test("a generated slug never takes over an old slug of another product", async () => {
    await importRecords(mugRecord());
    const mug = await idOf("mug");
    await memory.catalog.productUpdate({ id: mug, changes: { slug: "cup" } }, ADMIN_KEY_HOLDER);
    await memory.catalog.productCreate({ product: { title: "Mug" } }, ADMIN_KEY_HOLDER);
    expect(await idOf("mug-2")).not.toBe(productId(0));
    expect(redirects()).toEqual([["mug", mug]]);

    await memory.catalog.productCreate(
      { product: { title: "Mug", slug: "mug" } },
      ADMIN_KEY_HOLDER,
    );
    expect(redirects()).toEqual([]);
  });

  test("the scheduled prices of a removed variant are cancelled", async () => {
    const created = await memory.catalog.productCreate(
      {
        product: {
          title: "Bowl",
          options: [{ name: "Size", values: ["S", "L"] }],
          generateVariants: true,
        },
      },
      ADMIN_KEY_HOLDER,
    );
    const id = created.result?.productId ?? productId(0);
    const [small, large] = await inUnit(
      async ({ products }) => (await products.get(id)).snapshot().variants,
    );
    const at = new Date(clock.now().getTime() + HOUR_MS);
    for (const variant of [small, large])
      await memory.pricing.variantPriceSchedule(
        { variantId: variant?.id ?? "", at, price: "5" },
        ADMIN_KEY_HOLDER,
      );
    await memory.catalog.productVariantsRemove(
      { id, variantIds: [small?.id ?? ""] },
      ADMIN_KEY_HOLDER,
    );

    expect(scheduledWork()).toMatchObject([{ subject: large?.id }]);
  });

  test("a scheduled publication of a deleted product announces nothing", async () => {
    await inUnit((stores) =>
      announcePublication.run(
        {
          id: "work" as never,
          kind: announcePublication.kind,
          subject: productId(7),
          dueAt: clock.now(),
          facts: {},
        },
        stores,
      ),
    );

    expect(memory.database.outbox).toEqual([]);
  });

  test("are deleted all or none by default", async () => {
    await importRecords(
      mugRecord(),
      mugRecord({ slug: "pot", variants: [variantRecord({ sku: "POT", onHand: 5 })] }),
    );
    await inUnit(async (stores) => {
      const pot = (await stores.products.bySlug(["pot"])).get("pot")?.snapshot().variants[0]?.id;
      if (pot) await reserveUnits(stores, pot, 2);
    });

    const items = [{ id: await idOf("mug") }, { id: await idOf("pot") }];
    expect((await memory.catalog.productsDelete({ items }, OPERATOR)).refusals).toMatchObject([
      { code: "PRODUCT_IN_USE", path: ["items", "1", "id"] },
    ]);
    expect(
      (await memory.catalog.productsDelete({ items, onError: "SKIP" }, OPERATOR)).result?.items,
    ).toMatchObject([{ result: { deletedProductId: items[0]?.id } }, { result: null }]);
    const remaining = await memory.catalog.admin.products(
      {
        filter: {},
        sort: { key: "CREATED", reverse: false },
        page: { size: 10, direction: "forward", after: null, before: null },
        fields: new Set(["slug"]),
      },
      ADMIN_KEY_HOLDER,
    );
    expect(remaining.items.map(({ item }) => item.slug)).toEqual(["pot"]);
    expect(
      [...memory.database.rows<{ kind: string }>("product_revision").values()].at(-1),
    ).toMatchObject({ kind: "DELETED", actor: "operator" });
  });

  test("cannot be changed by guests", async () => {
    for (const mutation of [
      memory.catalog.productPublish,
      memory.catalog.productArchive,
      memory.catalog.productDelete,
    ])
      await expect(mutation({ id: productId(1) }, GUEST)).rejects.toThrow(PermissionDenied);
  });
});

test("two resources that swap their slugs have no redirects to each other", async () => {
  const memory = inMemoryCatalog();
  const [mug, bowl] = [productId(1), productId(2)];
  await memory.database.unitOfWork(inMemoryStores).run((stores) =>
    redirectOldSlugs(
      stores,
      "product",
      [
        { before: { slug: "a" }, after: { id: mug, slug: "b" } },
        { before: { slug: "b" }, after: { id: bowl, slug: "a" } },
      ],
      new Date(0),
    ),
  );

  expect([...memory.database.rows("slug_redirect").keys()]).toEqual([]);
});
