import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type {
  CartToPrice,
  PricingTerms,
} from "../../../../src/domain/pricing/quote/cart-to-price.js";
import { priceCart } from "../../../../src/domain/pricing/quote/price-cart.js";
import type { Quote } from "../../../../src/domain/pricing/quote/quote.js";
import { taxQuestion } from "../../../../src/domain/pricing/quote/tax-question.js";
import {
  checkProvidedTaxes,
  type ProvidedTax,
  type ProvidedTaxes,
} from "../../../../src/domain/pricing/tax/provided-taxes.js";
import {
  address,
  cart,
  charge,
  discount,
  line,
  NOW,
  rate,
  stepsOf,
  terms,
  totalsOf,
  withRates,
} from "./a-cart.js";
import { anyCart } from "./any-cart.js";

const US = address("US", "CO", "80202");
const buyer = { address: US, exemption: null, paymentMethod: null };
const ADDED = terms({ pricesIncludeTax: false });
const STATE: ProvidedTax = {
  tax: "Colorado State",
  partsPerMillion: 29_000,
  isCompound: false,
  net: 1_000,
  amount: 29,
};
const CITY: ProvidedTax = { ...STATE, tax: "Denver", partsPerMillion: 51_500, amount: 52 };

const provided = (request: CartToPrice, market: PricingTerms, taxes: ProvidedTaxes): Quote =>
  priceCart(request, market, NOW, { source: "PROVIDER", taxes });

describe("the question to a tax provider", () => {
  test("names every line, delivery and fee by id, with what is left of it after discounts", () => {
    const request = cart([line("b", "10.00", { quantity: 2 }), line("a", "5.00")], {
      buyer,
      discounts: [discount("5.00")],
      delivery: [charge("post", "4.90", "shipping")],
      fees: [charge("deposit", "0.25", null)],
    });

    expect(taxQuestion(request, ADDED, NOW)).toEqual({
      currency: "EUR",
      pricesIncludeTax: false,
      address: US,
      items: [
        ["LINE", "a", "variant_a", 1, 400, "standard"],
        ["LINE", "b", "variant_b", 2, 1_600, "standard"],
        ["DELIVERY", "post", null, 1, 490, "shipping"],
        ["FEE", "deposit", null, 1, 25, null],
      ].map(([kind, id, variant, quantity, amount, taxCategory]) => ({
        kind,
        id,
        variant,
        quantity,
        amount,
        taxCategory,
      })),
    });
  });

  test.each([
    [
      "the buyer is exempt",
      cart([line("a", "5.00")], { buyer: { ...buyer, exemption: "Resale" } }),
    ],
    ["nothing can be taxed", cart([line("a", "5.00", { taxCategory: null })], { buyer })],
    ["nothing costs anything", cart([line("a", "0.00")], { buyer })],
  ])("is not put when %s", (_, request) => {
    expect(taxQuestion(request, ADDED, NOW)).toBeNull();
  });

  test("is about the domestic address until the buyer's is known, and is not put without one", () => {
    const request = cart([line("a", "5.00")]);

    expect(taxQuestion(request, ADDED, NOW)?.address).toEqual(address("DE"));
    expect(taxQuestion(request, { ...ADDED, domesticAddress: null }, NOW)).toBeNull();
  });
});

