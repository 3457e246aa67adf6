import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { priceCart } from "../../../../src/domain/pricing/quote/price-cart.js";
import { taxedRange } from "../../../../src/domain/pricing/quote/taxed-range.js";
import { unitTaxes } from "../../../../src/domain/pricing/quote/unit-taxes.js";
import { Money } from "../../../../src/domain/shared/money.js";
import { NOW } from "./a-cart.js";
import { anyCart } from "./any-cart.js";

const SEED = 20_261_204;
const NOBODY = { address: null, exemption: null, paymentMethod: null };
const euros = (minorUnits: number) => Money.of(minorUnits, "EUR");

describe("the taxes on a single unit", () => {
  test(`are those of a quote for one unit before an address is known (seed ${SEED})`, () => {
    let taxed = 0;
    fc.assert(
      fc.property(anyCart, ({ cart, terms }) => {
        const taxes = unitTaxes(terms, NOW);
        for (const line of cart.lines) {
          const one = { ...line, quantity: 1 };
          const { lines } = priceCart(
            { lines: [one], discounts: [], delivery: [], fees: [], buyer: NOBODY },
            terms,
            NOW,
          );
          const [quoted] = lines;
          if (!quoted) throw new Error("The quote has no line.");
          const { unitPrice, net, tax, gross } = quoted;
          expect(taxes.of(unitPrice, line.taxCategory)).toEqual({ net, tax, gross });
          expect(terms.pricesIncludeTax ? gross : net).toEqual(unitPrice);
          if (tax.minorUnits > 0) taxed += 1;
          if (taxes.areNone) expect(tax.minorUnits).toBe(0);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
    expect(taxed).toBeGreaterThan(80);
  });

  test("make a range with tax and one without, whose ends may belong to different variants", () => {
    const prices = [
      { net: euros(100), tax: euros(19), gross: euros(119) },
      { net: euros(110), tax: euros(0), gross: euros(110) },
    ];

    expect(taxedRange(prices)).toEqual({
      gross: { min: euros(110), max: euros(119) },
      net: { min: euros(100), max: euros(110) },
    });
    expect(taxedRange([])).toBeNull();
  });
});
