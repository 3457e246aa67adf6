import { beforeEach, describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { productId } from "../../builders/product-content.js";
import { type Edited, editing, type Editing } from "../editing.js";

const [KITCHEN, SECRET, NONE] = [collectionId(1), collectionId(3), collectionId(99)];
const WHOLE =
  "collection { id slug title descriptionHtml version publication { from until } seo { title description } image { id url alt } }";

interface CollectionView {
  readonly products: { readonly nodes: readonly { readonly id: string }[] };
}

describe("collections", () => {
  let { mutate, ask }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask } = await editing());
  });

  const onCollection = (name: string, input: object, selection = WHOLE): Promise<Edited> =>
    mutate(name, { id: KITCHEN, ...input }, selection);
  const current = async (id: string = KITCHEN): Promise<CollectionView | null> =>
    (
      await ask(
        `query ($id: ID!) { collection(by: { id: $id }) { title version updatedAt products(first: 20) { nodes { id } } } }`,
        { id },
      )
    ).data?.["collection"] as CollectionView | null;

  test.each([
    ["collectionUpdate", { changes: { title: "x" } }],
    ["collectionPlace", { parentId: collectionId(3) }],
    ["collectionPublish", {}],
    ["collectionUnpublish", {}],
    ["collectionProductsAdd", { productIds: [productId(6)] }],
    ["collectionProductsRemove", { productIds: [productId(5)] }],
    ["collectionProductsReorder", { moves: [{ productId: productId(5), to: 3 }] }],
    ["collectionDelete", {}],
  ])(
    "%s reports an unknown id and a stale version, and changes nothing in a dry run",
    async (name, input) => {
      const selection = name === "collectionDelete" ? "deletedCollectionId" : WHOLE;
      const before = await current();

      for (const id of [NONE, productId(1), "kitchen"])
        expect(
          (await onCollection(name, { ...input, id }, selection)).payload["userErrors"],
        ).toMatchObject([
          {
            __typename: "NotFoundError",
            code: "COLLECTION_NOT_FOUND",
            missing: id,
            path: ["input", "id"],
          },
        ]);
      expect(
        (await onCollection(name, { ...input, expectedVersion: 7 }, selection)).payload[
          "userErrors"
        ],
      ).toMatchObject([
        { code: "STALE_VERSION", currentVersion: 1, path: ["input", "expectedVersion"] },
      ]);
      expect(
        (await onCollection(name, { ...input, expectedVersion: 1, dryRun: true }, selection))
          .payload["userErrors"],
      ).toEqual([]);
      expect(await current()).toEqual(before);
    },
  );

  describe("collectionCreate", () => {
    const create = (collection: object, more: object = {}) =>
      mutate("collectionCreate", { collection, ...more }, WHOLE);

    test("creates an unpublished collection with its products in order", async () => {
      const { payload } = await create({
        title: "Für den Tee",
        descriptionHtml: "<p>Cups.</p>",
        seo: { title: "Tea" },
        image: { url: "/media/tea.webp" },
        productIds: [3, 1, 3, 2].map(productId),
      });

      expect(payload).toMatchObject({
        collection: {
          slug: "für-den-tee",
          title: "Für den Tee",
          publication: null,
          seo: { title: "Tea", description: "" },
          image: { url: "https://shop.example/media/tea.webp", alt: "" },
        },
        userErrors: [],
        warnings: [],
      });
      const { id } = payload["collection"] as { id: string };
      expect((await current(id))?.products).toEqual({
        nodes: [3, 1, 2].map((n) => ({ id: productId(n) })),
      });
    });

    test("makes a free slug, and refuses a requested slug that is taken", async () => {
      const slugs = [
        await create({ title: "Collection 1" }),
        await create({ title: "Collection 1" }),
        await create({ title: "!!!" }),
        await create({ title: "Any", slug: "My-Slug" }),
      ];

      expect(slugs.map(({ payload }) => (payload["collection"] as { slug: string }).slug)).toEqual([
        "collection-1-2",
        "collection-1-3",
        "collection",
        "my-slug",
      ]);
      expect(
        (await create({ title: "Any", slug: "collection-1" })).payload["userErrors"],
      ).toMatchObject([
        {
          __typename: "TakenError",
          code: "SLUG_TAKEN",
          taken: "collection-1",
          path: ["input", "collection", "slug"],
        },
      ]);
    });

    test("reports all problems at once with their paths, and creates nothing", async () => {
      const { payload } = await create({
        title: "\u202Eevil",
        slug: "a b",
        seo: { title: "\u0000" },
        image: { url: "nowhere" },
        productIds: [productId(1), productId(99), "mug"],
      });

      expect(payload["collection"]).toBeNull();
      expect(
        (payload["userErrors"] as { code: string; path: string[] }[]).map(({ code, path }) => [
          code,
          path.join("."),
        ]),
      ).toEqual([
        ["PRODUCT_NOT_FOUND", "input.collection.productIds.1"],
        ["PRODUCT_NOT_FOUND", "input.collection.productIds.2"],
        ["INVALID_SLUG", "input.collection.slug"],
        ["INVALID_TEXT", "input.collection.title"],
        ["INVALID_TEXT", "input.collection.seo.title"],
        ["INVALID_MEDIA", "input.collection.image.url"],
      ]);
      expect(
        (await create({ title: "x", productIds: Array.from({ length: 251 }, () => productId(1)) }))
          .payload["userErrors"],
      ).toMatchObject([{ code: "INVALID_INPUT", path: ["input", "collection", "productIds"] }]);
      expect((await create({ title: "Trial" }, { dryRun: true })).payload).toMatchObject({
        collection: null,
        userErrors: [],
      });
      expect((await ask("{ collections { totalCount } }")).data).toEqual({
        collections: { totalCount: 4 },
      });
    });
  });

  describe("collectionUpdate", () => {
    test("changes the given fields only, and keeps the image while its address stays", async () => {
      const first = await onCollection("collectionUpdate", {
        changes: {
          title: "Küche",
          seo: { description: "All for the kitchen." },
          image: { url: "/media/collection-1.webp", alt: "A kitchen" },
        },
      });
      const second = await onCollection("collectionUpdate", {
        expectedVersion: 2,
        changes: { descriptionHtml: null, seo: null, image: null },
      });

      expect(first.payload["collection"]).toMatchObject({
        slug: "collection-1",
        title: "Küche",
        descriptionHtml: "<p>Chosen by hand.</p>",
        version: 2,
        seo: { title: "", description: "All for the kitchen." },
        image: { id: expect.stringContaining("9001") as string, alt: "A kitchen" },
      });
      expect(second.payload["collection"]).toMatchObject({
        title: "Küche",
        descriptionHtml: "",
        version: 3,
        seo: { title: "", description: "" },
        image: null,
      });
      expect((await onCollection("collectionUpdate", { changes: {} })).payload).toMatchObject({
        collection: { version: 3 },
        warnings: [{ code: "NOTHING_CHANGED", path: ["input", "changes"] }],
      });
    });

    test("redirects the old slug, and refuses a taken one", async () => {
      expect(
        (await onCollection("collectionUpdate", { changes: { slug: "kitchen" } })).payload,
      ).toMatchObject({
        collection: { slug: "kitchen" },
        warnings: [{ code: "OLD_SLUG_REDIRECTED", path: ["input", "changes", "slug"] }],
      });
      expect((await ask(`{ collection(by: { slug: "collection-1" }) { slug } }`)).data).toEqual({
        collection: { slug: "kitchen" },
      });
      expect(
        (await onCollection("collectionUpdate", { changes: { slug: "collection-2" } })).payload[
          "userErrors"
        ],
      ).toMatchObject([
        { code: "SLUG_TAKEN", taken: "collection-2", path: ["input", "changes", "slug"] },
      ]);
    });

    test("reports all problems at once", async () => {
      const { payload } = await onCollection("collectionUpdate", {
        changes: {
          title: null,
          slug: "A B",
          seo: { description: "x".repeat(2_000) },
          image: { url: "x y", alt: "\u0001" },
        },
      });

      expect(
        (payload["userErrors"] as { path: string[] }[]).map(({ path }) => path.slice(2).join(".")),
      ).toEqual(["seo.description", "slug", "title", "image.url", "image.alt"]);
    });
  });

  describe("the publication", () => {
    test("begins now by default, and ends with collectionUnpublish", async () => {
      expect((await onCollection("collectionPublish", { id: SECRET })).payload).toMatchObject({
        collection: { version: 2, publication: { from: "2026-01-01T12:00:00.000Z", until: null } },
        warnings: [],
      });
      expect(
        (await onCollection("collectionPublish", { id: SECRET, until: "2026-02-01T00:00:00Z" }))
          .payload["collection"],
      ).toMatchObject({
        publication: { from: "2026-01-01T12:00:00.000Z", until: "2026-02-01T00:00:00.000Z" },
      });
      expect(
        (await onCollection("collectionPublish", { id: SECRET, until: "2026-02-01T00:00:00Z" }))
          .payload,
      ).toMatchObject({ collection: { version: 3 }, warnings: [{ code: "NOTHING_CHANGED" }] });
      expect(
        (await onCollection("collectionUnpublish", { id: SECRET })).payload["collection"],
      ).toMatchObject({ publication: null });
      expect(
        (await onCollection("collectionUnpublish", { id: SECRET })).payload["warnings"],
      ).toMatchObject([{ code: "NOTHING_CHANGED" }]);
    });

    test("cannot end before it begins", async () => {
      const { payload } = await onCollection("collectionPublish", {
        from: "2026-03-01T00:00:00Z",
        until: "2026-02-01T00:00:00Z",
      });

      expect(payload["userErrors"]).toMatchObject([
        { code: "INVALID_PUBLICATION", path: ["input", "until"] },
      ]);
    });
  });

  test("collectionDelete deletes the collection and keeps its products", async () => {
    expect(
      (await onCollection("collectionDelete", { expectedVersion: 1 }, "deletedCollectionId"))
        .payload,
    ).toMatchObject({ deletedCollectionId: KITCHEN, userErrors: [] });
    expect(await current()).toBeNull();
    expect(
      (
        await ask(
          "query ($id: ID!) { product(by: { id: $id }) { collections { nodes { id } } } }",
          { id: productId(1) },
        )
      ).data,
    ).toMatchObject({
      product: { collections: { nodes: expect.not.arrayContaining([{ id: KITCHEN }]) as unknown } },
    });
  });

  test("collections are filtered by text and by publication, and sorted by the last change", async () => {
    await onCollection("collectionUpdate", { changes: { title: "The kitchen" } });
    const found = async (filter: object) =>
      (
        await ask(
          "query ($filter: CollectionFilter) { collections(filter: $filter, sort: { key: UPDATED, reverse: true }) { totalCount nodes { title } } }",
          { filter },
        )
      ).data?.["collections"];
    const list = (...titles: readonly string[]) => ({
      totalCount: titles.length,
      nodes: titles.map((title) => ({ title })),
    });

    expect(await found({})).toEqual(list("The kitchen", "Äther", "Secret", "Gifts"));
    expect(await found({ published: false })).toEqual(list("Secret"));
    expect(await found({ published: true, text: "ä" })).toEqual(list("Äther"));
  });
});
