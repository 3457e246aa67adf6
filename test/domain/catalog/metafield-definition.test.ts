import { describe, expect, test } from "vitest";
import { checkDeclared } from "../../../src/domain/catalog/check-declared.js";
import { MetafieldDefinitionInUse } from "../../../src/domain/catalog/errors.js";
import type { Metafield } from "../../../src/domain/catalog/metafield.js";
import { MetafieldDefinition } from "../../../src/domain/catalog/metafield-definition.js";
import { Refused } from "../../../src/domain/shared/domain-error.js";
import { definitionId } from "../../builders/shelf.js";

const [NOW, LATER] = [new Date("2026-01-01T12:00:00Z"), new Date("2026-01-02T12:00:00Z")];
const washing = () =>
  MetafieldDefinition.declare(
    definitionId(1),
    { namespace: "care", key: "washing", type: "TEXT", name: "Washing", description: "" },
    NOW,
  );

const refusals = (rule: () => void): unknown => {
  try {
    rule();
    return [];
  } catch (error) {
    return error instanceof Refused
      ? error.errors.map(({ code, path }) => [code, path.join(".")])
      : error;
  }
};

describe("the definition of a custom field", () => {
  test("may be called otherwise, while its name and its type stay", () => {
    const definition = washing();

    expect(definition.reword({ name: " Wäsche ", description: "By hand?" }, LATER)).toBe(true);
    expect(definition.reword({ name: "Wäsche", description: "By hand?" }, LATER)).toBe(false);
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

  test("stays while products carry the field", () => {
    const definition = washing();

    expect(() => definition.delete(1)).toThrow(MetafieldDefinitionInUse);
    definition.delete(0);
    expect(definition.pullEvents().map(({ type, version }) => [type, version])).toEqual([
      ["catalog.metafield-definition-created", 1],
      ["catalog.metafield-definition-deleted", 2],
    ]);
  });
});

describe("what an edit brings into a product", () => {
  const field = (key: string, value: string, type: Metafield["type"] = "TEXT"): Metafield => ({
    namespace: "care",
    key,
    type,
    value,
  });
  const DECLARED = new Map([
    ["care.washing", "TEXT"],
    ["care.heat", "INTEGER"],
  ] as const);

  test("is declared, with the very type that it has", () => {
    expect(
      refusals(() =>
        checkDeclared([], [field("washing", "by hand"), field("heat", "30", "INTEGER")], DECLARED),
      ),
    ).toEqual([]);
    expect(
      refusals(() =>
        checkDeclared(
          [],
          [field("washing", "by hand"), field("drying", "x"), field("heat", "30")],
          DECLARED,
        ),
      ),
    ).toEqual([
      ["METAFIELD_UNDECLARED", "metafields.1"],
      ["INVALID_METAFIELD", "metafields.2"],
    ]);
  });

  test("is only what is new or different: what was there may stay and go", () => {
    const before = [field("drying", "flat"), field("ironing", "no")];

    expect(
      refusals(() =>
        checkDeclared(before, [field("ironing", "no"), field("drying", "flat")], DECLARED),
      ),
    ).toEqual([]);
    expect(refusals(() => checkDeclared(before, [field("ironing", "no")], DECLARED))).toEqual([]);
    expect(refusals(() => checkDeclared(before, [field("ironing", "yes")], DECLARED))).toEqual([
      ["METAFIELD_UNDECLARED", "metafields.0"],
    ]);
  });
});
