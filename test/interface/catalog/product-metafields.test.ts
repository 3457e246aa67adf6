import { beforeEach, describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { editing, type Editing } from "../editing.js";

/** Carries care.washing, the only custom field of the shelf. */
const MUG = productId(5);
const VOLUME = { namespace: "facts", key: "volume", type: "INTEGER" };

describe("custom fields", () => {
  let { mutate, ask }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask } = await editing());
  });

  const declare = (definition: object = VOLUME, more: object = {}) =>
    mutate(
      "metafieldDefinitionCreate",
      { definition, ...more },
      "metafieldDefinition { id namespace key type name description version usedBy }",
    );
  const fieldsOf = async (id: string) =>
    (
      await ask(
        "query ($id: ID!) { product(by: { id: $id }) { version metafields { namespace key type value } } }",
        { id },
      )
    ).data?.["product"];

  describe("productMetafieldsSet", () => {
    const set = (input: object) =>
      mutate(
        "productMetafieldsSet",
        { id: MUG, ...input },
        "product { version metafields { namespace key type value } } changes { path before after }",
      );

    test("sets values of the declared type, replaces existing ones, and keeps the rest", async () => {
      await declare();
      const { payload } = await set({
        metafields: [
          { namespace: "facts", key: "volume", value: " 350 " },
          { namespace: "care", key: "washing", value: "at 30 °C" },
        ],
      });

      expect(payload).toMatchObject({
        product: {
          version: 2,
          metafields: [
            { key: "washing", type: "TEXT", value: "at 30 °C" },
            { ...VOLUME, value: "350" },
          ],
        },
        userErrors: [],
        warnings: [],
      });
      expect(payload["changes"]).toMatchObject([
        { path: "metafields.care.washing.value", before: "by hand", after: "at 30 °C" },
        { path: "metafields.facts.volume", before: null },
      ]);
      expect(
        (await set({ metafields: [{ namespace: "facts", key: "volume", value: "350" }] })).payload,
      ).toMatchObject({
        product: { version: 2 },
        warnings: [{ code: "NOTHING_CHANGED", path: ["input", "metafields"] }],
      });
    });

    test("refuses every undeclared field at its path", async () => {
      const { payload } = await set({
        metafields: [
          { namespace: "facts", key: "volume", value: "1" },
          { namespace: "care", key: "washing", value: "x" },
          { namespace: "ほう", key: "__proto__", value: "1" },
        ],
      });

      expect(payload["product"]).toBeNull();
      expect(payload["userErrors"]).toMatchObject([
        {
          __typename: "NotFoundError",
          code: "METAFIELD_UNDECLARED",
          missing: "facts.volume",
          path: ["input", "metafields", "0"],
        },
        { code: "METAFIELD_UNDECLARED", path: ["input", "metafields", "2"] },
      ]);
    });

    test("refuses every value that does not fit its type, and a field given twice, at its path", async () => {
      await declare();
      await declare({ ...VOLUME, key: "handmade", type: "BOOLEAN" });
      const { payload } = await set({
        metafields: [
          { namespace: "facts", key: "volume", value: "a lot" },
          { namespace: "care", key: "washing", value: "x" },
          { namespace: "facts", key: "handmade", value: "yes" },
        ],
      });
      const twice = await set({
        metafields: [
          { namespace: "facts", key: "volume", value: "1" },
          { namespace: "facts", key: "volume", value: "2" },
          { namespace: "facts", key: "volume", value: "3" },
        ],
      });

      expect(payload["userErrors"]).toMatchObject([
        { code: "INVALID_METAFIELD", path: ["input", "metafields", "0"] },
        { code: "INVALID_METAFIELD", path: ["input", "metafields", "2"] },
      ]);
      expect(twice.payload["userErrors"]).toMatchObject(
        [1, 2].map((index) => ({
          code: "INVALID_METAFIELD",
          path: ["input", "metafields", String(index)],
        })),
      );
    });

    test("reports a stale version, an unknown id and a list of wrong length, and changes nothing in a dry run", async () => {
      const metafields = [{ namespace: "care", key: "washing", value: "never" }];

      expect((await set({ metafields, expectedVersion: 9 })).payload["userErrors"]).toMatchObject([
        { code: "STALE_VERSION", currentVersion: 1, path: ["input", "expectedVersion"] },
      ]);
      expect((await set({ metafields, id: productId(99) })).payload["userErrors"]).toMatchObject([
        { code: "PRODUCT_NOT_FOUND", path: ["input", "id"] },
      ]);
      expect((await set({ metafields: [] })).payload["userErrors"]).toMatchObject([
        { code: "INVALID_INPUT", path: ["input", "metafields"] },
      ]);
      expect(
        (await set({ metafields: Array.from({ length: 251 }, () => metafields[0]) })).payload[
          "userErrors"
        ],
      ).toMatchObject([{ code: "INVALID_INPUT", path: ["input", "metafields"] }]);
      expect((await set({ metafields, dryRun: true })).payload).toMatchObject({
        changes: [{ after: "never" }],
        userErrors: [],
      });
      expect(await fieldsOf(MUG)).toMatchObject({ version: 1, metafields: [{ value: "by hand" }] });
    });
  });

  describe("productMetafieldsRemove", () => {
    const remove = (input: object) =>
      mutate(
        "productMetafieldsRemove",
        { id: MUG, metafields: [{ namespace: "care", key: "washing" }], ...input },
        "product { version metafields { key } }",
      );

    test("removes fields, and warns when there was none", async () => {
      expect((await remove({ dryRun: true })).payload["userErrors"]).toEqual([]);
      expect((await remove({ expectedVersion: 2 })).payload["userErrors"]).toMatchObject([
        { code: "STALE_VERSION" },
      ]);
      expect((await remove({ expectedVersion: 1 })).payload).toMatchObject({
        product: { version: 2, metafields: [] },
        warnings: [],
      });
      expect((await remove({})).payload).toMatchObject({
        product: { version: 2 },
        userErrors: [],
        warnings: [{ code: "NOTHING_CHANGED" }],
      });
      expect((await remove({ id: "mug" })).payload["userErrors"]).toMatchObject([
        { code: "PRODUCT_NOT_FOUND", path: ["input", "id"] },
      ]);
    });
  });

  test("productCreate sets custom fields, unless one of them is undeclared or invalid", async () => {
    await declare();
    const create = (...metafields: readonly object[]) =>
      mutate(
        "productCreate",
        { product: { title: "Cup", metafields } },
        "product { metafields { key type value } }",
      );

    expect(
      (
        await create(
          { namespace: "facts", key: "volume", value: "300" },
          { namespace: "care", key: "washing", value: "cold" },
        )
      ).payload,
    ).toMatchObject({
      product: {
        metafields: [
          { key: "volume", type: "INTEGER", value: "300" },
          { key: "washing", type: "TEXT", value: "cold" },
        ],
      },
      userErrors: [],
    });
    const refused = await create(
      { namespace: "facts", key: "none", value: "x\ny" },
      { namespace: "facts", key: "volume", value: "much" },
    );
    expect(refused.payload["userErrors"]).toMatchObject([
      { code: "METAFIELD_UNDECLARED", path: ["input", "product", "metafields", "0"] },
      { code: "INVALID_METAFIELD", path: ["input", "product", "metafields", "1"] },
    ]);
  });

  test("productUpdate keeps custom fields, declared or not", async () => {
    const { payload } = await mutate(
      "productUpdate",
      { id: MUG, changes: { title: "Mug with care" } },
      "product { title metafields { key } }",
    );

    expect(payload).toMatchObject({
      product: { title: "Mug with care", metafields: [{ key: "washing" }] },
      userErrors: [],
    });
  });
});
