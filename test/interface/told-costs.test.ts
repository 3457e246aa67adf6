import { describe, expect, test } from "vitest";
import type { StatementCounter } from "../../src/application/shared/statement-counter.js";
import { send } from "./ask.js";
import { openWorld, type World } from "./world.js";

const SEVEN: StatementCounter = {
  counting: async (work) => ({ result: await work(), statements: 7 }),
};
const LIST = "{ products(first: 2) { nodes { id featuredImage { url } } } }";

const costOf = async (world: World, query: string) =>
  (await send(world, { api: "shop", viewer: "guest", query })).extensions?.["cost"];

describe("the cost that an answer tells", () => {
  test("has points, and in development also statements, objects and the nearest limit", async () => {
    const world = await openWorld({ statements: SEVEN });

    expect(await costOf(world, LIST)).toEqual({
      requested: 4,
      maximum: 30_000,
      statements: 7,
      // The data, the connection, two products and their images.
      nodes: 6,
      nearestLimit: { name: "DEPTH", used: 4, allowed: 12 },
    });
  });

  test("has nothing but points in production", async () => {
    expect(await costOf(await openWorld(), LIST)).toEqual({ requested: 4, maximum: 30_000 });
  });

  test.each([
    ["ALIASES_OF_FIELD", 4, 5, `{ products(first: 1) { nodes { a: id b: id c: id d: id } } }`],
    ["FIELDS", 60, 62, `{ shop { ${"locale ".repeat(59)} } }`],
    ["ROOT_FIELDS", 3, 4, "{ a: shop { locale } b: shop { locale } c: shop { locale } }"],
    ["TOKENS", 97, 100, `{ nodes(ids: [${'"x" '.repeat(85)}]) { id } }`],
    [
      "COST",
      1_900,
      2_000,
      "{ products(first: 100) { nodes { variants(first: 14) { nodes { id } } } } }",
    ],
  ])("names %s when it is nearest", async (name, used, allowed, query) => {
    const world = await openWorld({
      statements: SEVEN,
      limits: {
        aliasesOfField: 5,
        documentFields: 62,
        rootFields: 4,
        documentTokens: 100,
        queryCost: 2_000,
        repeatedFields: Infinity,
      },
    });

    expect(await costOf(world, query)).toMatchObject({ nearestLimit: { name, used, allowed } });
  });
});

describe("within the limits", () => {
  const LEVEL = "nodes { id slug title image { url(width: 320) alt }";

  test("is a menu of three levels of collections", async () => {
    const { errors, extensions } = await send(await openWorld(), {
      api: "shop",
      viewer: "guest",
      query: `{ collections(first: 20) { ${LEVEL} children(first: 20) { ${LEVEL} children(first: 20) { ${LEVEL} } } } } } } }`,
    });

    expect(errors).toEqual([]);
    expect(extensions).toMatchObject({ cost: { requested: expect.any(Number) } });
  });

  test("is a list of products with ten renditions of each picture", async () => {
    const renditions = [160, 320, 480, 640, 800, 960, 1280, 1440, 1920, 2560]
      .map((width) => `w${width}: url(width: ${width})`)
      .join(" ");
    const { errors, data } = await send(await openWorld(), {
      api: "shop",
      viewer: "guest",
      query: `{ products(first: 100) { nodes { id title featuredImage { alt ${renditions} } } } }`,
    });

    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toContain('"w2560":"');
  });
});
