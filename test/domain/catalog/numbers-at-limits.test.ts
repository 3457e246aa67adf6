import { describe, expect, test } from "vitest";
import { refusalsOf } from "../../../src/application/shared/refusal.js";
import { productFacts } from "../../../src/domain/catalog/collections/product-facts.js";
import { matchesRules } from "../../../src/domain/catalog/collections/rule-matcher.js";
import { checkTranslationSize } from "../../../src/domain/catalog/translations/check-translation-size.js";
import { milligrams } from "../../../src/domain/catalog/variants/milligrams.js";
import { Money } from "../../../src/domain/shared/money.js";
import { Problems } from "../../../src/domain/shared/problems.js";
import { productContent, productId, variantId } from "../../builders/product-content.js";

const euros = (minorUnits: number) => Money.of(minorUnits, "EUR");

describe("the translations of a product", () => {
  const refused = (...texts: readonly string[]): readonly string[] => {
    const problems = new Problems();
    checkTranslationSize(
      texts.map((text) => new Map([["title", text]])),
      problems,
    );
    try {
      problems.throwIfAny();
      return [];
    } catch (error) {
      return (refusalsOf(error) ?? []).map(({ code }) => code);
    }
  };

  test("may be in fifty languages, and not in one more", () => {
    expect(refused(...Array<string>(50).fill("x"))).toEqual([]);
    expect(refused(...Array<string>(51).fill("x"))).toEqual(["TOO_MANY"]);
  });

  test("may have two million characters together, and not one more", () => {
    expect(refused("x".repeat(1_000_000), "x".repeat(1_000_000))).toEqual([]);
    expect(refused("x".repeat(1_000_000), "x".repeat(1_000_001))).toEqual(["TOO_MANY"]);
  });
});

describe("a weight", () => {
  test("is rounded to whole milligrams, halves up", () => {
    expect(milligrams("0.0005", "GRAMS")).toBe(1);
    expect(milligrams("0.00049", "GRAMS")).toBe(0);
    expect(milligrams("0", "POUNDS")).toBe(0);
    expect(milligrams("1", "OUNCES")).toBe(28_350);
  });
});

describe("a rule of a collection about a number", () => {
  const facts = productFacts(
    { ...productContent(1), id: productId(1), createdAt: new Date(0) } as never,
    new Map([
      [variantId(1), { price: euros(1_000), compareAt: null, available: 0, isOffered: true }],
    ]),
  );
  const isMatch = (field: string, operator: string, value: string) =>
    matchesRules(
      { match: "ALL", conditions: [{ field, operator, value, key: null } as never] },
      facts,
    );

  test.each([
    ["PRICE", "10.00"],
    ["STOCK", "0"],
  ])("includes its own number when its operator does: %s %s", (field, value) => {
    expect(
      ["AT_LEAST", "AT_MOST", "EQUALS", "GREATER_THAN", "LESS_THAN"].map((operator) =>
        isMatch(field, operator, value),
      ),
    ).toEqual([true, true, true, false, false]);
  });
});
