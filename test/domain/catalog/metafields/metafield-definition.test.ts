import { describe, expect, test } from "vitest";
import { MetafieldDefinitionInUse } from "../../../../src/domain/catalog/metafields/errors.js";
import { MetafieldDefinition } from "../../../../src/domain/catalog/metafields/metafield-definition.js";
import { definitionId } from "../../../builders/fill-shop.js";

const [NOW, LATER] = [new Date("2026-01-01T12:00:00Z"), new Date("2026-01-02T12:00:00Z")];
const washing = () =>
  MetafieldDefinition.declare(
    definitionId(1),
    { namespace: "care", key: "washing", type: "TEXT", name: "Washing", description: "" },
    NOW,
  );

describe("a metafield definition", () => {
  test("can get another label, while its key and type stay", () => {
    const definition = washing();

    expect(definition.revise({ name: " Wäsche ", description: "By hand?" }, LATER)).toBe(true);
    expect(definition.revise({ name: "Wäsche", description: "By hand?" }, LATER)).toBe(false);
    expect(definition.snapshot()).toMatchObject({
      namespace: "care",
      key: "washing",
      type: "TEXT",
      name: "Wäsche",
      description: "By hand?",
      version: 2,
      createdAt: NOW,
      updatedAt: LATER,
    });
    expect(definition.pullEvents()).toEqual([
      {
        type: "catalog.metafield-definition-created",
        metafieldDefinitionId: definitionId(1),
        version: 1,
      },
      {
        type: "catalog.metafield-definition-updated",
        metafieldDefinitionId: definitionId(1),
        version: 2,
      },
    ]);
  });

  test("cannot be deleted while products have the metafield", () => {
    const definition = washing();

    expect(() => definition.delete(1)).toThrow(MetafieldDefinitionInUse);
    definition.delete(0);
    expect(definition.pullEvents().map(({ type, version }) => [type, version])).toEqual([
      ["catalog.metafield-definition-created", 1],
      ["catalog.metafield-definition-deleted", 2],
    ]);
  });
});
