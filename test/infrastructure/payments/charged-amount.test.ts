import { describe, expect, test } from "vitest";
import { CURRENCIES } from "../../../src/domain/shared/currencies.js";
import {
  amountOfCharge,
  chargedAmount,
} from "../../../src/infrastructure/payments/stripe/charged-amount.js";

const REFUSED = expect.objectContaining({
  failure: "REFUSED",
  reason: "amount_not_chargeable",
});

describe("an amount for Stripe", () => {
  test.each([
    ["12.90 EUR", 1290, "EUR", 1290],
    ["500 JPY, without decimals", 500, "JPY", 500],
    ["1.230 KWD, with three", 1230, "KWD", 1230],
    ["1,234.56 HUF, charged with decimals", 123_456, "HUF", 123_456],
    ["12.34 TWD, charged with decimals", 1234, "TWD", 1234],
  ])("of %s", (_name, minorUnits, currency, amount) => {
    expect(chargedAmount({ minorUnits, currency })).toBe(amount);
    expect(amountOfCharge(amount, currency.toLowerCase())).toEqual({ minorUnits, currency });
  });

  test("of krónur and Ugandan shillings is counted in hundredths, and of ariary whole", () => {
    const charged = (minorUnits: number, currency: string) =>
      chargedAmount({ minorUnits, currency });

    expect([charged(5, "ISK"), charged(5, "UGX"), charged(500, "MGA")]).toEqual([500, 500, 5]);
  });

  test.each([
    ["1.231 KWD: the last of three decimals is 0", 1231, "KWD"],
    ["5.20 MGA: no fractions", 520, "MGA"],
  ])("cannot be made of %s", (_name, minorUnits, currency) => {
    expect(() => chargedAmount({ minorUnits, currency })).toThrow(REFUSED);
  });

  test("of every currency is the same amount on its way back", () => {
    for (const currency of CURRENCIES) {
      const amount = { minorUnits: 123_000, currency };
      expect(amountOfCharge(chargedAmount(amount), currency.toLowerCase())).toEqual(amount);
    }
  });
});
