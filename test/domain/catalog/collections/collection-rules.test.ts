import { describe, expect, test } from "vitest";
import {
  collectionRules,
  type CollectionRules,
  type RuleCondition,
} from "../../../../src/domain/catalog/collections/collection-rules.js";
import { matchesRules } from "../../../../src/domain/catalog/collections/rule-matcher.js";
import {
  productFacts,
  type ProductFacts,
} from "../../../../src/domain/catalog/collections/product-facts.js";
import type { VariantPriceAndStock } from "../../../../src/domain/listing/listing.js";
import { Refused } from "../../../../src/domain/shared/domain-error.js";
import { Money } from "../../../../src/domain/shared/money.js";
import {
  aVariant,
  productContent,
  productId,
  variantId,
} from "../../../builders/product-content.js";

const NOW = new Date("2026-01-01T12:00:00.000Z");
const euros = (amount: string) => Money.parse(amount, "EUR");
const condition = (
  field: string,
  operator: string,
  value: string | null = null,
  key: string | null = null,
) => ({ field, operator, value, key }) as RuleCondition;
const rules = (match: "ALL" | "ANY", ...conditions: readonly RuleCondition[]): CollectionRules => ({
  match,
  conditions,
});

/** A reduced shirt in two sizes, of which one is sold out. */
const SHIRT: ProductFacts = productFacts(
  {
    ...productContent(1, {
      title: "Chemise d'Été",
      vendor: "Café Straße",
      productType: "Shirt",
      category: "",
      tags: ["Summer", "Léger"],
      options: [
        { name: "Size", values: ["S", "XL"] },
        { name: "Colour", values: ["Blue"] },
      ],
      variants: [
        aVariant(1, { optionValues: ["S", "Blue"], sku: "SH-S", weightMilligrams: 200_000 }),
        aVariant(2, {
          optionValues: ["XL", "Blue"],
          sku: null,
          barcode: "4006381333931",
          weightMilligrams: 250_500,
        }),
      ],
      metafields: [
        { namespace: "care", key: "degrees", type: "INTEGER", value: "40" },
        { namespace: "care", key: "since", type: "DATE", value: "2024-05-01" },
        { namespace: "care", key: "fabric", type: "TEXT", value: "Organic Cotton" },
      ],
    }),
    id: productId(1),
    version: 1,
    announced: true,
    createdAt: NOW,
    updatedAt: NOW,
  },
  new Map<ReturnType<typeof variantId>, VariantPriceAndStock>([
    [variantId(1), { price: euros("19.99"), compareAt: euros("25.00"), available: 0 }],
    [variantId(2), { price: euros("21.00"), compareAt: null, available: 7 }],
  ]),
);

