import { describe, expect, test } from "vitest";
import { TaxRateTooHigh, TaxRatesOverlap } from "../../../../src/domain/pricing/tax/errors.js";
import { percentage } from "../../../../src/domain/pricing/tax/percentage.js";
import { checkOneDefault } from "../../../../src/domain/pricing/tax/tax-category.js";
import { checkTaxRate, type TaxRate } from "../../../../src/domain/pricing/tax/tax-rate.js";
import { errorsOf, Refused } from "../../../../src/domain/shared/domain-error.js";
import { rate } from "../quote/a-cart.js";

const JANUARY = new Date("2027-01-01T00:00:00Z");
const JULY = new Date("2027-07-01T00:00:00Z");
const errorsWith = (one: TaxRate, ...others: readonly TaxRate[]) => {
  try {
    checkTaxRate(one, others);
    return [];
  } catch (error) {
    return errorsOf(error);
  }
};
const vat19 = rate("de", "VAT", "19", { until: JULY });

describe("a tax rate", () => {
  test("cannot be valid while another rate of the same tax is, and names that one", () => {
    const [error] = errorsWith(rate("de", "VAT", "16", { from: JANUARY }), vat19);

    expect(error).toBeInstanceOf(TaxRatesOverlap);
    expect(error?.message).toBe(
      "VAT on standard in de already has a rate until 2027-07-01T00:00:00.000Z. End one before the other starts.",
    );
    expect(error).toMatchObject({ otherFrom: null, otherUntil: JULY, path: ["from"] });
  });

  test("may follow another one to the second, or be of another tax, category or zone", () => {
    for (const one of [
      rate("de", "VAT", "16", { from: JULY }),
      rate("de", "Levy", "1"),
      rate("de", "VAT", "7", { category: "food" }),
      rate("fr", "VAT", "20"),
    ])
      expect(errorsWith(one, vat19)).toEqual([]);
  });

  test.each(["100", "250"])("of %s per cent is refused", (percent) => {
    expect(errorsWith(rate("de", "VAT", percent)).map(({ code }) => code)).toEqual([
      "TAX_RATE_TOO_HIGH",
    ]);
  });

  test("that makes 100 % with others is refused, and the others are named", () => {
    const levy = rate("de", "Levy", "50");
    const [error] = errorsWith(rate("de", "Duty", "40", { isCompound: true }), vat19, levy);

    expect(error).toBeInstanceOf(TaxRateTooHigh);
    expect(error?.message).toBe(
      "Duty and VAT and Levy on standard in de are together 136.6 %. Rates must stay below 100 %.",
    );
    expect(errorsWith(rate("de", "Duty", "30.9999"), vat19, levy)).toEqual([]);
    expect(errorsWith(rate("de", "Duty", "31"), vat19, levy)).toHaveLength(1);
  });

  test("counts only others that are valid at the same time as each other", () => {
    const levies = [
      rate("de", "Levy", "50", { until: JANUARY }),
      rate("de", "Duty", "50", { from: JANUARY }),
    ];

    expect(errorsWith(rate("de", "VAT", "49"), ...levies)).toEqual([]);
    expect(errorsWith(rate("de", "VAT", "50"), ...levies)).toHaveLength(1);
  });

  test("has a percentage with four decimals, and a window that ends after it begins", () => {
    const wrong = {
      ...rate("de", "VAT", "19", { from: JULY, until: JANUARY }),
      partsPerMillion: 0.5,
    };

    expect(errorsWith(wrong).map(({ code, path }) => [code, ...path])).toEqual([
      ["INVALID_TAX_RATE", "rate"],
      ["INVALID_VALIDITY", "until"],
    ]);
    expect(errorsWith(rate("de", "VAT", "-1")).map(({ code }) => code)).toEqual([
      "INVALID_TAX_RATE",
    ]);
    expect(() => checkTaxRate(wrong, [])).toThrow(Refused);
  });

  test("is written as a percentage", () => {
    expect([0, 190_000, 99_750, 86_250, 1, 1_000_000].map(percentage)).toEqual([
      "0",
      "19",
      "9.975",
      "8.625",
      "0.0001",
      "100",
    ]);
  });
});

describe("tax categories", () => {
  test("have one default, and a second one is named with the first", () => {
    const category = (key: string, isDefault: boolean) => ({ key, isDefault });

    expect(() =>
      checkOneDefault([category("a", true), category("b", false), category("c", true)]),
    ).toThrow("a is already the default tax category. Only one of a and c can be.");
    expect(() => checkOneDefault([category("a", true), category("b", false)])).not.toThrow();
  });
});
