import { describe, expect, test } from "vitest";
import type { VariantId } from "../../../../src/domain/catalog/ids.js";
import type {
  Buyer,
  CartToPrice,
  PricingTerms,
} from "../../../../src/domain/pricing/quote/cart-to-price.js";
import type { ChargeTaxation } from "../../../../src/domain/pricing/tax/tax-zone.js";
import { errorsOf } from "../../../../src/domain/shared/domain-error.js";
import { id } from "../../../../src/domain/shared/id.js";
import { Money } from "../../../../src/domain/shared/money.js";
import {
  address,
  cart,
  charge,
  discount,
  line,
  quoteOf,
  rate,
  stepsOf,
  terms,
  totalsOf,
  withRates,
  zone,
} from "./a-cart.js";

const MUG = line("mug", "11.90");
const BOOK = line("book", "10.70", { taxCategory: "books" });
const buyer = (change: Partial<Buyer>): Buyer => ({
  address: null,
  exemption: null,
  paymentMethod: null,
  ...change,
});

const europe = (
  change: Partial<PricingTerms> = {},
  chargeTaxation: ChargeTaxation = "OWN_CATEGORY",
) =>
  terms({
    taxRules: {
      zones: [
        { ...zone("de", "DE"), chargeTaxation },
        { ...zone("fr", "FR"), chargeTaxation },
      ],
      rates: [
        rate("de", "VAT", "19"),
        rate("de", "VAT", "7", { category: "books" }),
        rate("fr", "TVA", "20"),
        rate("fr", "TVA", "0", { category: "books" }),
      ],
    },
    ...change,
  });

describe("prices with tax", () => {
  test.each([
    ["nowhere yet", buyer({}), ["10.00", "1.90", "11.90"]],
    ["in the domestic zone", buyer({ address: address("DE") }), ["10.00", "1.90", "11.90"]],
    ["in another zone", buyer({ address: address("FR") }), ["9.92", "1.98", "11.90"]],
    ["outside of all zones", buyer({ address: address("CH") }), ["10.00", "0.00", "10.00"]],
    ["exempt", buyer({ exemption: "Reverse charge" }), ["10.00", "0.00", "10.00"]],
    [
      "exempt in another zone",
      buyer({ address: address("FR"), exemption: "Reverse charge" }),
      ["10.00", "0.00", "10.00"],
    ],
  ])(
    "are the same for all who owe tax, and less the domestic tax for others: %s",
    (_, who, right) => {
      expect(totalsOf(quoteOf(cart([MUG], { buyer: who }), europe()))).toEqual(right);
    },
  );

  test("lose the domestic tax for a buyer who owes none", () => {
    const { breakdown, taxes, taxZone } = quoteOf(
      cart([MUG], { buyer: buyer({ address: address("CH") }) }),
      europe(),
    );

    expect(stepsOf(breakdown)).toEqual([
      "LINES 11.90 of 11.90: 1 line",
      "INCLUDED_TAX -1.90 of 11.90: VAT 19 %, not owed",
    ]);
    expect([taxes, taxZone]).toEqual([[], null]);
  });

  test("stay as they are where a rate of 0 % applies", () => {
    const request = cart([BOOK], { buyer: buyer({ address: address("FR") }) });

    expect(totalsOf(quoteOf(request, europe()))).toEqual(["10.70", "0.00", "10.70"]);
  });

  test("stay as they are for a buyer who owes no tax when there is no domestic one", () => {
    const request = cart([MUG], { buyer: buyer({ address: address("CH") }) });

    expect(totalsOf(quoteOf(request, europe({ domesticAddress: null })))).toEqual([
      "11.90",
      "0.00",
      "11.90",
    ]);
  });

  test("never have more taxes on a line than it costs", () => {
    const pennies = Array.from({ length: 12 }, (_, index) => line(`l${index}`, "0.01"));
    const quote = quoteOf(
      cart(pennies),
      withRates([rate("de", "GST", "5"), rate("de", "QST", "9.975")]),
    );

    expect(totalsOf(quote)).toEqual(["0.10", "0.02", "0.12"]);
    expect(quote.lines.filter(({ net }) => net.minorUnits < 0)).toEqual([]);
  });
});

describe("prices without tax", () => {
  const NET = { pricesIncludeTax: false } as const;

  test.each([
    ["in another zone", buyer({ address: address("FR") }), ["11.90", "2.38", "14.28"]],
    ["outside of all zones", buyer({ address: address("CH") }), ["11.90", "0.00", "11.90"]],
    ["exempt", buyer({ exemption: "Resale" }), ["11.90", "0.00", "11.90"]],
  ])("get the tax of the buyer added: %s", (_, who, right) => {
    expect(totalsOf(quoteOf(cart([MUG], { buyer: who }), europe(NET)))).toEqual(right);
  });

  test("name the reason for which a buyer is exempt", () => {
    const { lines, breakdown } = quoteOf(
      cart([MUG], { buyer: buyer({ exemption: "Resale" }) }),
      europe(NET),
    );

    expect(stepsOf(lines[0]?.breakdown ?? [])).toEqual([
      "PRICE 11.90 of 11.90: Price of the variant",
      "TAX 0.00 of 11.90: Resale",
    ]);
    expect(stepsOf(breakdown)).toEqual([
      "LINES 11.90 of 11.90: 1 line",
      "TAX 0.00 of 11.90: Resale",
    ]);
  });

  test("have compound taxes on top of the others", () => {
    const rates = [
      rate("de", "GST", "5"),
      rate("de", "QST", "9.5", { isCompound: true }),
      rate("de", "Levy", "1", { isCompound: true }),
    ];
    const { taxes } = quoteOf(cart([line("a", "100.00")]), withRates(rates, NET));

    expect(taxes.map(({ tax, amount }) => [tax, amount.toDecimal()])).toEqual([
      ["GST", "5.00"],
      ["Levy", "1.05"],
      ["QST", "9.98"],
    ]);
  });
});

