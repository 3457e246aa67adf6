import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/application/shared/limits.js";
import { GUEST } from "../../src/application/shared/viewer.js";
import type { Charge } from "../../src/interface/graphql/execution/charge.js";
import { RateLimited } from "../../src/application/shared/rate-limited.js";
import { api } from "./ask.js";
import { openWorld, type World } from "./world.js";

const { world } = api("charge");
const MAXIMUM = DEFAULT_LIMITS.queryCost;

const asked = async (query: string, charge?: Charge, at: World = world()) => {
  const { server, context } = at.shop;
  const contextValue = await context({
    viewer: GUEST,
    requestId: "request-1",
    market: undefined,
    locale: undefined,
    client: "192.0.2.1",
    charge,
  });
  const { body, http } = await server.executeOperation({ query }, { contextValue });
  if (body.kind !== "single") throw new Error("The answer came in parts.");
  const { data, errors, extensions } = body.singleResult;
  return { data, errors, cost: extensions?.["cost"], http };
};

describe("the cost of a request", () => {
  test("is told with every answer, and with what the client has left", async () => {
    const list = "{ products(first: 7) { nodes { title } } }";

    expect((await asked(list)).cost).toEqual({ requested: 7, maximum: MAXIMUM });
    expect((await asked("{ shop { locale } }")).cost).toEqual({ requested: 1, maximum: MAXIMUM });
    expect(
      (await asked(list, async (points) => ({ remaining: 100 - points, restoredPerSecond: 50 })))
        .cost,
    ).toEqual({ requested: 7, maximum: MAXIMUM, remaining: 93, restoredPerSecond: 50 });
  });

  test("is told with a refusal for cost, which charges nothing", async () => {
    const charged: number[] = [];
    const { errors, cost } = await asked(
      "{ products(first: 100) { nodes { collections(first: 100) { nodes { descriptionHtml } } } } }",
      async (points) => {
        charged.push(points);
        return null;
      },
    );

    expect(errors?.[0]?.extensions).toMatchObject({ limit: "COST", maximum: MAXIMUM });
    expect(cost).toEqual({ requested: 62_100, maximum: MAXIMUM });
    expect(charged).toEqual([]);
  });

  test("is charged once and before anything is read, and refused with the time to wait", async () => {
    world().calls.length = 0;
    const { data, errors, cost, http } = await asked(
      "{ products(first: 7) { nodes { title } } }",
      async () => {
        throw new RateLimited(2_300);
      },
    );

    expect(data).toBeUndefined();
    expect(errors).toEqual([
      expect.objectContaining({
        extensions: { code: "RATE_LIMITED", retryAfterMs: 2_300, requestId: "request-1" },
      }),
    ]);
    expect(cost).toEqual({ requested: 7, maximum: MAXIMUM });
    expect([http.status, http.headers.get("retry-after")]).toEqual([429, "3"]);
    expect(world().calls).toEqual([]);
    expect(world().reported).toEqual([]);
  });

  test("has no maximum where the limit is switched off, and reaches the counters where it is not", async () => {
    const reached: (readonly [string, string | undefined])[] = [];
    const off = await openWorld({ limits: { queryCost: Infinity } });
    const low = await openWorld({
      limits: { queryCost: 5, aliasesOfField: 1 },
      counters: { reached: (limit, who) => reached.push([limit, who]) },
    });

    expect((await asked("{ products { nodes { id } } }", undefined, off)).cost).toEqual({
      requested: 20,
      maximum: null,
    });
    await asked("{ products { nodes { id } } }", undefined, low);
    await asked("{ products(first: 1) { nodes { a: id b: id } } }", undefined, low);
    expect(reached).toEqual([
      ["queryCost", "192.0.2.1"],
      ["aliasesOfField", "192.0.2.1"],
    ]);
  });
});
