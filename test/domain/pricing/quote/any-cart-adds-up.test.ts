import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { LineToPrice } from "../../../../src/domain/pricing/quote/cart-to-price.js";
import { priceCart } from "../../../../src/domain/pricing/quote/price-cart.js";
import type { PriceStep, Quote } from "../../../../src/domain/pricing/quote/quote.js";
import type { Money } from "../../../../src/domain/shared/money.js";
import { NOW } from "./a-cart.js";
import { anyCart, type AnyCart } from "./any-cart.js";
import { exactQuote, type ExactQuote } from "./exact-calculator.js";

/** How many carts each property is tried with. */
const asked = process.env["PLINTH_TEST_CARTS"];
const CARTS = Number(asked ?? 250);
const SEED = Date.now() % 2 ** 31;
// Twenty thousand carts take minutes.
const TIMEOUT = 60_000 + CARTS * 60;

beforeAll(() => {
  if (asked) process.stdout.write(`${CARTS} carts for each rule, seed ${SEED}\n`);
});

const holds = (property: (any: AnyCart, quote: Quote) => void): void => {
  fc.assert(
    fc.property(anyCart, (any) => property(any, priceCart(any.cart, any.terms, NOW))),
    { numRuns: CARTS, seed: SEED },
  );
};

const sumOf = (amounts: readonly Money[]): number =>
  amounts.reduce((sum, { minorUnits }) => sum + minorUnits, 0);
const stepsSum = (steps: readonly PriceStep[]): number => sumOf(steps.map(({ amount }) => amount));
const itemsOf = ({ lines, delivery, fees }: Quote) => [...lines, ...delivery, ...fees];

/** The answer of the first calculator in the form of the second one. */
const asExact = (quote: Quote): ExactQuote => ({
  things: Object.fromEntries(
    itemsOf(quote).map(({ id, net, gross }) => [
      id,
      [BigInt(net.minorUnits), BigInt(gross.minorUnits)],
    ]),
  ),
  taxes: Object.fromEntries(
    quote.taxes.map(({ tax, partsPerMillion, isCompound, amount }) => [
      `${tax} ${partsPerMillion} ${isCompound}`,
      BigInt(amount.minorUnits),
    ]),
  ),
  total: BigInt(quote.totals.total.minorUnits),
});

/** Every amount of a quote by id, for carts whose parts are in another order. */
const byId = (quote: Quote) => ({
  items: Object.fromEntries(itemsOf(quote).map((item) => [item.id, item])),
  taxes: quote.taxes,
  totals: quote.totals,
});

const half = ({ quantity, ...line }: LineToPrice): readonly LineToPrice[] => [
  { ...line, quantity: Math.floor(quantity / 2) },
  { ...line, id: `${line.id}b`, quantity: Math.ceil(quantity / 2) },
];

