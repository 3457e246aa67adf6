import { beforeEach, describe, expect, test } from "vitest";
import { evaluateCollection } from "../../../src/application/catalog/collections/evaluate-collection.js";
import { refreshAutomatedCollections } from "../../../src/application/catalog/collections/refresh-automated-collections.js";
import type { EditStores } from "../../../src/application/catalog/product-edit/lock-products.js";
import type { Job } from "../../../src/application/shared/schedule.js";
import { fold } from "../../../src/domain/shared/text.js";
import { collectionId } from "../../builders/fill-shop.js";
import { productId } from "../../builders/product-content.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import type { StoredWork } from "../../fakes/in-memory-schedule.js";
import { send } from "../ask.js";
import { editing, type Editing } from "../editing.js";
import { openWorld } from "../world.js";

const [KITCHEN, TABLE, SECRET] = [collectionId(1), collectionId(2), collectionId(3)];
const WHOLE =
  "collection { id kind evaluating sortOrder version rules { match conditions { field operator value key } } parent { id } products(first: 20) { nodes { id } } }";
const JOBS: readonly Job<EditStores>[] = [
  refreshAutomatedCollections({ clock: fixedClock() }),
  evaluateCollection({ clock: fixedClock() }),
];

describe("collections with rules", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  let database: InMemoryDatabase;
  beforeEach(async () => {
    database = new InMemoryDatabase();
    ({ mutate, ask, world } = await editing(() =>
      openWorld(
        {},
        { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) },
      ),
    ));
  });

  /** Does what a worker would, until nothing is left. */
  const work = async (): Promise<void> => {
    for (;;) {
      const [next] = [...database.rows<StoredWork>("work").values()].filter(
        ({ status, kind }) => status === "PENDING" && JOBS.some((job) => job.kind === kind),
      );
      if (!next) return;
      await database.unitOfWork(inMemoryStores).run(async (stores) => {
        database.rows<StoredWork>("work").delete(next.id);
        await JOBS.find(({ kind }) => kind === next.kind)?.run(next, stores);
      });
    }
  };
  const idOf = (payload: Record<string, unknown>): string =>
    (payload["collection"] as { id: string }).id;
  const current = async (id: string) =>
    (
      await ask(
        `query ($id: ID!) { ${WHOLE.replace("collection", "collection(by: { id: $id })")} }`,
        { id },
      )
    ).data?.["collection"] as {
      readonly products: { readonly nodes: readonly { readonly id: string }[] };
      readonly evaluating: boolean;
    };
  const numbers = async (id: string) =>
    (await current(id)).products.nodes.map((node) => Number(node.id.slice(-6)));
  const tea = {
    match: "ALL",
    conditions: [
      { field: "TITLE", operator: "CONTAINS", value: "MUG" },
      { field: "PRICE", operator: "AT_LEAST", value: "0.01" },
    ],
  };

  test("fill themselves, report the evaluation, and follow changes of products", async () => {
    const { payload } = await mutate(
      "collectionCreate",
      { collection: { title: "Mugs", rules: tea, sortOrder: "TITLE_DESC" } },
      WHOLE,
    );
    expect(payload).toMatchObject({
      collection: {
        kind: "AUTOMATED",
        evaluating: true,
        sortOrder: "TITLE_DESC",
        rules: {
          match: "ALL",
          conditions: [
            { field: "TITLE", operator: "CONTAINS", value: "MUG", key: null },
            { field: "PRICE" },
          ],
        },
        products: { nodes: [] },
      },
      userErrors: [],
    });
    const id = idOf(payload);
    await work();
    const before = await numbers(id);
    expect(before).toContain(1);
    expect((await current(id)).evaluating).toBe(false);

    await mutate("productUpdate", { id: productId(1), changes: { title: "Cup" } });
    await work();
    expect(await numbers(id)).toEqual(before.filter((n) => n !== 1));
    expect(
      (await ask("{ collections(filter: { kind: AUTOMATED }) { totalCount nodes { id } } }")).data,
    ).toEqual({ collections: { totalCount: 1, nodes: [{ id }] } });
  });

  test("cannot be filled by hand, and are only arranged when their order is manual", async () => {
    const { payload } = await mutate(
      "collectionCreate",
      { collection: { title: "Mugs", rules: tea, sortOrder: "PRICE_ASC" } },
      WHOLE,
    );
    const id = idOf(payload);
    await work();
    const [first = 0] = await numbers(id);
    const refused = [
      { __typename: "InvalidInputError", code: "COLLECTION_AUTOMATED", path: ["input", "id"] },
    ];

    expect(
      (await mutate("collectionProductsAdd", { id, productIds: [productId(2)] })).payload[
        "userErrors"
      ],
    ).toMatchObject(refused);
    expect(
      (await mutate("collectionProductsRemove", { id, productIds: [productId(first)] })).payload[
        "userErrors"
      ],
    ).toMatchObject(refused);
    expect(
      (
        await mutate("collectionProductsReorder", {
          id,
          moves: [{ productId: productId(first), to: 2 }],
        })
      ).payload["userErrors"],
    ).toMatchObject(refused);
    await mutate("collectionUpdate", { id, changes: { sortOrder: "MANUAL" } });
    expect(
      (
        await mutate("collectionProductsReorder", {
          id,
          moves: [{ productId: productId(first), to: 1 }],
        })
      ).payload["userErrors"],
    ).toEqual([]);
    expect(
      (
        await mutate("collectionCreate", {
          collection: { title: "Both", rules: tea, productIds: [productId(1)] },
        })
      ).payload["userErrors"],
    ).toMatchObject([
      { code: "COLLECTION_AUTOMATED", path: ["input", "collection", "productIds"] },
    ]);
  });

  test("refuse every invalid condition at its path", async () => {
    const conditions = [
      { field: "TITLE", operator: "LESS_THAN", value: "5" },
      { field: "STOCK", operator: "EQUALS", value: "many" },
      { field: "METAFIELD", operator: "IS_SET" },
    ];
    const { payload } = await mutate(
      "collectionCreate",
      { collection: { title: "\u202Ex", rules: { match: "ANY", conditions } } },
      WHOLE,
    );

    expect(
      (payload["userErrors"] as { code: string; path: string[] }[]).map(({ code, path }) => [
        code,
        path.slice(2).join("."),
      ]),
    ).toEqual([
      ["INVALID_TEXT", "title"],
      ["RULE_OPERATOR_MISFIT", "rules.conditions.0.operator"],
      ["INVALID_COLLECTION_RULE", "rules.conditions.1.value"],
      ["INVALID_COLLECTION_RULE", "rules.conditions.2.key"],
    ]);
  });

  test("show their products in their own order when a request has none", async () => {
    await mutate("collectionUpdate", { id: KITCHEN, changes: { sortOrder: "TITLE_ASC" } });
    const titles = (nodes: readonly { title: string }[]) => nodes.map(({ title }) => title);
    const { data } = await ask(
      `query ($id: ID!) { collection(by: { id: $id }) { products(first: 20) { nodes { title } } } own: products(filter: { collection: { id: $id } }) { nodes { title } } byHand: products(filter: { collection: { id: $id } }, sort: { key: MANUAL }) { nodes { id } } }`,
      { id: KITCHEN },
    );
    const { collection, own, byHand } = data as {
      collection: { products: { nodes: { title: string }[] } };
      own: { nodes: { title: string }[] };
      byHand: { nodes: { id: string }[] };
    };

    expect(titles(collection.products.nodes)).toEqual(titles(own.nodes));
    expect(titles(own.nodes)).toEqual(
      titles(own.nodes).toSorted((a, b) => (fold(a) < fold(b) ? -1 : 1)),
    );
    expect(byHand.nodes.map(({ id }) => Number(id.slice(-6)))).toEqual([5, 1, 9, 3, 8, 2]);
  });

  describe("in a tree", () => {
    test("have breadcrumbs, a parent and children, and hide unpublished ones from the shop", async () => {
      await mutate("collectionPlace", { id: SECRET, parentId: KITCHEN });
      await mutate("collectionPlace", { id: TABLE, parentId: SECRET });
      const query = `query ($id: ID!) { collection(by: { id: $id }) { parent { id } breadcrumbs { id } children { totalCount nodes { id } } } roots: collections(filter: { roots: true }, sort: { key: MANUAL }) { nodes { id children(first: 5) { nodes { id } } } } below: collections(filter: { parent: { id: "${KITCHEN}" } }) { nodes { id } } }`;
      const [staff, shop] = [
        await ask(query, { id: TABLE }),
        await send(world, { api: "shop", viewer: "guest", query, variables: { id: TABLE } }),
      ];

      expect(staff.data).toMatchObject({
        collection: {
          parent: { id: SECRET },
          breadcrumbs: [{ id: KITCHEN }, { id: SECRET }],
          children: { totalCount: 1, nodes: [{ id: collectionId(4) }] },
        },
        below: { nodes: [{ id: SECRET }] },
      });
      expect(shop.data).toMatchObject({
        collection: { parent: null, breadcrumbs: [{ id: KITCHEN }] },
        below: { nodes: [] },
      });
      expect(staff.data).toMatchObject({
        roots: {
          nodes: expect.not.arrayContaining([expect.objectContaining({ id: TABLE })]) as unknown,
        },
      });
    });

    test("cannot be placed below themselves or below an unknown collection", async () => {
      await mutate("collectionPlace", { id: TABLE, parentId: KITCHEN });

      expect(
        (await mutate("collectionPlace", { id: KITCHEN, parentId: TABLE })).payload["userErrors"],
      ).toMatchObject([{ code: "COLLECTION_CYCLE", path: ["input", "parentId"] }]);
      expect(
        (await mutate("collectionUpdate", { id: KITCHEN, changes: { parentId: KITCHEN } })).payload[
          "userErrors"
        ],
      ).toMatchObject([{ code: "COLLECTION_CYCLE", path: ["input", "changes", "parentId"] }]);
      for (const parentId of ["nothing", productId(1), collectionId(99)])
        expect(
          (await mutate("collectionCreate", { collection: { title: "x", parentId } })).payload[
            "userErrors"
          ],
        ).toMatchObject([
          {
            __typename: "NotFoundError",
            code: "COLLECTION_NOT_FOUND",
            missing: parentId,
            path: ["input", "collection", "parentId"],
          },
        ]);
      expect(
        (await mutate("collectionPlace", { id: TABLE, parentId: KITCHEN })).payload["warnings"],
      ).toMatchObject([{ code: "NOTHING_CHANGED" }]);
    });
  });
});