describe("delivery and fees", () => {
  const request = cart([line("pot", "30.00"), line("book", "10.00", { taxCategory: "books" })], {
    delivery: [charge("post", "4.00", "books")],
    fees: [charge("wrap", "2.00", "standard"), charge("deposit", "0.25", null)],
  });
  const taxesOf = (rule: ChargeTaxation) => {
    const { delivery, fees } = quoteOf(request, europe({ pricesIncludeTax: false }, rule));
    return [...delivery, ...fees].map(({ taxes }) =>
      taxes.map(
        ({ partsPerMillion, net }) => `${partsPerMillion / 10_000} % of ${net.toDecimal()}`,
      ),
    );
  };

  test("are taxed by their own category", () => {
    expect(taxesOf("OWN_CATEGORY")).toEqual([["7 % of 4.00"], ["19 % of 2.00"], []]);
  });

  test("are taxed by the highest rate among the lines", () => {
    expect(taxesOf("HIGHEST_RATE")).toEqual([["19 % of 4.00"], ["19 % of 2.00"], []]);
  });

  test("are taxed in proportion to what the lines of each category cost", () => {
    expect(taxesOf("IN_PROPORTION")).toEqual([
      ["7 % of 1.00", "19 % of 3.00"],
      ["7 % of 0.50", "19 % of 1.50"],
      [],
    ]);
  });

  test("have a step for each part of their price, and discounts of their own", () => {
    const { delivery, breakdown, totals } = quoteOf(
      cart([MUG], {
        delivery: [
          {
            id: "post",
            steps: [
              { amount: Money.of(490, "EUR"), reason: "DHL" },
              { amount: Money.of(210, "EUR"), reason: "12 kg" },
            ],
            taxCategory: null,
          },
        ],
        fees: [charge("wrap", "1.00", null)],
        discounts: [
          discount("9.00", {
            target: { kind: "DELIVERY", delivery: null },
            reason: "Free delivery",
          }),
          discount("1.90", { reason: "Welcome" }),
        ],
      }),
      terms(),
    );

    expect(stepsOf(delivery[0]?.breakdown ?? [])).toEqual([
      "DELIVERY 4.90 of 0.00: DHL",
      "DELIVERY 2.10 of 4.90: 12 kg",
      "DISCOUNT -7.00 of 7.00: Free delivery (limited)",
    ]);
    expect(stepsOf(breakdown)).toEqual([
      "LINES 11.90 of 11.90: 1 line",
      "DISCOUNT -1.90 of 11.90: Welcome",
      "DELIVERY 4.90 of 10.00: DHL",
      "DELIVERY 2.10 of 14.90: 12 kg",
      "DISCOUNT -7.00 of 7.00: Free delivery (limited)",
      "FEE 1.00 of 10.00: wrap",
    ]);
    expect([totals.delivery, totals.fees, totals.total].map((one) => one.toDecimal())).toEqual([
      "7.00",
      "1.00",
      "11.00",
    ]);
  });
});

