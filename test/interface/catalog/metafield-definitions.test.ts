import { beforeEach, describe, expect, test } from "vitest";
import { GUEST } from "../../../src/application/shared/viewer.js";
import { definitionId } from "../../builders/fill-shop.js";
import { productId } from "../../builders/product-content.js";
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

  describe("metafieldDefinitionCreate", () => {
    test("declares a custom field, named like its key by default", async () => {
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

    test("reports all problems at once with their paths", async () => {
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

    test("refuses a name that is already declared", async () => {
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

    test("changes nothing in a dry run", async () => {
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

    test("changes name and description; null resets the name to the key", async () => {
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

    test("reports a stale version, an unknown id and an invalid text, and changes nothing in a dry run", async () => {
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

    test("is refused while a product has the field", async () => {
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

  describe("definitions", () => {
    test("are listed with the number of their products, counted in one call", async () => {
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

    test("are found by id, by name and as nodes", async () => {
      const query = `query ($id: ID!) { byId: metafieldDefinition(by: { id: $id }) { key } byName: metafieldDefinition(by: { name: { namespace: "care", key: "washing" } }) { id }
        none: metafieldDefinition(by: { name: { namespace: "care", key: "drying" } }) { id } node(id: $id) { __typename ... on MetafieldDefinition { key usedBy } } }`;

      expect((await ask(query, { id: WASHING })).data).toEqual({
        byId: { key: "washing" },
        byName: { id: WASHING },
        none: null,
        node: { __typename: "MetafieldDefinition", key: "washing", usedBy: 1 },
      });
    });

    test("are hidden from the shop", async () => {
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
});
