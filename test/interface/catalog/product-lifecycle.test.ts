import { beforeEach, describe, expect, test } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { reserveUnits } from "../../builders/reserve-units.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { send } from "../ask.js";
import { editing, type Editing } from "../editing.js";
import { openWorld } from "../world.js";

const [MUG, BOWL, SPINACH, DRAFT, ARCHIVED] = [
  productId(1),
  productId(2),
  productId(4),
  productId(9),
  productId(13),
];
const NOWHERE = "product_01h00000000000000000009999";
const STATE = "product { status version publication { from until } } changes { path before after }";
const NOW = "2026-01-01T12:00:00.000Z";

describe("the lifecycle of a product", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  let database: InMemoryDatabase;
  const inUnit = (work: (stores: ReturnType<typeof inMemoryStores>) => Promise<void>) =>
    database.unitOfWork(inMemoryStores).run(work);
  const inShop = async (query: string) =>
    (await send(world, { api: "shop", viewer: "guest", query })).data;
  const bySlug = async (slug: string) =>
    (await inShop(`{ product(by: { slug: "${slug}" }) { id slug } }`))?.["product"];

  beforeEach(async () => {
    database = new InMemoryDatabase();
    const ground = { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) };
    ({ mutate, ask, world } = await editing(() => openWorld({}, ground)));
  });

  describe("productPublish", () => {
    test("publishes a draft from now on", async () => {
      const { payload, errors } = await mutate(
        "productPublish",
        { id: DRAFT, expectedVersion: 1 },
        STATE,
      );

      expect(errors).toEqual([]);
      expect(payload).toMatchObject({
        product: { status: "ACTIVE", version: 2, publication: { from: NOW, until: null } },
        userErrors: [],
        warnings: [{ code: "PUBLISHED_WITHOUT_PRICE", path: ["input", "id"] }],
      });
      expect(payload["changes"]).toEqual(
        expect.arrayContaining([
          { path: "status", before: "DRAFT", after: "ACTIVE" },
          { path: "visible", before: false, after: true },
        ]),
      );
      expect(await bySlug("mug-9")).toMatchObject({ id: DRAFT });
      expect(database.outbox.slice(-2)).toMatchObject([
        { type: "catalog.product-updated", version: 2 },
        { type: "catalog.product-published", version: 2 },
      ]);
    });

    test("publishes for the requested window", async () => {
      const { payload } = await mutate(
        "productPublish",
        { id: DRAFT, from: "2026-03-01T00:00:00Z", until: "2026-04-01T00:00:00Z" },
        STATE,
      );

      expect(payload["product"]).toMatchObject({
        status: "ACTIVE",
        publication: { from: "2026-03-01T00:00:00.000Z", until: "2026-04-01T00:00:00.000Z" },
      });
      expect(await bySlug("mug-9")).toBeNull();
    });

    test("of a published product changes nothing and warns", async () => {
      const { payload } = await mutate("productPublish", { id: MUG }, STATE);

      expect(payload).toMatchObject({
        product: { version: 1 },
        changes: [],
        userErrors: [],
        warnings: [{ code: "NOTHING_CHANGED", path: ["input"] }],
      });
    });

    test("warns about a product without variants", async () => {
      await inUnit(async ({ products }) => {
        const product = await products.get(DRAFT);
        const {
          id: _,
          version: __,
          announced: ___,
          createdAt: ____,
          updatedAt: _____,
          ...content
        } = product.snapshot();
        product.revise({ ...content, variants: [] }, new Date(NOW));
        await products.save([product]);
      });

      expect((await mutate("productPublish", { id: DRAFT })).payload["warnings"]).toMatchObject([
        { code: "PUBLISHED_WITHOUT_VARIANTS", path: ["input", "id"] },
      ]);
    });

    test.each([
      [{ id: ARCHIVED }, { code: "PRODUCT_ARCHIVED", path: ["input", "id"] }],
      [
        { id: NOWHERE },
        { __typename: "NotFoundError", code: "PRODUCT_NOT_FOUND", path: ["input", "id"] },
      ],
      [
        { id: MUG, expectedVersion: 7 },
        { code: "STALE_VERSION", currentVersion: 1, path: ["input", "expectedVersion"] },
      ],
      [
        { id: MUG, from: "2026-03-01T00:00:00Z", until: "2026-03-01T00:00:00Z" },
        { code: "INVALID_PUBLICATION", path: ["input", "until"] },
      ],
      [
        { id: MUG, until: "2025-12-31T00:00:00Z" },
        { code: "INVALID_PUBLICATION", path: ["input", "until"] },
      ],
    ])("refuses %o", async (input, error) => {
      expect((await mutate("productPublish", input)).payload).toMatchObject({
        userErrors: [error],
      });
    });
  });

  test("productUnpublish hides a product from the shop, and keeps its status", async () => {
    const { payload } = await mutate("productUnpublish", { id: MUG }, STATE);

    expect(payload).toMatchObject({
      product: { status: "ACTIVE", publication: null },
      userErrors: [],
    });
    expect(await bySlug("mug-1")).toBeNull();
    expect(database.outbox.at(-1)).toMatchObject({
      type: "catalog.product-unpublished",
      version: 2,
    });
    expect((await mutate("productUnpublish", { id: MUG })).payload["warnings"]).toMatchObject([
      { code: "NOTHING_CHANGED" },
    ]);
  });

  test("productArchive archives a product, and productUnarchive makes it a draft again", async () => {
    expect((await mutate("productArchive", { id: MUG }, STATE)).payload["product"]).toMatchObject({
      status: "ARCHIVED",
      version: 2,
    });
    expect(await bySlug("mug-1")).toBeNull();
    expect((await mutate("productArchive", { id: MUG })).payload["warnings"]).toMatchObject([
      { code: "NOTHING_CHANGED" },
    ]);

    expect((await mutate("productUnarchive", { id: MUG }, STATE)).payload["product"]).toMatchObject(
      { status: "DRAFT", version: 3 },
    );
    expect(await bySlug("mug-1")).toBeNull();
    expect((await mutate("productUnarchive", { id: MUG })).payload["warnings"]).toMatchObject([
      { code: "NOTHING_CHANGED" },
    ]);
    expect((await mutate("productPublish", { id: MUG }, STATE)).payload["product"]).toMatchObject({
      status: "ACTIVE",
      version: 4,
    });
  });

  describe("productDelete", () => {
    test("deletes everything of a product except its history", async () => {
      await mutate("productUpdate", { id: MUG, changes: { slug: "cup" } });
      await mutate("productPublish", { id: MUG, until: "2026-03-01T00:00:00Z" });
      const { payload } = await mutate(
        "productDelete",
        { id: MUG, expectedVersion: 3 },
        "deletedProductId",
      );

      expect(payload).toMatchObject({ deletedProductId: MUG, userErrors: [], warnings: [] });
      expect([await bySlug("cup"), await bySlug("mug-1")]).toEqual([null, null]);
      const holders = [
        "product",
        "listing",
        "price",
        "stock_item",
        "collection_product",
        "slug_redirect",
        "work",
      ].filter((table) =>
        new RegExp(`${MUG}|${variantId(10)}`).test(JSON.stringify([...database.rows(table)])),
      );
      expect(holders).toEqual([]);
      expect([...database.rows("product_revision").values()].at(-1)).toMatchObject({
        productId: MUG,
        kind: "DELETED",
        version: 4,
        actor: "admin-key",
        changes: [
          { path: "title", after: null },
          { path: "slug", before: "cup" },
        ],
      });
      expect(database.outbox.at(-1)).toMatchObject({ type: "catalog.product-deleted", version: 4 });
    });

    test("is refused while units are promised to buyers, and reports how many", async () => {
      await inUnit((stores) => reserveUnits(stores, variantId(10), 3));
      const { payload } = await mutate("productDelete", { id: MUG }, "deletedProductId");

      expect(payload).toMatchObject({
        deletedProductId: null,
        userErrors: [
          { __typename: "InUseError", code: "PRODUCT_IN_USE", uses: 3, path: ["input", "id"] },
        ],
      });
      expect(await bySlug("mug-1")).toMatchObject({ id: MUG });
    });

    test.each([
      [{ id: NOWHERE }, "PRODUCT_NOT_FOUND"],
      [{ id: "mug" }, "PRODUCT_NOT_FOUND"],
      [{ id: MUG, expectedVersion: 2 }, "STALE_VERSION"],
    ])("refuses %o", async (input, code) => {
      expect((await mutate("productDelete", input)).payload).toMatchObject({
        userErrors: [{ code }],
      });
    });

    test("changes nothing in a dry run", async () => {
      const { payload } = await mutate(
        "productDelete",
        { id: MUG, dryRun: true },
        "deletedProductId",
      );

      expect(payload).toMatchObject({ deletedProductId: MUG, userErrors: [] });
      expect(await bySlug("mug-1")).toMatchObject({ id: MUG });
    });
  });

  describe("tags", () => {
    const TAGS = "product { tags version } changes { path }";

    test("are added unless they exist already, without regard to case", async () => {
      const { payload } = await mutate(
        "productTagsAdd",
        { id: MUG, tags: ["GIFT", "neu", "Neu ", "été"] },
        TAGS,
      );

      expect(payload).toMatchObject({
        product: { tags: ["gift", "tea", "neu", "été"], version: 2 },
        changes: [{ path: "tags" }],
        userErrors: [],
      });
      expect(
        (await mutate("productTagsAdd", { id: MUG, tags: ["ETE"] })).payload["warnings"],
      ).toMatchObject([{ code: "NOTHING_CHANGED" }]);
    });

    test("are removed without regard to case", async () => {
      expect(
        (await mutate("productTagsRemove", { id: MUG, tags: ["Tëa", "none"] }, TAGS)).payload,
      ).toMatchObject({ product: { tags: ["gift"] }, userErrors: [] });
      expect(
        (await mutate("productTagsRemove", { id: MUG, tags: ["tea"] })).payload["warnings"],
      ).toMatchObject([{ code: "NOTHING_CHANGED" }]);
    });

    test("that are invalid are reported with their paths", async () => {
      const { payload } = await mutate("productTagsAdd", {
        id: MUG,
        tags: ["fine", "a,b", "x".repeat(300)],
      });

      expect(payload["userErrors"]).toMatchObject([
        { code: "INVALID_INPUT", path: ["input", "tags"] },
      ]);
      expect(
        (await mutate("productTagsAdd", { id: MUG, tags: ["fine", "a,b"] })).payload["userErrors"],
      ).toMatchObject([{ code: "INVALID_TEXT", path: ["input", "tags", "1"] }]);
    });

    test("are at most 250 on one product", async () => {
      const { payload } = await mutate("productTagsAdd", {
        id: MUG,
        tags: Array.from({ length: 249 }, (_, n) => `tag ${n}`),
      });

      expect(payload["userErrors"]).toMatchObject([
        { __typename: "TooManyError", code: "TOO_MANY", count: 251, limit: 250 },
      ]);
    });
  });

  describe("an old slug", () => {
    const rename = (id: string, slug: string) =>
      mutate("productUpdate", { id, changes: { slug } }, "product { slug oldSlugs }");

    test("that another product takes over is warned of", async () => {
      await rename(MUG, "cup");
      const product = { title: "Other", slug: "mug-1" };
      const { payload } = await mutate("productCreate", { product }, "product { slug }");
      expect(payload).toMatchObject({
        warnings: [{ code: "OLD_SLUG_TAKEN_OVER", path: ["input", "product", "slug"] }],
      });
    });

    test("is redirected to the product with its new slug, and the editor is warned", async () => {
      const { payload } = await rename(MUG, "cup");

      expect(payload).toMatchObject({
        product: { slug: "cup", oldSlugs: ["mug-1"] },
        warnings: [{ code: "OLD_SLUG_REDIRECTED", path: ["input", "changes", "slug"] }],
      });
      expect(await bySlug("mug-1")).toEqual({ id: MUG, slug: "cup" });
      expect((await ask(`{ product(by: { slug: "mug-1" }) { id slug } }`)).data).toEqual({
        product: { id: MUG, slug: "cup" },
      });
    });

    test("is redirected in one step after many changes", async () => {
      for (const slug of ["cup", "goblet", "beaker"]) await rename(MUG, slug);

      const led = { id: MUG, slug: "beaker" };
      expect([await bySlug("mug-1"), await bySlug("cup"), await bySlug("goblet")]).toEqual([
        led,
        led,
        led,
      ]);
    });

    test("belongs to the next product that uses it", async () => {
      await rename(MUG, "cup");
      const { payload } = await rename(BOWL, "mug-1");

      expect(payload["product"]).toEqual({ slug: "mug-1", oldSlugs: ["mug-2"] });
      expect(await bySlug("mug-1")).toEqual({ id: BOWL, slug: "mug-1" });
      expect(
        (await ask(`query ($id: ID!) { product(by: { id: $id }) { oldSlugs } }`, { id: MUG })).data,
      ).toEqual({ product: { oldSlugs: [] } });
    });

    test("is no longer redirected when the product uses it again", async () => {
      await rename(MUG, "cup");

      expect((await rename(MUG, "mug-1")).payload["product"]).toEqual({
        slug: "mug-1",
        oldSlugs: ["cup"],
      });
    });

    test("is not redirected in the shop for a hidden product", async () => {
      await rename(DRAFT, "sketch");

      expect(await bySlug("mug-9")).toBeNull();
      expect((await ask(`{ product(by: { slug: "mug-9" }) { id } }`)).data).toEqual({
        product: { id: DRAFT },
      });
    });

    test("costs a second look-up only where the first one finds nothing", async () => {
      world.calls.length = 0;
      await bySlug("mug-1");
      await inShop(
        `{ a: product(by: { slug: "mug-1" }) { id } b: product(by: { slug: "nothing" }) { id } c: product(by: { slug: "ほうれん草" }) { id } }`,
      );

      expect(world.calls.map(({ port }) => port)).toEqual([
        "catalogReads.productsBySlug",
        "catalogReads.productsBySlug",
        "catalogReads.productsByOldSlug",
      ]);
      expect(world.calls.at(-1)?.arguments[0]).toEqual(["nothing"]);
    });

    test("is not created where the new slug is taken", async () => {
      await rename(MUG, "mug-2");
      await rename(SPINACH, "mug-1");

      expect([...database.rows("slug_redirect").values()]).toEqual([]);
    });
  });

  test("a change without effect returns a warning", async () => {
    expect(
      (await mutate("productUpdate", { id: MUG, changes: { slug: "mug-1" } })).payload,
    ).toMatchObject({ userErrors: [], warnings: [{ code: "NOTHING_CHANGED", path: ["input"] }] });
  });
});
