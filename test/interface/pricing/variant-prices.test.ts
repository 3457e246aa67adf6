import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "../../../src/application/shared/viewer.js";
import { productId, variantId } from "../../builders/product-content.js";
import { editing, type Editing, USER_ERRORS } from "../editing.js";

const MUG = variantId(10);
const NOWHERE = "variant_01h00000000000000000009999";
const RESULTS = `results { index variant { id price { amount } compareAtPrice { amount } cost { amount } priceVersion } ${USER_ERRORS} warnings { code path } }`;
const EDITOR: Viewer = {
  kind: "admin-key",
  id: "editor",
  permissions: new Set(["catalog:read", "catalog:write"]),
};

describe("variantPricesSet", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
  });
  const product = async () =>
    (
      await ask(
        `query ($id: ID!) { product(by: { id: $id }) { version priceRange { min { amount } } history(first: 1) { nodes { version changes { path before after } } } } }`,
        { id: productId(1) },
      )
    ).data?.["product"];

  test("sets prices, and answers with prices alone", async () => {
    const { payload, errors } = await mutate(
      "variantPricesSet",
      { items: [{ variantId: MUG, expectedVersion: 1, price: "11.00", cost: "4.00" }] },
      RESULTS,
    );

    expect(errors).toEqual([]);
    expect(payload).toMatchObject({
      results: [
        {
          index: 0,
          variant: {
            id: MUG,
            price: { amount: "11.00" },
            cost: { amount: "4.00" },
            priceVersion: 2,
          },
          userErrors: [],
          warnings: [],
        },
      ],
      userErrors: [],
    });
    expect(world.calls.map(({ port }) => port)).toEqual(["pricesAndStock.byVariant"]);
    expect(await product()).toMatchObject({
      version: 1,
      priceRange: { min: { amount: "11.00" } },
      history: { nodes: [{ version: 1 }] },
    });
  });

  test("sets nothing for a dry run, and says what would be wrong", async () => {
    const items = [
      { variantId: MUG, price: "1.00", compareAtPrice: "1.00", cost: null },
      { variantId: NOWHERE, price: "1.00" },
    ];
    const { payload } = await mutate(
      "variantPricesSet",
      { items, dryRun: true, onError: "SKIP" },
      RESULTS,
    );

    expect(payload).toMatchObject({
      results: [
        { warnings: [{ code: "COMPARE_AT_NOT_ABOVE_PRICE" }] },
        { variant: null, userErrors: [{ code: "VARIANT_NOT_FOUND" }] },
      ],
    });
    expect(await product()).toMatchObject({ version: 1, history: { nodes: [] } });
  });

  test("refuses a price that has changed since it was read, and names its version", async () => {
    const { payload } = await mutate("variantPricesSet", {
      items: [{ variantId: MUG, expectedVersion: 0, price: "11.00" }],
    });

    expect(payload).toMatchObject({
      userErrors: [
        {
          code: "STALE_VERSION",
          path: ["input", "items", "0", "expectedVersion"],
          currentVersion: 1,
        },
      ],
    });
  });

  test("does not come with products from a viewer who may only write the catalogue", async () => {
    const { server, context } = world.admin;
    const { body } = await server.executeOperation(
      {
        query: `mutation { variantsUpdate(input: { items: [{ id: "${MUG}", changes: { price: "1.00" } }] }) { userErrors { code } } }`,
      },
      {
        contextValue: await context({
          viewer: EDITOR,
          requestId: "request-1",
          market: undefined,
          locale: undefined,
        }),
      },
    );

    expect(body.kind === "single" && body.singleResult.errors).toMatchObject([
      { extensions: { code: "PERMISSION_DENIED" } },
    ]);
    expect(await product()).toMatchObject({ history: { nodes: [] } });
  });
});
