import { describe, expect, test } from "vitest";
import {
  payable,
  payableRoundingFor,
  type PayableRounding,
} from "../../../../src/domain/pricing/rounding/payable-rounding.js";

const rule = (
  paymentMethod: string | null,
  increment: number,
  mode: PayableRounding["mode"] = "HALF_UP",
): PayableRounding => ({ paymentMethod, increment, mode });

describe("the rounding of what is paid", () => {
  test.each([
    ["CHF 0.05", 1_222, rule(null, 5), 1_220],
    ["CHF 0.05 at its half", 25, rule(null, 10), 30],
    ["CHF 0.05, half even", 25, rule(null, 10, "HALF_EVEN"), 20],
    ["HUF 1", 129_050, rule(null, 100), 129_100],
    ["HUF 5, down", 129_499, rule(null, 500, "DOWN"), 129_000],
    ["nothing", 0, rule(null, 5), 0],
    ["no rounding", 1_222, null, 1_222],
  ])("goes to a multiple: %s", (_name, total, rounding, right) => {
    expect(payable(total, rounding)).toBe(right);
  });

  test("is that of the payment method, otherwise that of all methods", () => {
    const rules = [rule(null, 1), rule("cash", 5)];

    expect(payableRoundingFor(rules, "cash")?.increment).toBe(5);
    expect(payableRoundingFor(rules, "card")?.increment).toBe(1);
    expect(payableRoundingFor(rules, null)?.increment).toBe(1);
    expect(payableRoundingFor([rule("cash", 5)], null)).toBeNull();
  });
});