describe("a condition of an automated collection", () => {
  test.each([
    [condition("TITLE", "EQUALS", "CHEMISE D'ETE"), true],
    [condition("TITLE", "NOT_EQUALS", "chemise d'été"), false],
    [condition("TITLE", "CONTAINS", "ete"), true],
    [condition("TITLE", "STARTS_WITH", "chem"), true],
    [condition("TITLE", "STARTS_WITH", "ete"), false],
    [condition("TITLE", "ENDS_WITH", "Été"), true],
    [condition("TITLE", "NOT_CONTAINS", "pull"), true],
    [condition("VENDOR", "EQUALS", "cafe strasse"), true],
    [condition("PRODUCT_TYPE", "EQUALS", "shirts"), false],
    [condition("CATEGORY", "IS_SET"), false],
    [condition("CATEGORY", "IS_NOT_SET"), true],
    [condition("TAG", "EQUALS", "leger"), true],
    [condition("TAG", "NOT_EQUALS", "summer"), false],
    [condition("TAG", "NOT_CONTAINS", "winter"), true],
    [condition("PRICE", "LESS_THAN", "20"), true],
    [condition("PRICE", "EQUALS", "21.0"), true],
    [condition("PRICE", "GREATER_THAN", "21.00"), false],
    [condition("PRICE", "GREATER_THAN", "20.999"), true],
    [condition("PRICE", "AT_LEAST", "21.001"), false],
    [condition("LOWEST_PRICE", "GREATER_THAN", "19.99"), false],
    [condition("LOWEST_PRICE", "AT_MOST", "19.99"), true],
    [condition("COMPARE_AT_PRICE", "IS_SET"), true],
    [condition("ON_SALE", "EQUALS", "true"), true],
    [condition("ON_SALE", "NOT_EQUALS", "true"), false],
    [condition("WEIGHT", "GREATER_THAN", "250"), true],
    [condition("WEIGHT", "EQUALS", "250.5"), true],
    [condition("STOCK", "EQUALS", "7"), true],
    [condition("STOCK", "LESS_THAN", "1"), false],
    [condition("AVAILABLE", "EQUALS", "true"), true],
    [condition("VARIANT_TITLE", "EQUALS", "xl / blue"), true],
    [condition("OPTION_VALUE", "EQUALS", "blue"), true],
    [condition("OPTION_VALUE", "EQUALS", "blue", "size"), false],
    [condition("OPTION_VALUE", "EQUALS", "s", "SIZE"), true],
    [condition("OPTION_VALUE", "IS_SET", null, "Fabric"), false],
    [condition("SKU", "STARTS_WITH", "sh-"), true],
    [condition("BARCODE", "EQUALS", "4006381333931"), true],
    [condition("GIFT_CARD", "EQUALS", "false"), true],
    [condition("CREATED_AT", "LESS_THAN", "2026-01-01T12:00:00.001Z"), true],
    [condition("CREATED_AT", "GREATER_THAN", "2026-01-01T12:00:00.000Z"), false],
    [condition("METAFIELD", "GREATER_THAN", "9", "care.degrees"), true],
    [condition("METAFIELD", "LESS_THAN", "2024-06-01", "care.since"), true],
    [condition("METAFIELD", "CONTAINS", "COTTON", "care.fabric"), true],
    [condition("METAFIELD", "IS_NOT_SET", null, "care.origin"), true],
    [condition("METAFIELD", "NOT_EQUALS", "silk", "care.origin"), true],
  ])("%j matches the shirt: %s", (one, expected) => {
    expect(matchesRules(collectionRules(rules("ALL", one)), SHIRT)).toBe(expected);
  });

  test("matches with NOT only if no tag matches", () => {
    expect(matchesRules(rules("ALL", condition("TAG", "NOT_EQUALS", "summer")), SHIRT)).toBe(false);
  });

  test("must match together with all others, or alone", () => {
    const [yes, no] = [condition("TAG", "EQUALS", "summer"), condition("TAG", "EQUALS", "winter")];

    expect(
      [
        rules("ALL", yes, yes),
        rules("ALL", yes, no),
        rules("ANY", yes, no),
        rules("ANY", no, no),
      ].map((one) => matchesRules(one, SHIRT)),
    ).toEqual([true, false, true, false]);
  });
});

