import { beforeEach, describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { editing, type Editing } from "../editing.js";

const MUG = productId(1);

describe("productUpdate", () => {
  let { mutate, ask }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask } = await editing());
  });

  test("changes the given fields only, and reports the changes", async () => {
    const { payload, errors } = await mutate(
      "productUpdate",
      { id: MUG, changes: { title: "Tall mug", vendor: null } },
      "product { title vendor slug version } changes { path before after }",
    );

    expect(errors).toEqual([]);
    expect(payload).toMatchObject({
      product: { title: "Tall mug", vendor: "", slug: "mug-1", version: 2 },
      userErrors: [],
      warnings: [],
    });
    expect(payload["changes"]).toContainEqual(
      expect.objectContaining({ path: "title", after: "Tall mug" }),
    );
  });

  test("reports invalid input and broken rules together", async () => {
    const { payload, errors } = await mutate(
      "productUpdate",
      { id: MUG, changes: { title: "x".repeat(300), slug: "No Slug!", tags: ["a,b"] } },
      "product { id }",
    );

    expect(errors).toEqual([]);
    expect(payload["product"]).toBeNull();
    expect(payload["userErrors"]).toMatchObject([
      {
        __typename: "InvalidInputError",
        code: "INVALID_INPUT",
        path: ["input", "changes", "title"],
      },
      { code: "INVALID_SLUG", path: ["input", "changes", "slug"] },
      { code: "INVALID_TEXT", path: ["input", "changes", "tags", "0"] },
    ]);
  });

  test("refuses the second of two editors, and reports the current version", async () => {
    await mutate("productUpdate", { id: MUG, expectedVersion: 1, changes: { title: "First" } });
    const { payload } = await mutate(
      "productUpdate",
      { id: MUG, expectedVersion: 1, changes: { title: "Second" } },
      "product { title }",
    );

    expect(payload["userErrors"]).toMatchObject([
      {
        __typename: "StaleVersionError",
        code: "STALE_VERSION",
        currentVersion: 2,
        path: ["input", "expectedVersion"],
      },
    ]);
    expect(
      (await ask(`query ($id: ID!) { product(by: { id: $id }) { title } }`, { id: MUG })).data,
    ).toEqual({ product: { title: "First" } });
  });

  test.each([
    ["product_01h00000000000000000009999"],
    ["mug"],
    ["variant_01h00000000000000000000001"],
  ])("reports the unknown id %s", async (id) => {
    const { payload } = await mutate("productUpdate", { id, changes: { title: "x" } });

    expect(payload["userErrors"]).toMatchObject([
      {
        __typename: "NotFoundError",
        code: "PRODUCT_NOT_FOUND",
        missing: id,
        path: ["input", "id"],
      },
    ]);
  });

  test("changes nothing in a dry run", async () => {
    const { payload } = await mutate(
      "productUpdate",
      { id: MUG, dryRun: true, changes: { title: "Tall mug" } },
      "product { title } changes { path after }",
    );

    expect(payload).toMatchObject({
      changes: [{ path: "title", after: "Tall mug" }],
      userErrors: [],
    });
    expect(payload["product"]).not.toEqual({ title: "Tall mug" });
  });

  test("runs once for one idempotency key, and marks the replay", async () => {
    const input = { id: MUG, changes: { title: "Tall mug" } };
    const [first, again] = [
      await mutate("productUpdate", input, "product { version }", "k1"),
      await mutate("productUpdate", input, "product { version title }", "k1"),
    ];

    expect([first.payload["product"], again.payload["product"]]).toEqual([
      { version: 2 },
      { version: 2, title: "Tall mug" },
    ]);
    expect([first.extensions?.["replayed"], again.extensions?.["replayed"]]).toEqual([
      undefined,
      ["productUpdate"],
    ]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
  });
});