describe("any cart", { timeout: TIMEOUT }, () => {
  test("costs what a second calculator in exact fractions answers, to the minor unit", () => {
    holds(({ cart, terms }, quote) => {
      expect(asExact(quote)).toEqual(exactQuote(cart, terms, NOW));
    });
  });

  test("has steps that add up to each of its amounts, and parts that add up to the whole", () => {
    holds((_, quote) => {
      const { totals, discounts, taxes, breakdown } = quote;
      const items = itemsOf(quote);

      for (const item of items) {
        expect(stepsSum(item.breakdown)).toBe(item.gross.minorUnits);
        expect(sumOf(item.taxes.map(({ amount }) => amount))).toBe(item.tax.minorUnits);
      }
      expect(stepsSum(breakdown)).toBe(totals.total.minorUnits);
      expect(sumOf(items.map(({ gross }) => gross))).toBe(totals.gross.minorUnits);
      expect(sumOf(items.map(({ net }) => net))).toBe(totals.net.minorUnits);
      expect(sumOf(items.map(({ discount }) => discount))).toBe(totals.discount.minorUnits);
      expect(sumOf(discounts.map(({ amount }) => amount))).toBe(totals.discount.minorUnits);
      for (const { tax, partsPerMillion, isCompound, amount, net } of taxes) {
        const parts = items
          .flatMap((item) => item.taxes)
          .filter((one) => one.tax === tax && one.partsPerMillion === partsPerMillion)
          .filter((one) => one.isCompound === isCompound);
        expect(sumOf(parts.map((part) => part.amount))).toBe(amount.minorUnits);
        expect(sumOf(parts.map((part) => part.net))).toBe(net.minorUnits);
      }
      expect(sumOf(taxes.map(({ amount }) => amount))).toBe(totals.tax.minorUnits);
      expect(totals.gross.plus(totals.payableRounding)).toEqual(totals.total);
    });
  });

  test("has a net amount and a tax that add up to the gross amount, none of them below zero", () => {
    holds((_, quote) => {
      for (const { net, tax, gross } of [...itemsOf(quote), quote.totals]) {
        expect(net.plus(tax)).toEqual(gross);
        expect(Math.min(net.minorUnits, tax.minorUnits, gross.minorUnits)).toBeGreaterThanOrEqual(
          0,
        );
      }
      expect(quote.totals.total.minorUnits).toBeGreaterThanOrEqual(0);
    });
  });

  test("never loses more by discounts than there is, and says where a discount was limited", () => {
    holds((_, quote) => {
      for (const { discount, subtotal } of itemsOf(quote))
        expect(discount.minorUnits).toBeLessThanOrEqual(subtotal.minorUnits);
      for (const { amount, requested } of quote.discounts)
        expect(amount.minorUnits).toBeLessThanOrEqual(requested.minorUnits);
      expect(quote.breakdown.filter(({ isLimited }) => isLimited)).toHaveLength(
        quote.discounts.filter(({ amount, requested }) => requested.isAbove(amount)).length,
      );
    });
  });

  test("costs the same in whatever order its lines, deliveries, fees, zones and rates are", () => {
    holds(({ cart, terms }, quote) => {
      const { zones, rates } = terms.taxRules;
      const reversed = priceCart(
        {
          ...cart,
          lines: cart.lines.toReversed(),
          delivery: cart.delivery.toReversed(),
          fees: cart.fees.toReversed(),
        },
        { ...terms, taxRules: { zones: zones.toReversed(), rates: rates.toReversed() } },
        NOW,
      );

      expect(byId(reversed)).toEqual(byId(quote));
    });
  });

  test("costs the same with a line split in two, except for the tax on each line", () => {
    fc.assert(
      fc.property(anyCart, ({ cart: { discounts: _, ...cart }, terms }) => {
        const { lines } = cart;
        const split = lines.findIndex(({ quantity }) => quantity > 1);
        fc.pre(split !== -1);
        const parts = lines.flatMap((line, index) => (index === split ? half(line) : [line]));
        const whole = priceCart({ ...cart, discounts: [] }, terms, NOW);
        const halves = priceCart({ ...cart, lines: parts, discounts: [] }, terms, NOW);

        const difference = Math.abs(halves.totals.net.minorUnits - whole.totals.net.minorUnits);
        const taxDifference = Math.abs(halves.totals.tax.minorUnits - whole.totals.tax.minorUnits);
        expect(halves.totals.subtotal).toEqual(whole.totals.subtotal);
        // Each of up to three taxes of the line is rounded once more.
        const most = terms.taxRounding.per === "LINE" ? 3 : 0;
        expect(Math.max(difference, taxDifference)).toBeLessThanOrEqual(most);
      }),
      { numRuns: CARTS, seed: SEED },
    );
  });

  test("loses as much by discounts with a line split in two", () => {
    holds(({ cart, terms }, quote) => {
      const ofOrder = cart.discounts.filter(({ target }) => target.kind !== "LINES");
      const parts = cart.lines.flatMap((line) => (line.quantity > 1 ? half(line) : [line]));
      const halves = priceCart({ ...cart, lines: parts, discounts: ofOrder }, terms, NOW);
      const whole = priceCart({ ...cart, discounts: ofOrder }, terms, NOW);

      expect(halves.totals.discount).toEqual(whole.totals.discount);
      expect(quote.totals.subtotal).toEqual(halves.totals.subtotal);
    });
  });

  test("has prices with tax that stay the same wherever the buyer who owes tax is", () => {
    holds(({ terms }, quote) => {
      fc.pre(terms.pricesIncludeTax);
      for (const item of itemsOf(quote).filter(({ breakdown }) =>
        breakdown.every(({ reason }) => !reason.endsWith("not owed")),
      ))
        expect(item.gross.plus(item.discount)).toEqual(item.subtotal);
    });
  });
});