describe("lines", () => {
  const break10 = {
    lists: [
      {
        key: "retail",
        currency: "EUR",
        from: null,
        until: null,
        prices: [
          { minimumQuantity: 1, price: Money.of(500, "EUR"), compareAt: Money.of(600, "EUR") },
          { minimumQuantity: 10, price: Money.of(450, "EUR"), compareAt: null },
        ],
      },
    ],
    own: null,
  };
  const pens = (lineId: string, quantity: number) =>
    line(lineId, "0", { variant: id<VariantId>("variant_pen"), quantity, prices: break10 });

  test("say where their price comes from", () => {
    const { lines } = quoteOf(
      cart([pens("a", 10)], {
        discounts: [discount("5.00", { target: { kind: "LINES", lines: ["a"] }, reason: "Pens" })],
      }),
      withRates([rate("de", "VAT", "19")]),
    );

    expect(lines[0]).toMatchObject({ priceList: "retail", quantity: 10, compareAt: null });
    expect(stepsOf(lines[0]?.breakdown ?? [])).toEqual([
      "PRICE 50.00 of 5.00: retail",
      "QUANTITY_BREAK -5.00 of 50.00: From 10 units",
      "DISCOUNT -5.00 of 45.00: Pens",
      "INCLUDED_TAX -6.39 of 40.00: VAT 19 %",
      "TAX 6.39 of 33.61: VAT 19 %",
    ]);
  });

  test("of one variant reach a quantity break together", () => {
    const quote = quoteOf(cart([pens("a", 4), pens("b", 6)]), terms());

    expect(quote.lines.map(({ unitPrice }) => unitPrice.toDecimal())).toEqual(["4.50", "4.50"]);
    expect(quoteOf(cart([pens("a", 9)]), terms()).lines[0]?.unitPrice.toDecimal()).toBe("5.00");
  });

  test("get the leftover cent of a discount by their ids, in whatever order they are", () => {
    const lines = ["b", "c", "a"].map((lineId) => line(lineId, "1.00"));
    const quote = quoteOf(cart(lines, { discounts: [discount("1.00")] }), terms());

    expect(quote.lines.map((one) => [one.id, one.discount.toDecimal()])).toEqual([
      ["b", "0.33"],
      ["c", "0.33"],
      ["a", "0.34"],
    ]);
  });

  test("get discounts on lines before discounts on the order", () => {
    const off = discount("3.00", { target: { kind: "LINES", lines: ["a"] }, reason: "Line" });
    const quote = quoteOf(
      cart([line("a", "4.00"), line("b", "4.00")], {
        discounts: [discount("5.00", { reason: "Order" }), off],
      }),
      terms(),
    );

    expect(quote.lines.map((one) => one.gross.toDecimal())).toEqual(["0.00", "0.00"]);
    expect(quote.discounts.map(({ reason }) => reason)).toEqual(["Line", "Order"]);
  });

  test("without a price are refused, all of them together", () => {
    const none = { prices: { lists: [], own: null } };
    const dollars = line("c", "1.00", {}, "USD");
    const refusal = (() => {
      try {
        return quoteOf(cart([line("a", "0", none), MUG, dollars]), terms());
      } catch (error) {
        return errorsOf(error).map(({ code, path }) => [code, path.join(".")]);
      }
    })();

    expect(refusal).toEqual([
      ["LINE_WITHOUT_PRICE", "lines.0"],
      ["LINE_WITHOUT_PRICE", "lines.2"],
    ]);
  });
});

describe("a cart", () => {
  test("that is empty costs nothing", () => {
    expect(totalsOf(quoteOf(cart([]), europe()))).toEqual(["0.00", "0.00", "0.00"]);
  });

  test("without tax rules costs what its prices add up to", () => {
    const quote = quoteOf(cart([MUG, BOOK]), terms({ domesticAddress: null }));

    expect(totalsOf(quote)).toEqual(["22.60", "0.00", "22.60"]);
  });

  test.each<readonly [string, Partial<CartToPrice>]>([
    ["a line twice", { lines: [MUG, MUG] }],
    ["half a unit", { lines: [{ ...MUG, quantity: 0.5 }] }],
    ["no unit", { lines: [{ ...MUG, quantity: 0 }] }],
    ["a discount below zero", { discounts: [discount("-1.00")] }],
    [
      "a discount on a line that it does not have",
      { discounts: [discount("1.00", { target: { kind: "LINES", lines: ["pot"] } })] },
    ],
    [
      "a discount on a delivery that it does not have",
      { discounts: [discount("1.00", { target: { kind: "DELIVERY", delivery: "post" } })] },
    ],
    ["a delivery below zero", { delivery: [charge("post", "-1.00")] }],
  ])("cannot have %s", (_, change) => {
    expect(() => quoteOf(cart([MUG], change), terms())).toThrow(RangeError);
  });

  test("cannot have amounts in another currency", () => {
    const request = cart([MUG], {
      discounts: [discount("1.00", {}, "USD")],
      fees: [charge("wrap", "1.00", null, "USD")],
    });
    const paths = (() => {
      try {
        return quoteOf(request, terms());
      } catch (error) {
        return errorsOf(error).map(({ code, path }) => `${code} ${path.join(".")}`);
      }
    })();

    expect(paths).toEqual([
      "CURRENCY_MISMATCH discounts.0.amount",
      "CURRENCY_MISMATCH fees.0.steps.0.amount",
    ]);
  });
});

describe("a fee on small orders", () => {
  const fees = (below: string, lines = [MUG], discounts: CartToPrice["discounts"] = []) =>
    quoteOf(
      cart(lines, {
        discounts,
        fees: [{ ...charge("small", "2.00"), onlyBelow: Money.parse(below, "EUR") }],
      }),
      europe(),
    ).fees.length;

  test("is charged below its subtotal, which is before discounts", () => {
    expect([fees("11.90"), fees("11.91")]).toEqual([0, 1]);
    expect(fees("11.90", [MUG], [discount("5.00")])).toBe(0);
  });

  test("is not charged on nothing", () => {
    expect(fees("11.90", [])).toBe(0);
  });

  test("has its subtotal in the currency of the quote", () => {
    const inFrancs = { ...charge("small", "2.00"), onlyBelow: Money.parse("9.00", "CHF") };

    expect(() => quoteOf(cart([MUG], { fees: [inFrancs] }), europe())).toThrow("CHF");
  });
});
