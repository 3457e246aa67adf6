import { describe, expect, test } from "vitest";
import type { FeeContent } from "../../../../src/domain/pricing/fees/fee-content.js";
import { feesToPrice } from "../../../../src/domain/pricing/fees/fees-to-price.js";
import { errorsOf } from "../../../../src/domain/shared/domain-error.js";
import { Problems } from "../../../../src/domain/shared/problems.js";

const BASE = {
  currency: "EUR",
  units: 3,
  categories: [
    { key: "standard", isDefault: true },
    { key: "services", isDefault: false },
  ],
};
const fee = (key: string, changes: Partial<FeeContent> = {}): FeeContent => ({
  key,
  name: key,
  kind: "GIFT_WRAP",
  per: "ORDER",
  amounts: [{ currency: "EUR", amount: 100, below: null }],
  taxCategory: null,
  position: 0,
  isActive: true,
  ...changes,
});
const SMALL = fee("small", {
  kind: "SMALL_ORDER",
  amounts: [{ currency: "EUR", amount: 250, below: 2_000 }],
  position: 9,
});
const priced = (all: readonly FeeContent[], keys: readonly string[], base = BASE) => {
  const problems = new Problems();
  const fees = feesToPrice(all, keys, base, "feeKeys", problems);
  problems.throwIfAny();
  return fees.map(({ id, steps, taxCategory, onlyBelow }) => [
    id,
    steps.map(({ amount, reason }) => `${amount.toDecimal()} ${reason}`).join(),
    taxCategory,
    onlyBelow?.toDecimal() ?? null,
  ]);
};
const refused = (...given: Parameters<typeof priced>): readonly string[] => {
  try {
    priced(...given);
    return [];
  } catch (error) {
    return errorsOf(error).map(({ code, path }) => [code, ...path].join(" "));
  }
};

describe("the fees of a cart", () => {
  test("are those that are asked for, by position, with the one on small orders", () => {
    const wrap = fee("wrap", { per: "UNIT", name: "Gift wrap", position: 2 });
    const deposit = fee("deposit", { kind: "DEPOSIT", position: 1 });

    expect(priced([SMALL, wrap, deposit, fee("other")], ["wrap", "deposit"])).toEqual([
      ["fee deposit", "1.00 deposit", null, null],
      ["fee wrap", "3.00 Gift wrap, 3 units", null, null],
      ["fee small", "2.50 small", null, "20.00"],
    ]);
  });

  test("are taxed by their categories; after the end of one, by the default", () => {
    const fees = [fee("a", { taxCategory: "services" }), fee("b", { taxCategory: "deleted" })];

    expect(priced(fees, ["a", "b"]).map(([, , category]) => category)).toEqual([
      "services",
      "standard",
    ]);
  });

  test("on small orders are left out in a currency in which they have no amount", () => {
    expect(priced([SMALL], [], { ...BASE, currency: "CHF" })).toEqual([]);
    expect(priced([{ ...SMALL, isActive: false }], [])).toEqual([]);
  });

  test("are refused when there is none, when it has no amount, and when it is named twice", () => {
    const all = [fee("wrap"), fee("off", { isActive: false })];

    expect(refused(all, ["wrap", "off", "none", "wrap"])).toEqual([
      "FEE_NOT_FOUND feeKeys 1",
      "FEE_NOT_FOUND feeKeys 2",
      "GIVEN_TWICE feeKeys 3",
    ]);
    expect(refused(all, ["wrap"], { ...BASE, currency: "CHF" })).toEqual([
      "FEE_WITHOUT_AMOUNT feeKeys 0",
    ]);
  });

  test("that are too large to be exact are refused", () => {
    const large = fee("large", {
      per: "UNIT",
      amounts: [{ currency: "EUR", amount: 1_000_000_000_000, below: null }],
    });

    expect(refused([large], ["large"], { ...BASE, units: 200_000_000 })).toEqual([
      "QUOTE_TOO_LARGE lines",
    ]);
  });
});
