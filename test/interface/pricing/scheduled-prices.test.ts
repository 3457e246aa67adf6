import { beforeEach, describe, expect, test } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { editing, type Editing } from "../editing.js";

/** It costs 30.00, 45.00 crossed out, and the merchant 11.00. */
const MUG = variantId(10);
const [SMALL, LARGE] = [variantId(50), variantId(51)];
const NOWHERE = "variant_01h00000000000000000009999";
/** The clock is fixed at noon on the first of January. */
const [MONDAY, TUESDAY] = ["2026-01-05T00:00:00.000Z", "2026-01-06T00:00:00.000Z"];
const PRICE =
  "id at until isReturn price { amount } compareAtPrice { amount } compareAtPriceStays cost { amount } costStays";

describe("scheduled prices", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
  });
  const planned = async (input: object): Promise<string> => {
    const { payload } = await mutate(
      "variantPriceSchedule",
      { at: MONDAY, price: "25", ...input },
      "scheduledPrice { id }",
    );
    return (payload["scheduledPrice"] as { readonly id: string }).id;
  };
  const listed = async (filter: object = {}) =>
    (
      await ask(
        `query ($filter: ScheduledPriceFilter) { scheduledPrices(filter: $filter) { totalCount nodes { at variant { id } } } }`,
        { filter },
      )
    ).data?.["scheduledPrices"];

  describe("variantPriceSchedule", () => {
    test("schedules a price for a later time, and the current price holds until then", async () => {
      const { payload, errors } = await mutate(
        "variantPriceSchedule",
        { variantId: MUG, at: MONDAY, until: TUESDAY, price: "25.5", cost: null },
        `scheduledPrice { ${PRICE} variant { id } } variant { price { amount } scheduledPrices { ${PRICE} } }`,
      );

      expect(errors).toEqual([]);
      const price = {
        at: MONDAY,
        until: TUESDAY,
        isReturn: false,
        price: { amount: "25.50" },
        compareAtPrice: null,
        compareAtPriceStays: true,
        cost: null,
        costStays: false,
      };
      expect(payload).toMatchObject({
        scheduledPrice: { ...price, variant: { id: MUG } },
        variant: { price: { amount: "30.00" }, scheduledPrices: [price] },
        userErrors: [],
        warnings: [],
      });
    });

    test("warns about probable mistakes", async () => {
      const { payload } = await mutate("variantPriceSchedule", {
        variantId: MUG,
        at: MONDAY,
        price: "10",
        compareAtPrice: "9",
      });

      expect(payload).toMatchObject({
        userErrors: [],
        warnings: [
          { code: "COMPARE_AT_NOT_ABOVE_PRICE", path: ["input"] },
          { code: "PRICE_BELOW_COST", path: ["input"] },
        ],
      });
    });

    test("reports all problems at once", async () => {
      const { payload } = await mutate(
        "variantPriceSchedule",
        {
          variantId: MUG,
          at: "2026-01-01T12:00:00.000Z",
          until: "2025-12-01T00:00:00.000Z",
          price: "1.005",
          compareAtPrice: "0.001",
          cost: "2",
        },
        "scheduledPrice { id } variant { id }",
      );

      expect(payload).toMatchObject({
        scheduledPrice: null,
        variant: null,
        userErrors: [
          { __typename: "InvalidInputError", code: "INVALID_SCHEDULE_TIME", path: ["input", "at"] },
          { code: "INVALID_SCHEDULE_TIME", path: ["input", "until"] },
          { code: "INVALID_AMOUNT", path: ["input", "price"] },
          { code: "INVALID_AMOUNT", path: ["input", "compareAtPrice"] },
        ],
      });
    });

    test.each([
      [{ price: "-1" }, "NEGATIVE_PRICE", ["input", "price"]],
      [{ compareAtPrice: "-1" }, "NEGATIVE_PRICE", ["input", "compareAtPrice"]],
      [{ at: "2031-01-01T12:00:00.001Z" }, "INVALID_SCHEDULE_TIME", ["input", "at"]],
      [{ variantId: NOWHERE }, "VARIANT_NOT_FOUND", ["input", "variantId"]],
      [{ variantId: "x".repeat(65) }, "INVALID_INPUT", ["input", "variantId"]],
    ])("refuses %o", async (input, code, path) => {
      expect(
        (
          await mutate("variantPriceSchedule", {
            variantId: MUG,
            at: MONDAY,
            price: "25",
            ...input,
          })
        ).payload["userErrors"],
      ).toMatchObject([{ code, path }]);
      expect(await listed()).toEqual({ totalCount: 0, nodes: [] });
    });

    test("schedules at most fifty changes of one price", async () => {
      for (let n = 0; n < 50; n++)
        await planned({ variantId: MUG, at: new Date(Date.UTC(2026, 1, 1, 0, n)).toISOString() });
      const { payload } = await mutate("variantPriceSchedule", {
        variantId: MUG,
        at: MONDAY,
        price: "25",
      });

      expect(payload["userErrors"]).toMatchObject([
        { __typename: "TooManyError", count: 51, limit: 50, path: ["input", "variantId"] },
      ]);
      await planned({ variantId: SMALL });
      expect(await listed()).toMatchObject({ totalCount: 51 });
    });

    test("schedules nothing in a dry run", async () => {
      const { payload } = await mutate(
        "variantPriceSchedule",
        { variantId: MUG, at: MONDAY, price: "25", dryRun: true },
        "scheduledPrice { id } variant { id }",
      );

      expect(payload).toMatchObject({ scheduledPrice: null, variant: { id: MUG }, userErrors: [] });
      expect(await listed()).toMatchObject({ totalCount: 0 });
    });

    test("runs once for one idempotency key", async () => {
      const input = { variantId: MUG, at: MONDAY, price: "25" };
      const [first, again] = [
        await mutate("variantPriceSchedule", input, "scheduledPrice { id }", "k1"),
        await mutate("variantPriceSchedule", input, "scheduledPrice { id }", "k1"),
      ];

      expect(again.payload["scheduledPrice"]).toEqual(first.payload["scheduledPrice"]);
      expect(await listed()).toMatchObject({ totalCount: 1 });
    });
  });

  describe("variantPriceScheduleCancel", () => {
    test("cancels a scheduled price once", async () => {
      const id = await planned({ variantId: MUG });
      const { payload } = await mutate(
        "variantPriceScheduleCancel",
        { id },
        "scheduledPrice { id } variant { id scheduledPrices { id } }",
      );

      expect(payload).toMatchObject({
        scheduledPrice: null,
        variant: { id: MUG, scheduledPrices: [] },
        userErrors: [],
      });
      expect(
        (await mutate("variantPriceScheduleCancel", { id })).payload["userErrors"],
      ).toMatchObject([
        {
          __typename: "NotFoundError",
          code: "SCHEDULED_PRICE_NOT_FOUND",
          missing: id,
          path: ["input", "id"],
        },
      ]);
    });

    test("cancels nothing in a dry run", async () => {
      const id = await planned({ variantId: MUG });
      expect(
        (await mutate("variantPriceScheduleCancel", { id, dryRun: true })).payload["userErrors"],
      ).toEqual([]);

      expect(await listed()).toMatchObject({ totalCount: 1 });
    });

    test.each([["work_01h00000000000000000009999"], [MUG], ["sale"]])(
      "reports the unknown id %s",
      async (id) => {
        expect(
          (await mutate("variantPriceScheduleCancel", { id })).payload["userErrors"],
        ).toMatchObject([{ code: "SCHEDULED_PRICE_NOT_FOUND", missing: id }]);
      },
    );
  });

  test("are listed soonest first, all or for one product", async () => {
    await planned({ variantId: MUG, at: TUESDAY });
    await planned({ variantId: LARGE });

    expect(await listed()).toEqual({
      totalCount: 2,
      nodes: [
        { at: MONDAY, variant: { id: LARGE } },
        { at: TUESDAY, variant: { id: MUG } },
      ],
    });
    expect(await listed({ productId: productId(1) })).toEqual({
      totalCount: 1,
      nodes: [{ at: TUESDAY, variant: { id: MUG } }],
    });
  });

  test("are found by their id, by staff only", async () => {
    const id = await planned({ variantId: MUG });
    const query = `query ($id: ID!) { node(id: $id) { __typename id } }`;

    expect((await ask(query, { id })).data).toEqual({ node: { __typename: "ScheduledPrice", id } });
    expect(
      await send(world, { api: "shop", viewer: "guest", query, variables: { id } }),
    ).toMatchObject({ data: { node: null }, errors: [] });
  });

  test("are read at once for all variants of a page", async () => {
    await planned({ variantId: SMALL });
    world.calls.length = 0;
    const { data } = await ask(
      `{ products(first: 10) { nodes { variants(first: 10) { nodes { id scheduledPrices { price { amount } } } } } } }`,
    );

    expect(JSON.stringify(data)).toContain(
      `{"id":"${SMALL}","scheduledPrices":[{"price":{"amount":"25.00"}}]}`,
    );
    expect(world.calls.map(({ port }) => port)).toEqual([
      "catalogReads.products",
      "catalogReads.variantsOfProducts",
      "scheduledPriceReads.ofVariants",
    ]);
  });
});
