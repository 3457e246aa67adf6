import { describe, expect, test } from "vitest";
import {
  checkDeclared,
  type DeclaredMetafield,
} from "../../../../src/domain/catalog/metafields/check-declared.js";
import type { Metafield } from "../../../../src/domain/catalog/metafields/metafield.js";
import type { MetafieldType } from "../../../../src/domain/catalog/metafields/metafield-type.js";
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
  const declared = (type: MetafieldType, more: Partial<DeclaredMetafield> = {}) =>
    ({ type, owners: ["PRODUCT"], choices: [], ...more }) as const;
  const choice = (value: string) => ({ value, label: value, translations: [] });
  const DECLARED = new Map<string, DeclaredMetafield>([
    ["care.washing", declared("TEXT")],
    ["care.heat", declared("INTEGER")],
    ["care.level", declared("CHOICE", { choices: [choice("easy"), choice("hard")] })],
    ["care.by", declared("CHOICE_LIST", { choices: [choice("hand"), choice("machine")] })],
  ]);

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

  test("has no other value than the choices of its definition", () => {
    const [level, by] = [
      (value: string) => field("level", value, "CHOICE"),
      (value: string) => field("by", value, "CHOICE_LIST"),
    ];

    expect(
      refusals(() => checkDeclared([], [level("easy"), by(`["hand","machine"]`)], DECLARED)),
    ).toEqual([]);
    expect(
      refusals(() => checkDeclared([], [level("Easy"), by(`["hand","foot"]`)], DECLARED)),
    ).toEqual([
      ["INVALID_METAFIELD", "metafields.0"],
      ["INVALID_METAFIELD", "metafields.1"],
    ]);
  });

  test("is of a kind of owner that its definition names", () => {
    expect(refusals(() => checkDeclared([], [field("washing", "x")], DECLARED, "VARIANT"))).toEqual(
      [["INVALID_METAFIELD", "metafields.0"]],
    );
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
