import { beforeEach, describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { definitionId } from "../../builders/shelf.js";
import { GUEST } from "../../../src/application/shared/viewer.js";
import { editing, type Editing } from "../editing.js";

/** Carries care.washing, the only custom field of the shelf. */
const [MUG, BOWL] = [productId(5), productId(2)];
const WASHING = definitionId(9_001);
const VOLUME = { namespace: "facts", key: "volume", type: "INTEGER" };

describe("custom fields", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
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

  describe("metafieldDefinitionCreate", () => {
    test("declares a field, called by its key unless somebody says otherwise", async () => {
      const [plain, named] = [
        await declare(),
        await declare({ ...VOLUME, key: "height", name: "Höhe", description: "In cm." }),
      ];

      expect(plain.payload).toMatchObject({
        metafieldDefinition: { ...VOLUME, name: "volume", description: "", version: 1, usedBy: 0 },
        userErrors: [],
        warnings: [],
      });
      expect(named.payload["metafieldDefinition"]).toMatchObject({
        key: "height",
        name: "Höhe",
        description: "In cm.",
      });
    });

    test("says all that is wrong at once, each at its place", async () => {
      const { payload } = await declare({
        namespace: "a b",
        key: "x",
        type: "TEXT",
        name: "\u0000",
        description: "x".repeat(2_000),
      });

      expect(payload["metafieldDefinition"]).toBeNull();
      expect(payload["userErrors"]).toMatchObject([
        { code: "INVALID_INPUT", path: ["input", "definition", "description"] },
        { code: "INVALID_METAFIELD", path: ["input", "definition", "namespace"] },
        { code: "INVALID_METAFIELD", path: ["input", "definition", "key"] },
        { code: "INVALID_TEXT", path: ["input", "definition", "name"] },
      ]);
    });

    test("refuses a name that is declared already", async () => {
      const { payload } = await declare({ namespace: "care", key: "washing", type: "JSON" });

      expect(payload["userErrors"]).toMatchObject([
        {
          __typename: "TakenError",
          code: "METAFIELD_NAME_TAKEN",
          taken: "care.washing",
          path: ["input", "definition", "key"],
        },
      ]);
    });

    test("tries without doing", async () => {
      expect((await declare(VOLUME, { dryRun: true })).payload).toMatchObject({
        metafieldDefinition: null,
        userErrors: [],
      });
      expect((await ask("{ metafieldDefinitions { totalCount } }")).data).toEqual({
        metafieldDefinitions: { totalCount: 1 },
      });
    });
  });

  describe("metafieldDefinitionUpdate", () => {
    const update = (input: object) =>
      mutate(
        "metafieldDefinitionUpdate",
        { id: WASHING, ...input },
        "metafieldDefinition { name description version }",
      );

    test("changes what people say of it; null takes the key for the name", async () => {
      expect(
        (await update({ changes: { name: "Wäsche", description: "By hand?" } })).payload[
          "metafieldDefinition"
        ],
      ).toEqual({ name: "Wäsche", description: "By hand?", version: 2 });
      expect((await update({ changes: { name: null } })).payload["metafieldDefinition"]).toEqual({
        name: "washing",
        description: "By hand?",
        version: 3,
      });
      expect((await update({ changes: {} })).payload).toMatchObject({
        metafieldDefinition: { version: 3 },
        warnings: [{ code: "NOTHING_CHANGED" }],
      });
    });

    test("refuses what is outdated, unknown or no text, and tries without doing", async () => {
      expect(
        (await update({ expectedVersion: 7, changes: { name: "x" } })).payload["userErrors"],
      ).toMatchObject([
        { code: "STALE_VERSION", currentVersion: 1, path: ["input", "expectedVersion"] },
      ]);
      expect(
        (await update({ id: definitionId(9), changes: {} })).payload["userErrors"],
      ).toMatchObject([
        {
          __typename: "NotFoundError",
          code: "METAFIELD_DEFINITION_NOT_FOUND",
          missing: definitionId(9),
          path: ["input", "id"],
        },
      ]);
      expect((await update({ id: MUG, changes: {} })).payload["userErrors"]).toMatchObject([
        { code: "METAFIELD_DEFINITION_NOT_FOUND" },
      ]);
      expect((await update({ changes: { name: " " } })).payload["userErrors"]).toMatchObject([
        { code: "INVALID_TEXT", path: ["input", "changes", "name"] },
      ]);
      expect((await update({ dryRun: true, changes: { name: "Other" } })).payload).toMatchObject({
        metafieldDefinition: { name: "washing", version: 1 },
        userErrors: [],
      });
    });
  });

  describe("metafieldDefinitionDelete", () => {
    const remove = (input: object = {}) =>
      mutate(
        "metafieldDefinitionDelete",
        { id: WASHING, ...input },
        "deletedMetafieldDefinitionId",
      );

    test("waits until no product carries the field", async () => {
      expect((await remove()).payload).toMatchObject({
        deletedMetafieldDefinitionId: null,
        userErrors: [
          {
            __typename: "InUseError",
            code: "METAFIELD_DEFINITION_IN_USE",
            uses: 1,
            path: ["input", "id"],
          },
        ],
      });

      await mutate("productMetafieldsRemove", {
        id: MUG,
        metafields: [{ namespace: "care", key: "washing" }],
      });
      expect((await remove({ dryRun: true })).payload).toMatchObject({
        deletedMetafieldDefinitionId: WASHING,
        userErrors: [],
      });
      expect((await remove({ expectedVersion: 2 })).payload["userErrors"]).toMatchObject([
        { code: "STALE_VERSION", path: ["input", "expectedVersion"] },
      ]);
      expect((await remove({ expectedVersion: 1 })).payload).toMatchObject({
        deletedMetafieldDefinitionId: WASHING,
        userErrors: [],
      });
      expect((await remove()).payload["userErrors"]).toMatchObject([
        { code: "METAFIELD_DEFINITION_NOT_FOUND", path: ["input", "id"] },
      ]);
    });
  });

  describe("productMetafieldsSet", () => {
    const set = (input: object) =>
      mutate(
        "productMetafieldsSet",
        { id: MUG, ...input },
        "product { version metafields { namespace key type value } } changes { path before after }",
      );

    test("gives values with the declared type, replaces those that are there, and keeps the rest", async () => {
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

    test("refuses every field that is not declared, at its place", async () => {
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

    test("refuses every value that does not fit its type, and a field given twice, at its place", async () => {
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

    test("refuses what is outdated or unknown, an empty or overlong list, and tries without doing", async () => {
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

    test("takes fields away, and says when there was none", async () => {
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

  describe("definitions", () => {
    test("are listed with how many products carry each, counted in one go", async () => {
      await declare();
      await mutate("productMetafieldsSet", {
        id: BOWL,
        metafields: [{ namespace: "care", key: "washing", value: "never" }],
      });
      world.calls.length = 0;
      const { data } = await ask(
        "{ metafieldDefinitions(first: 5) { totalCount nodes { namespace key usedBy } } }",
      );

      expect(data?.["metafieldDefinitions"]).toEqual({
        totalCount: 2,
        nodes: [
          { namespace: "care", key: "washing", usedBy: 2 },
          { namespace: "facts", key: "volume", usedBy: 0 },
        ],
      });
      expect(
        world.calls.filter(({ port }) => port === "catalogReads.countMetafieldUses"),
      ).toHaveLength(1);
      expect(
        (
          await ask(
            `{ metafieldDefinitions(filter: { namespace: "facts", text: "VOL" }) { nodes { key } } }`,
          )
        ).data,
      ).toEqual({ metafieldDefinitions: { nodes: [{ key: "volume" }] } });
    });

    test("are found by id, by name, and as nodes", async () => {
      const query = `query ($id: ID!) { byId: metafieldDefinition(by: { id: $id }) { key } byName: metafieldDefinition(by: { name: { namespace: "care", key: "washing" } }) { id }
        none: metafieldDefinition(by: { name: { namespace: "care", key: "drying" } }) { id } node(id: $id) { __typename ... on MetafieldDefinition { key usedBy } } }`;

      expect((await ask(query, { id: WASHING })).data).toEqual({
        byId: { key: "washing" },
        byName: { id: WASHING },
        none: null,
        node: { __typename: "MetafieldDefinition", key: "washing", usedBy: 1 },
      });
    });

    test("are none of the shop's business", async () => {
      const { server, context } = world.shop;
      const contextValue = await context({
        viewer: GUEST,
        requestId: "request-1",
        market: undefined,
        locale: undefined,
      });
      const { body } = await server.executeOperation(
        { query: "query ($id: ID!) { node(id: $id) { __typename } }", variables: { id: WASHING } },
        { contextValue },
      );

      expect(body).toMatchObject({ singleResult: { data: { node: null } } });
      expect(world.calls).toEqual([]);
    });
  });

  test("a new product comes with custom fields, unless one of them is not declared or does not fit", async () => {
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

  test("an edit of something else leaves a product's fields alone, declared or not", async () => {
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
