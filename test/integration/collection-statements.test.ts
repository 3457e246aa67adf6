import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { collectionId, fillShop } from "../builders/fill-shop.js";
import { send } from "../interface/ask.js";
import { openWorld, type World } from "../interface/world.js";
import { embeddedStore } from "./embedded-store.js";

const WIDE = 30;
const DEEP = 7;

describe("the statements for a menu of collections", () => {
  let store: Awaited<ReturnType<typeof embeddedStore>>;
  let world: World;
  const statements: string[] = [];

  beforeAll(async () => {
    store = await embeddedStore();
    world = await openWorld({}, store);
    // Thirty at the top, and below each a line that is seven deep.
    const number = (line: number, level: number) => 100 + line * 10 + level;
    const collections = Array.from({ length: WIDE }, (_, line) =>
      Array.from({ length: DEEP }, (__, level) => ({
        number: number(line, level),
        content: { parentId: level === 0 ? null : collectionId(number(line, level - 1)) },
        products: [1, 2],
      })),
    ).flat();
    await fillShop(store.unitOfWork, { products: [], collections });
    const query = store.readSource.query.bind(store.readSource);
    vi.spyOn(store.readSource, "query").mockImplementation((sql, values) => {
      statements.push(sql.replaceAll(/\s+/g, " "));
      return query(sql, values);
    });
  });
  beforeEach(() => void (statements.length = 0));
  afterAll(() => store.close());

  const ask = async (query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await send(world, { api: "shop", viewer: "guest", query, variables });
    expect(errors).toEqual([]);
    return data as {
      readonly collections: {
        readonly nodes: readonly { readonly breadcrumbs: readonly object[] }[];
      };
    };
  };

  test.each([20, 100])(
    "%i collections with children, breadcrumbs and products are read in five statements",
    async (first) => {
      const { collections } = await ask(
        `query ($first: Int) { collections(first: $first, sort: { key: CREATED }) { nodes { title breadcrumbs { title } parent { title } children(first: 5) { nodes { title } } products(first: 1) { nodes { slug } } } } }`,
        { first },
      );

      expect(collections.nodes).toHaveLength(first);
      expect(Math.max(...collections.nodes.map(({ breadcrumbs }) => breadcrumbs.length))).toBe(
        DEEP - 1,
      );
      expect(
        statements.filter((sql) => !/pricing_market|inventory_location/.test(sql)),
      ).toHaveLength(5);
    },
  );

  test("breadcrumbs are read from the collections upwards, without reading others", async () => {
    await ask(`query { collections(first: 20) { nodes { breadcrumbs { title } } } }`, {});
    const sql = statements.find((one) => one.includes("WITH RECURSIVE")) ?? "";
    const plan = await store.readSource.query(`EXPLAIN QUERY PLAN ${sql.replaceAll("?", "'x'")}`);

    expect(
      plan
        .map((row) => String(row["detail"]))
        .filter((step) => step.startsWith("SCAN") && step !== "SCAN up"),
    ).toEqual([]);
  });
});
