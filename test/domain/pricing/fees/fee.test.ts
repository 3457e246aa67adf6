import { describe, expect, test } from "vitest";
import type { FeeContent } from "../../../../src/domain/pricing/fees/fee-content.js";
import { Fee } from "../../../../src/domain/pricing/fees/fee.js";
import type { FeeId } from "../../../../src/domain/pricing/ids.js";
import { errorsOf } from "../../../../src/domain/shared/domain-error.js";

const [ONE, OTHER] = ["fee_1", "fee_2"] as FeeId[] as [FeeId, FeeId];
const NOW = new Date("2026-12-01T00:00:00Z");
const LATER = new Date("2026-12-02T00:00:00Z");
const WRAP: FeeContent = {
  key: "wrap",
  name: " Gift wrap ",
  kind: "GIFT_WRAP",
  per: "UNIT",
  amounts: [
    { currency: "EUR", amount: 100, below: null },
    { currency: "CHF", amount: 120, below: null },
  ],
  taxCategory: null,
  position: 0,
  isActive: true,
};
const SMALL: FeeContent = {
  ...WRAP,
  key: "small",
  kind: "SMALL_ORDER",
  per: "ORDER",
  amounts: [{ currency: "EUR", amount: 200, below: 2_000 }],
};
const create = (changes: Partial<FeeContent>, all: readonly Fee[] = []) =>
  Fee.create(
    OTHER,
    { ...WRAP, ...changes },
    all.map((fee) => fee.snapshot()),
    NOW,
  );
const refused = (work: () => unknown): readonly string[] => {
  try {
    work();
    return [];
  } catch (error) {
    return errorsOf(error).map(({ code, path }) => [code, ...path].join(" "));
  }
};

describe("a fee", () => {
  test("is stored with its amounts by currency, and announces each change once", () => {
    const fee = Fee.create(ONE, WRAP, [], NOW);

    expect(fee.snapshot().name).toBe("Gift wrap");
    expect(fee.snapshot().amounts.map(({ currency }) => currency)).toEqual(["CHF", "EUR"]);
    expect(fee.revise(WRAP, [], LATER)).toBe(false);
    expect(fee.revise({ ...WRAP, position: 3 }, [], LATER)).toBe(true);
    expect(fee.snapshot()).toMatchObject({ version: 2, updatedAt: LATER, createdAt: NOW });
    fee.delete();
    expect(fee.pullEvents()).toEqual([
      { type: "pricing.fee-created", feeId: ONE, version: 1 },
      { type: "pricing.fee-updated", feeId: ONE, version: 2 },
      { type: "pricing.fee-deleted", feeId: ONE, version: 3 },
    ]);
  });

  test("is refused with everything that is wrong", () => {
    expect(
      refused(() =>
        create({
          key: "A b",
          name: " ",
          amounts: [
            { currency: "EUR", amount: -1, below: 5 },
            { currency: "EUR", amount: 1_000_000_000_001, below: -1 },
            { currency: "XXY", amount: 0.5, below: null },
          ],
          position: 1_000_001,
        }),
      ),
    ).toEqual([
      "INVALID_KEY key",
      "INVALID_TEXT name",
      "INVALID_FEE amounts 0 amount",
      "INVALID_FEE amounts 0 below",
      "GIVEN_TWICE amounts 1 currency",
      "INVALID_FEE amounts 1 amount",
      "INVALID_FEE amounts 1 below",
      "UNKNOWN_CURRENCY amounts 2 currency",
      "INVALID_FEE amounts 2 amount",
      "INVALID_FEE position",
    ]);
    expect(refused(() => create({ amounts: [] }))).toEqual(["INVALID_FEE amounts"]);
    const { amounts } = WRAP;
    expect(
      refused(() =>
        create({
          amounts: Array.from({ length: 51 }, () => amounts)
            .flat()
            .slice(0, 51),
        }),
      ).filter((code) => code.startsWith("TOO_MANY")),
    ).toEqual(["TOO_MANY amounts"]);
  });

  test("on small orders has a subtotal, and is charged once", () => {
    const none = [{ currency: "EUR", amount: 200, below: null }];

    expect(refused(() => create({ ...SMALL, per: "UNIT", amounts: none }))).toEqual([
      "INVALID_FEE per",
      "INVALID_FEE amounts 0 below",
    ]);
    const below = [{ currency: "EUR", amount: 200, below: -1 }];
    expect(refused(() => create({ ...SMALL, amounts: below }))).toEqual([
      "INVALID_FEE amounts 0 below",
    ]);
  });

  test("on small orders is the only active one in its currency, and the refusal names the other", () => {
    const first = Fee.create(ONE, SMALL, [], NOW);
    const second: Partial<FeeContent> = { ...SMALL, key: "tiny" };

    expect(refused(() => create(second, [first]))).toEqual([
      "SMALL_ORDER_FEES_OVERLAP amounts 0 currency",
    ]);
    expect(() => create(second, [first])).toThrow('The fee "small" is charged on small orders');
    const francs = [{ currency: "CHF", amount: 200, below: 2_000 }];
    expect(refused(() => create({ ...second, amounts: francs }, [first]))).toEqual([]);
    expect(refused(() => create({ ...second, isActive: false }, [first]))).toEqual([]);
    expect(refused(() => first.revise({ ...SMALL, position: 1 }, [first.snapshot()], NOW))).toEqual(
      [],
    );
  });
});