describe("conditions on variants that must all hold", () => {
  const all = (...conditions: readonly RuleCondition[]) =>
    matchesRules(collectionRules(rules("ALL", ...conditions)), SHIRT);
  const small = condition("OPTION_VALUE", "EQUALS", "S", "Size");
  const large = condition("OPTION_VALUE", "EQUALS", "XL", "Size");

  test.each([
    [condition("PRICE", "LESS_THAN", "20"), true, false],
    [condition("COMPARE_AT_PRICE", "IS_SET"), true, false],
    [condition("ON_SALE", "EQUALS", "true"), true, false],
    [condition("AVAILABLE", "EQUALS", "true"), false, true],
    [condition("WEIGHT", "AT_LEAST", "250"), false, true],
    [condition("SKU", "EQUALS", "sh-s"), true, false],
    [condition("BARCODE", "IS_SET"), false, true],
    [condition("VARIANT_TITLE", "CONTAINS", "xl"), false, true],
    [condition("OPTION_VALUE", "EQUALS", "blue", "Colour"), true, true],
    [condition("TAG", "EQUALS", "summer"), true, true],
    [condition("STOCK", "EQUALS", "7"), true, true],
    [condition("LOWEST_PRICE", "EQUALS", "19.99"), true, true],
  ])("are met by one and the same variant: %j of S and of XL", (one, ofSmall, ofLarge) => {
    expect([all(small, one), all(one, large)]).toEqual([ofSmall, ofLarge]);
  });

  test("with NOT exclude the variants that meet the others", () => {
    expect(all(large, condition("ON_SALE", "EQUALS", "false"))).toBe(true);
    expect(all(small, condition("ON_SALE", "NOT_EQUALS", "true"))).toBe(false);
    expect(all(small, condition("AVAILABLE", "NOT_EQUALS", "true"))).toBe(true);
    expect(all(large, condition("SKU", "IS_NOT_SET"))).toBe(true);
    expect(all(small, condition("OPTION_VALUE", "NOT_EQUALS", "blue"))).toBe(false);
    expect(all(condition("ON_SALE", "EQUALS", "false"))).toBe(false);
  });

  test("are met by different variants where one of them is enough", () => {
    expect(matchesRules(rules("ANY", small, condition("PRICE", "GREATER_THAN", "99")), SHIRT)).toBe(
      true,
    );
  });
});

describe("the rules of a collection", () => {
  const refusals = (given: CollectionRules): unknown => {
    try {
      return collectionRules(given);
    } catch (error) {
      return error instanceof Refused
        ? error.errors.map(({ code, path }) => [code, path.join(".")])
        : error;
    }
  };

  test("report all invalid conditions, each with its path", () => {
    expect(
      refusals(
        rules(
          "ALL",
          condition("TITLE", "GREATER_THAN", "5"),
          condition("PRICE", "EQUALS", "-1"),
          condition("STOCK", "EQUALS", "1.5"),
          condition("ON_SALE", "EQUALS", "yes"),
          condition("CREATED_AT", "LESS_THAN", "yesterday"),
          condition("VENDOR", "IS_SET", "x"),
          condition("TAG", "EQUALS"),
          condition("METAFIELD", "EQUALS", "x", "care"),
          condition("TAG", "EQUALS", "x", "Size"),
          condition("TITLE", "CONTAINS", "\u0301"),
        ),
      ),
    ).toEqual([
      ["RULE_OPERATOR_MISFIT", "conditions.0.operator"],
      ["INVALID_COLLECTION_RULE", "conditions.1.value"],
      ["INVALID_COLLECTION_RULE", "conditions.2.value"],
      ["INVALID_COLLECTION_RULE", "conditions.3.value"],
      ["INVALID_COLLECTION_RULE", "conditions.4.value"],
      ["INVALID_COLLECTION_RULE", "conditions.5.value"],
      ["INVALID_COLLECTION_RULE", "conditions.6.value"],
      ["INVALID_COLLECTION_RULE", "conditions.7.key"],
      ["INVALID_COLLECTION_RULE", "conditions.8.key"],
      ["INVALID_COLLECTION_RULE", "conditions.9.value"],
    ]);
  });

  test("have between 1 and 60 conditions", () => {
    expect(refusals(rules("ALL"))).toEqual([["INVALID_COLLECTION_RULE", "conditions"]]);
    expect(
      refusals(rules("ANY", ...Array.from({ length: 61 }, () => condition("TAG", "EQUALS", "x")))),
    ).toEqual([["TOO_MANY", "conditions"]]);
  });

  test("are stored with times in one form", () => {
    expect(
      collectionRules(
        rules("ALL", condition("CREATED_AT", "LESS_THAN", "2026-01-01T13:00:00+01:00")),
      ).conditions[0]?.value,
    ).toBe("2026-01-01T12:00:00.000Z");
  });
});
