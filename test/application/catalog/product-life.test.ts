import { beforeEach, describe, expect, test } from "vitest";
import { KEEP_COLLECTIONS } from "../../../src/application/catalog/collections/keep-collections.js";
import { announcePublication } from "../../../src/application/catalog/products/announce-publication.js";
import { keepRedirects } from "../../../src/application/catalog/keep-redirects.js";
import type { ProductSheet } from "../../../src/application/catalog/files/product-sheet.js";
import {
  ADMIN_KEY_HOLDER,
  GUEST,
  OPERATOR,
  PermissionDenied,
} from "../../../src/application/shared/viewer.js";
import { ProductInUse } from "../../../src/domain/catalog/errors.js";
import { mugSheet, fileOf, variantSheet } from "../../builders/product-sheet.js";
import { productId } from "../../builders/product-content.js";
import { inMemoryCatalog, type InMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import type { StoredWork } from "../../fakes/in-memory-schedule.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";

const HOUR_MS = 3_600_000;

describe("what becomes of imported products", () => {
  let memory: InMemoryCatalog;
  let clock: MovableClock;
  const bring = (...sheets: readonly ProductSheet[]) =>
    memory.catalog.importProducts({ file: fileOf(...sheets) }, OPERATOR);
  const inUnit = <T>(work: (stores: ReturnType<typeof inMemoryStores>) => Promise<T>): Promise<T> =>
    memory.database.unitOfWork(inMemoryStores).run(work);
  const idOf = (slug: string) =>
    inUnit(async ({ products }) => (await products.bySlug([slug])).get(slug)?.id ?? productId(0));
  const planned = () =>
    [...memory.database.rows<StoredWork>("work").values()].filter(
      ({ kind }) => kind !== KEEP_COLLECTIONS,
    );
  const told = () =>
    memory.database.outbox.map(({ type }) => type).filter((type) => type.endsWith("published"));
  const redirects = () =>
    [...memory.database.rows<{ slug: string; target: string }>("slug_redirect").values()].map(
      ({ slug, target }) => [slug, target],
    );

  beforeEach(() => {
    clock = movableClock();
    memory = inMemoryCatalog("EUR", clock);
  });

  test("they are announced as they come in, drafts are not, and again only when something changes", async () => {
    const sheets = [
      mugSheet(),
      mugSheet({ slug: "pot", variants: [variantSheet({ sku: "POT" })], status: "DRAFT" }),
    ] as const;
    await bring(...sheets);
    await bring(...sheets);

    expect(told()).toEqual(["catalog.product-published"]);
    expect(planned()).toEqual([]);

    await bring(mugSheet({ status: "ARCHIVED" }));
    expect(told()).toEqual(["catalog.product-published", "catalog.product-unpublished"]);
  });

  test("an end that was planned is forgotten when the file lays the product away", async () => {
    await bring(mugSheet());
    await memory.catalog.productPublish(
      { id: await idOf("mug"), until: new Date(clock.now().getTime() + HOUR_MS) },
      ADMIN_KEY_HOLDER,
    );
    expect(planned()).toMatchObject([
      { kind: "catalog.announce-publication", subject: await idOf("mug") },
    ]);

    await bring(mugSheet({ status: "ARCHIVED" }));
    expect(planned()).toEqual([]);
  });

  test("one that comes under an old slug of another has it for itself", async () => {
    await bring(mugSheet());
    const mug = await idOf("mug");
    await memory.catalog.productUpdate({ id: mug, changes: { slug: "cup" } }, ADMIN_KEY_HOLDER);
    expect(redirects()).toEqual([["mug", mug]]);

    await bring(mugSheet({ variants: [variantSheet({ sku: "OTHER" })] }));
    expect(redirects()).toEqual([]);
    expect(await idOf("mug")).not.toBe(mug);
  });

  test("a slug that nobody asked for is no old one of another", async () => {
    await bring(mugSheet());
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

  test("a variant that is taken out takes along what was planned for it", async () => {
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
      await memory.catalog.variantPriceSchedule(
        { variantId: variant?.id ?? "", at, price: "5" },
        ADMIN_KEY_HOLDER,
      );
    await memory.catalog.productVariantsRemove(
      { id, variantIds: [small?.id ?? ""] },
      ADMIN_KEY_HOLDER,
    );

    expect(planned()).toMatchObject([{ subject: large?.id }]);
  });

  test("a publication that is planned for a product that is gone announces nothing", async () => {
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

  test("they go all together or not at all when the demo is taken out", async () => {
    await bring(
      mugSheet(),
      mugSheet({ slug: "pot", variants: [variantSheet({ sku: "POT", onHand: 5 })] }),
    );
    await inUnit(async ({ products, stockItems }) => {
      const pot = (await products.bySlug(["pot"])).get("pot")?.snapshot().variants[0]?.id;
      for (const item of pot ? (await stockItems.byVariant([pot])).values() : []) {
        item.reserve(2);
        await stockItems.save([item]);
      }
    });

    await expect(
      memory.catalog.deleteProducts({ products: ["mug", "pot"] }, OPERATOR),
    ).rejects.toThrow(ProductInUse);
    expect(await memory.catalog.deleteProducts({ products: ["mug", "unknown"] }, OPERATOR)).toBe(1);
    const left = await memory.catalog.admin.products(
      {
        filter: {},
        sort: { key: "CREATED", reverse: false },
        page: { size: 10, direction: "forward", after: null, before: null },
        fields: new Set(["slug"]),
      },
      ADMIN_KEY_HOLDER,
    );
    expect(left.items.map(({ item }) => item.slug)).toEqual(["pot"]);
    expect(
      [...memory.database.rows<{ kind: string }>("product_revision").values()].at(-1),
    ).toMatchObject({ kind: "DELETED", actor: "operator" });
  });

  test("guests decide nothing about them", async () => {
    for (const verb of [
      memory.catalog.productPublish,
      memory.catalog.productArchive,
      memory.catalog.productDelete,
    ])
      await expect(verb({ id: productId(1) }, GUEST)).rejects.toThrow(PermissionDenied);
  });
});

test("of two things that exchange their slugs neither leads to the other", async () => {
  const memory = inMemoryCatalog();
  const [mug, bowl] = [productId(1), productId(2)];
  await memory.database.unitOfWork(inMemoryStores).run((stores) =>
    keepRedirects(
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
