import { beforeEach, describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { editing, type Editing, USER_ERRORS } from "../editing.js";

const [MUG, BOWL] = [productId(1), productId(2)];
const NOWHERE = "product_01h00000000000000000009999";
const RESULTS = `results { index product { title } changes { path } ${USER_ERRORS} warnings { code path } }`;

describe("productsUpdate", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
  });

  test("changes each product in its own way, and reads all of them at once", async () => {
    const { payload, errors } = await mutate(
      "productsUpdate",
      {
        items: [
          { id: MUG, changes: { title: "Tall mug" } },
          { id: BOWL, expectedVersion: 1, changes: { title: "Deep bowl" } },
        ],
      },
      RESULTS,
    );

    expect(errors).toEqual([]);
    expect(payload).toMatchObject({
      results: [
        { index: 0, product: { title: "Tall mug" }, changes: [{ path: "title" }], userErrors: [] },
        { index: 1, product: { title: "Deep bowl" }, changes: [{ path: "title" }], userErrors: [] },
      ],
      userErrors: [],
    });
    expect(world.calls.map(({ port }) => port)).toEqual(["catalogReads.productsById"]);
  });

  test("changes nothing when one item is refused, and reports the problems of each", async () => {
    const { payload } = await mutate(
      "productsUpdate",
      {
        items: [
          { id: MUG, changes: { title: "Tall mug" } },
          { id: BOWL, changes: { slug: "mug-1" } },
          { id: NOWHERE, changes: {} },
        ],
      },
      RESULTS,
    );

    expect(payload).toMatchObject({
      results: [],
      userErrors: [
        { code: "SLUG_TAKEN", taken: "mug-1", path: ["input", "items", "1", "changes", "slug"] },
        { code: "PRODUCT_NOT_FOUND", missing: NOWHERE, path: ["input", "items", "2", "id"] },
      ],
    });
    expect(
      (await ask(`query ($id: ID!) { product(by: { id: $id }) { version } }`, { id: MUG })).data,
    ).toEqual({ product: { version: 1 } });
  });

  test("skips refused items on request", async () => {
    const { payload } = await mutate(
      "productsUpdate",
      {
        onError: "SKIP",
        items: [
          { id: BOWL, changes: { slug: "mug-1" } },
          { id: MUG, changes: { title: "Tall mug" } },
        ],
      },
      RESULTS,
    );

    expect(payload).toMatchObject({
      results: [
        {
          index: 0,
          product: null,
          changes: [],
          userErrors: [
            {
              __typename: "TakenError",
              code: "SLUG_TAKEN",
              path: ["input", "items", "0", "changes", "slug"],
            },
          ],
        },
        { index: 1, product: { title: "Tall mug" }, userErrors: [] },
      ],
      userErrors: [],
    });
  });

  test("handles the items in order, so that one can use what an earlier one frees", async () => {
    const { payload } = await mutate(
      "productsUpdate",
      {
        items: [
          { id: MUG, changes: { slug: "cup" } },
          { id: BOWL, changes: { slug: "mug-1" } },
        ],
      },
      "results { product { slug } }",
    );

    expect(payload).toMatchObject({
      results: [{ product: { slug: "cup" } }, { product: { slug: "mug-1" } }],
      userErrors: [],
    });
  });

  test("changes a product that is named twice two times, each time in its current state", async () => {
    const { payload } = await mutate(
      "productsUpdate",
      {
        onError: "SKIP",
        items: [
          { id: MUG, changes: { title: "No", slug: "mug-2" } },
          { id: MUG, expectedVersion: 1, changes: { vendor: "Kiln" } },
          { id: MUG, expectedVersion: 2, changes: { title: "Tall mug" } },
        ],
      },
      RESULTS,
    );

    expect(payload["results"]).toMatchObject([
      { product: null, userErrors: [{ code: "SLUG_TAKEN" }] },
      { changes: [{ path: "vendor" }], userErrors: [] },
      { changes: [{ path: "title" }], userErrors: [] },
    ]);
    expect(
      (
        await ask(`query ($id: ID!) { product(by: { id: $id }) { title vendor version slug } }`, {
          id: MUG,
        })
      ).data,
    ).toEqual({ product: { title: "Tall mug", vendor: "Kiln", version: 3, slug: "mug-1" } });
  });

  test.each([
    [[], "INVALID_BULK"],
    [Array.from({ length: 251 }, () => ({ id: MUG, changes: {} })), "INVALID_INPUT"],
  ])("refuses an empty list and more than 250 items", async (items, code) => {
    const { payload } = await mutate("productsUpdate", { items });

    expect(payload["userErrors"]).toMatchObject([{ code, path: ["input", "items"] }]);
  });
});
