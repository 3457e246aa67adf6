import { beforeEach, describe, expect, test } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { reserveUnits } from "../../builders/reserve-units.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { editing, type Editing, USER_ERRORS } from "../editing.js";
import { openWorld } from "../world.js";

const [MUG, BOWL, DRAFT, ARCHIVED] = [productId(1), productId(2), productId(9), productId(13)];
const NOWHERE = "product_01h00000000000000000009999";
const RESULTS = `results { index product { id status tags } changes { path } ${USER_ERRORS} warnings { code path } }`;
const DELETED = `results { index deletedProductId ${USER_ERRORS} }`;
const items = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe("the lifecycle of many products", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  let database: InMemoryDatabase;
  const versions = async (...ids: readonly string[]) =>
    (
      (
        await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { version } } }`, {
          ids,
        })
      ).data as { nodes: readonly ({ version: number } | null)[] }
    ).nodes.map((node) => node?.version);

  beforeEach(async () => {
    database = new InMemoryDatabase();
    const ground = { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) };
    ({ mutate, ask, world } = await editing(() => openWorld({}, ground)));
  });

  test.each([
    ["productsPublish", {}, { status: "ACTIVE" }, ["MUG"]],
    ["productsUnpublish", {}, { status: "ACTIVE" }, []],
    ["productsArchive", {}, { status: "ARCHIVED" }, []],
    ["productsUnarchive", {}, { status: "ACTIVE" }, ["MUG", "BOWL"]],
    ["productsTagsAdd", { tags: ["GIFT"] }, { tags: ["gift", "tea"] }, ["MUG"]],
    ["productsTagsRemove", { tags: ["Tea"] }, { tags: ["gift"] }, []],
  ])(
    "%s does to many products what it does to one, and reads them together",
    async (name, more, mug, unchanged) => {
      await mutate("productUnpublish", { id: BOWL });
      world.calls.length = 0;
      if (name === "productsUnpublish") await mutate("productPublish", { id: BOWL });
      const { payload, errors } = await mutate(name, { ...more, items: items(MUG, BOWL) }, RESULTS);

      expect(errors).toEqual([]);
      expect(payload).toMatchObject({
        results: [
          { index: 0, product: { id: MUG, ...mug }, userErrors: [] },
          { index: 1, product: { id: BOWL }, userErrors: [] },
        ],
        userErrors: [],
      });
      expect(payload["results"]).toMatchObject(
        [MUG, BOWL].map((_, index) => ({
          warnings: unchanged.includes(["MUG", "BOWL"][index] ?? "")
            ? [{ code: "NOTHING_CHANGED", path: ["input", "items", String(index)] }]
            : [],
        })),
      );
      expect(world.calls.filter(({ port }) => port === "catalogReads.productsById")).toHaveLength(
        1,
      );
    },
  );

  test("all products or none are changed, and each refused one is reported with its path", async () => {
    const { payload } = await mutate(
      "productsPublish",
      {
        items: [{ id: DRAFT }, { id: ARCHIVED }, { id: NOWHERE }, { id: MUG, expectedVersion: 5 }],
      },
      RESULTS,
    );

    expect(payload).toMatchObject({
      results: [],
      userErrors: [
        { code: "PRODUCT_ARCHIVED", path: ["input", "items", "1", "id"] },
        {
          __typename: "NotFoundError",
          code: "PRODUCT_NOT_FOUND",
          missing: NOWHERE,
          path: ["input", "items", "2", "id"],
        },
        {
          __typename: "StaleVersionError",
          code: "STALE_VERSION",
          currentVersion: 1,
          path: ["input", "items", "3", "expectedVersion"],
        },
      ],
    });
    expect(await versions(DRAFT)).toEqual([1]);
  });

  test("refused products are skipped on request", async () => {
    const { payload } = await mutate(
      "productsPublish",
      { onError: "SKIP", from: "2026-03-01T00:00:00Z", until: null, items: items(ARCHIVED, DRAFT) },
      RESULTS,
    );

    expect(payload).toMatchObject({
      results: [
        {
          index: 0,
          product: null,
          changes: [],
          userErrors: [{ code: "PRODUCT_ARCHIVED", path: ["input", "items", "0", "id"] }],
        },
        {
          index: 1,
          product: { id: DRAFT, status: "ACTIVE" },
          userErrors: [],
          warnings: [{ code: "PUBLISHED_WITHOUT_PRICE", path: ["input", "items", "1", "id"] }],
        },
      ],
      userErrors: [],
    });
    expect(await versions(ARCHIVED, DRAFT)).toEqual([1, 2]);
  });

  test("a problem of all products is reported once", async () => {
    const window = await mutate(
      "productsPublish",
      {
        onError: "SKIP",
        from: "2026-03-01T00:00:00Z",
        until: "2026-02-01T00:00:00Z",
        items: items(MUG, BOWL),
      },
      RESULTS,
    );
    expect(window.payload).toMatchObject({
      results: [],
      userErrors: [{ code: "INVALID_PUBLICATION", path: ["input", "until"] }],
    });

    const tags = await mutate(
      "productsTagsAdd",
      { onError: "SKIP", tags: ["a", "b,c"], items: items(MUG, BOWL) },
      RESULTS,
    );
    expect(tags.payload).toMatchObject({
      results: [],
      userErrors: [{ code: "INVALID_TEXT", path: ["input", "tags", "1"] }],
    });
  });

  test("a product that is named twice is changed once, and its second version is stale", async () => {
    const { payload } = await mutate(
      "productsTagsAdd",
      {
        onError: "SKIP",
        tags: ["new"],
        items: [{ id: MUG }, { id: MUG }, { id: MUG, expectedVersion: 1 }],
      },
      RESULTS,
    );

    expect(payload["results"]).toMatchObject([
      { changes: [{ path: "tags" }], warnings: [] },
      { changes: [], warnings: [{ code: "NOTHING_CHANGED" }] },
      { product: null, userErrors: [{ code: "STALE_VERSION", currentVersion: 2 }] },
    ]);
    expect(await versions(MUG)).toEqual([2]);
  });

  test("nothing changes in a dry run", async () => {
    const { payload } = await mutate(
      "productsArchive",
      { dryRun: true, items: items(MUG) },
      RESULTS,
    );

    expect(payload).toMatchObject({
      results: [{ changes: [{ path: "status" }, { path: "visible" }] }],
      userErrors: [],
    });
    expect(await versions(MUG)).toEqual([1]);
  });

  test("a bulk mutation runs once for one idempotency key", async () => {
    const input = { items: items(MUG, BOWL), tags: ["new"] };
    const [first, again] = [
      await mutate("productsTagsAdd", input, RESULTS, "k1"),
      await mutate("productsTagsAdd", input, RESULTS, "k1"),
    ];

    expect(again.payload).toEqual(first.payload);
    expect(again.extensions?.["replayed"]).toEqual(["productsTagsAdd"]);
  });

  describe("productsDelete", () => {
    const promise = () =>
      database.unitOfWork(inMemoryStores).run((stores) => reserveUnits(stores, variantId(20), 2));

    test("deletes all products or none", async () => {
      await promise();
      const refused = await mutate("productsDelete", { items: items(MUG, BOWL) }, DELETED);
      expect(refused.payload).toMatchObject({
        results: [],
        userErrors: [
          {
            __typename: "InUseError",
            code: "PRODUCT_IN_USE",
            uses: 2,
            path: ["input", "items", "1", "id"],
          },
        ],
      });
      expect(await versions(MUG, BOWL)).toEqual([1, 1]);

      expect(
        (await mutate("productsDelete", { items: items(MUG, DRAFT) }, DELETED)).payload,
      ).toMatchObject({
        results: [
          { index: 0, deletedProductId: MUG, userErrors: [] },
          { index: 1, deletedProductId: DRAFT },
        ],
        userErrors: [],
      });
      expect(await versions(MUG, DRAFT)).toEqual([undefined, undefined]);
    });

    test("skips promised, unknown and repeated products on request", async () => {
      await promise();
      const { payload } = await mutate(
        "productsDelete",
        { onError: "SKIP", items: items(BOWL, MUG, NOWHERE, MUG) },
        DELETED,
      );

      expect(payload["results"]).toMatchObject([
        {
          index: 0,
          deletedProductId: null,
          userErrors: [{ code: "PRODUCT_IN_USE", path: ["input", "items", "0", "id"] }],
        },
        { index: 1, deletedProductId: MUG, userErrors: [] },
        {
          index: 2,
          deletedProductId: null,
          userErrors: [{ code: "PRODUCT_NOT_FOUND", path: ["input", "items", "2", "id"] }],
        },
        {
          index: 3,
          deletedProductId: null,
          userErrors: [{ code: "PRODUCT_NOT_FOUND", path: ["input", "items", "3", "id"] }],
        },
      ]);
      expect(await versions(BOWL, MUG)).toEqual([1, undefined]);
    });
  });

  test.each([
    "productsPublish",
    "productsUnpublish",
    "productsArchive",
    "productsUnarchive",
    "productsDelete",
  ])("%s refuses an empty list and more than 250 items", async (name) => {
    expect((await mutate(name, { items: [] })).payload["userErrors"]).toMatchObject([
      { code: "INVALID_BULK", path: ["input", "items"] },
    ]);
    expect(
      (await mutate(name, { items: items(...Array.from({ length: 251 }, () => MUG)) })).payload[
        "userErrors"
      ],
    ).toMatchObject([{ code: "INVALID_INPUT", path: ["input", "items"] }]);
  });
});