describe("taxes of a provider", () => {
  test("are added to the prices, explained, and take the place of the shop's rates", () => {
    const request = cart([line("a", "10.00")], { buyer, fees: [charge("gift", "1.00", null)] });
    const own = withRates([rate("de", "VAT", "19")], { pricesIncludeTax: false });

    const quote = provided(request, own, [[STATE, CITY], []]);

    expect(totalsOf(quote)).toEqual(["11.00", "0.81", "11.81"]);
    expect([quote.taxSource, quote.taxZone]).toEqual(["PROVIDER", null]);
    expect(quote.taxes.map(({ tax, amount }) => `${tax} ${amount.toDecimal()}`)).toEqual([
      "Colorado State 0.29",
      "Denver 0.52",
    ]);
    expect(stepsOf(quote.lines[0]?.breakdown ?? []).at(-1)).toContain("Denver 5.15 %");
  });

  test("are taken out of prices with tax, which stay what they are", () => {
    const quote = provided(cart([line("a", "10.00")], { buyer }), terms(), [
      [
        { ...STATE, net: 919 },
        { ...CITY, net: 919 },
      ],
    ]);

    expect(totalsOf(quote)).toEqual(["9.19", "0.81", "10.00"]);
  });

  test("that are none leave a price with tax less the domestic tax", () => {
    const market = withRates([rate("de", "VAT", "19")]);
    const quote = provided(cart([line("a", "11.90")], { buyer }), market, [[]]);

    expect(totalsOf(quote)).toEqual(["10.00", "0.00", "10.00"]);
  });

  test("are those of the shop, marked, without an answer", () => {
    const market = withRates([rate("de", "VAT", "19")]);
    const request = cart([line("a", "11.90")]);
    const quote = priceCart(request, market, NOW, { source: "FALLBACK", taxes: null });

    expect(quote).toEqual({ ...priceCart(request, market, NOW), taxSource: "FALLBACK" });
    expect(totalsOf(quote)).toEqual(["10.00", "1.90", "11.90"]);
  });

  test("of another cart are refused", () => {
    expect(() => provided(cart([line("a", "1.00")], { buyer }), ADDED, [[], []])).toThrow(
      RangeError,
    );
  });

  test("that equal the shop's own lead to the same quote, for any cart", () => {
    let compared = 0;
    fc.assert(
      fc.property(anyCart, ({ cart: request, terms: market }) => {
        const own = priceCart(request, market, NOW);
        const question = taxQuestion(request, market, NOW);
        if (!question || !isDecidedByAddress(own, market)) return;
        compared += 1;
        const taxesOf = new Map(
          Object.entries({ LINE: own.lines, DELIVERY: own.delivery, FEE: own.fees }).flatMap(
            ([kind, items]) =>
              items.map(({ id, taxes }): [string, readonly ProvidedTax[]] => [
                `${kind} ${id}`,
                taxes.map((one) => ({
                  ...one,
                  net: one.net.minorUnits,
                  amount: one.amount.minorUnits,
                })),
              ]),
          ),
        );
        const taxes = question.items.map(({ kind, id }) => taxesOf.get(`${kind} ${id}`) ?? []);
        checkProvidedTaxes(question.items, taxes);
        expect({ ...provided(request, market, taxes), taxZone: null }).toEqual({
          ...own,
          taxZone: null,
          taxSource: "PROVIDER",
        });
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

/** Without taxes that are included and not owed: those are the domestic ones either way. */
const isDecidedByAddress = (
  { lines, delivery, fees }: Quote,
  { pricesIncludeTax }: PricingTerms,
): boolean =>
  !pricesIncludeTax || [...lines, ...delivery, ...fees].every(({ taxes }) => taxes.length > 0);

describe("an answer of a tax provider is refused", () => {
  const ITEMS = [
    { amount: 1_000, taxCategory: "standard" },
    { amount: 50, taxCategory: null },
  ];
  const refused = (...taxes: readonly unknown[]) =>
    expect(() => {
      checkProvidedTaxes(ITEMS, taxes as ProvidedTaxes);
    }).toThrow(RangeError);

  test("for other items, or as no list", () => {
    refused([STATE]);
    refused("none", []);
    expect(() => {
      checkProvidedTaxes(ITEMS, {} as ProvidedTaxes);
    }).toThrow(RangeError);
    expect(() => {
      checkProvidedTaxes(ITEMS, [[STATE, CITY], []]);
    }).not.toThrow();
  });

  test.each<[string, Partial<Record<keyof ProvidedTax, unknown>>]>([
    ["a tax below zero", { amount: -1 }],
    ["a part of a minor unit", { amount: 0.5 }],
    ["a tax that is no number", { amount: "29" }],
    ["more taxed than the item costs", { net: 1_001 }],
    ["a taxed amount below zero", { net: -1 }],
    ["more tax than the item costs", { amount: 1_001 }],
    ["a rate of 100 %", { partsPerMillion: 1_000_000 }],
    ["no name", { tax: " " }],
    ["a name without end", { tax: "x".repeat(65) }],
    ["no word on compound", { isCompound: null }],
  ])("with %s", (_, change) => {
    refused([{ ...STATE, ...change }], []);
  });

  test("with taxes that exceed the item together, one tax twice, or taxes on what is never taxed", () => {
    refused(
      [
        { ...STATE, amount: 600 },
        { ...CITY, amount: 401 },
      ],
      [],
    );
    refused([STATE, STATE], []);
    refused([], [STATE]);
  });
});
