import { describe, expect, test } from "vitest";
import { checkDeclared } from "../../../../src/domain/catalog/metafields/check-declared.js";
import type { Metafield } from "../../../../src/domain/catalog/metafields/metafield.js";
import { Refused } from "../../../../src/domain/shared/domain-error.js";

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

describe("a new or changed metafield", () => {
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

  test("needs a definition with the same type", () => {
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

  test("is checked, while unchanged and removed metafields are not", () => {
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
