import { describe, expect, test } from "vitest";
import type {
  CartToPrice,
  PricingTerms,
} from "../../../../src/domain/pricing/quote/cart-to-price.js";
import {
  address,
  cart,
  charge,
  discount,
  line,
  quoteOf,
  rate,
  terms,
  totalsOf,
  withRates,
  zone,
} from "./a-cart.js";

interface Case {
  readonly source: string;
  readonly name: string;
  readonly cart: CartToPrice;
  readonly terms: PricingTerms;
  /** Net, tax, total. */
  readonly right: readonly [string, string, string];
}

const PER_LINE = { taxRounding: { per: "LINE", mode: "HALF_UP" } } as const;
const PER_RATE = { taxRounding: { per: "RATE", mode: "HALF_UP" } } as const;
const PER_UNIT = { taxRounding: { per: "UNIT", mode: "HALF_UP" } } as const;
const ADDED = { pricesIncludeTax: false } as const;
const JAPAN = {
  currency: "JPY",
  taxRounding: { per: "RATE", mode: "DOWN" },
} as const;
const yen = (id: string, price: string, change = {}) => line(id, price, change, "JPY");
const lines = (count: number, price: string) =>
  Array.from({ length: count }, (_, index) => line(`l${index}`, price));

const incl20 = withRates([rate("de", "VAT", "20")]);
const shirts = line("shirt", "38.23", { quantity: 10 });
const added21 = [rate("de", "VAT", "21")];
const incl7 = [rate("de", "VAT", "7")];
const goodsAndDelivery = cart([line("goods", "8.50")], { delivery: [charge("post", "1.65")] });
const salesTax = [rate("de", "Sales tax", "8.625")];
const japan10 = [rate("de", "Consumption tax", "10")];
const japan8and10 = [...japan10, rate("de", "Consumption tax", "8", { category: "food" })];
const quebec = [rate("de", "GST", "5"), rate("de", "QST", "9.975")];
const britishColumbia = [rate("de", "GST", "5"), rate("de", "PST", "7")];
const net19 = [rate("de", "VAT", "19")];
const three = cart([line("a", "1.08", { quantity: 3 })]);

const CASES: readonly Case[] = [
  {
    source: "vendurehq/vendure#2662",
    name: "a price with tax stays what was advertised for ten units",
    cart: cart([shirts]),
    terms: incl20,
    right: ["318.58", "63.72", "382.30"],
  },
  {
    source: "vendurehq/vendure#2662",
    name: "a discount comes off the price with tax",
    cart: cart([shirts], { discounts: [discount("23.70")] }),
    terms: incl20,
    right: ["298.83", "59.77", "358.60"],
  },
  {
    source: "woocommerce/woocommerce#18710",
    name: "two lines of one, rounded for each line",
    cart: cart(lines(2, "10.70")),
    terms: withRates(added21, { ...ADDED, ...PER_LINE }),
    right: ["21.40", "4.50", "25.90"],
  },
  {
    source: "woocommerce/woocommerce#18710",
    name: "one line of two, rounded for each line",
    cart: cart([line("a", "10.70", { quantity: 2 })]),
    terms: withRates(added21, { ...ADDED, ...PER_LINE }),
    right: ["21.40", "4.49", "25.89"],
  },
  {
    source: "woocommerce/woocommerce#18710",
    name: "two lines of one, rounded for each rate, cost as much as one line of two",
    cart: cart(lines(2, "10.70")),
    terms: withRates(added21, { ...ADDED, ...PER_RATE }),
    right: ["21.40", "4.49", "25.89"],
  },
  {
    source: "spree/spree#6137",
    name: "tax of goods and delivery, rounded for each rate",
    cart: goodsAndDelivery,
    terms: withRates(incl7, PER_RATE),
    right: ["9.49", "0.66", "10.15"],
  },
  {
    source: "spree/spree#6137",
    name: "tax of goods and delivery, rounded for each line",
    cart: goodsAndDelivery,
    terms: withRates(incl7, PER_LINE),
    right: ["9.48", "0.67", "10.15"],
  },
  {
    source: "saleor/saleor#12348",
    name: "sales tax on four lines, rounded for each rate",
    cart: cart(lines(4, "2.50")),
    terms: withRates(salesTax, { ...ADDED, ...PER_RATE }),
    right: ["10.00", "0.86", "10.86"],
  },
  {
    source: "saleor/saleor#12348",
    name: "sales tax on four lines, rounded for each line",
    cart: cart(lines(4, "2.50")),
    terms: withRates(salesTax, { ...ADDED, ...PER_LINE }),
    right: ["10.00", "0.88", "10.88"],
  },
  {
    source: "saleor/saleor#12348",
    name: "sales tax on one line of four, rounded for each line",
    cart: cart([line("a", "2.50", { quantity: 4 })]),
    terms: withRates(salesTax, { ...ADDED, ...PER_LINE }),
    right: ["10.00", "0.86", "10.86"],
  },
  {
    source: "medusajs/medusa#14818",
    name: "tax has no fraction of a cent, and delivery without tax adds none",
    cart: cart([line("a", "24.99")], { delivery: [charge("post", "6.44", null)] }),
    terms: withRates([rate("de", "Sales tax", "10.75")], ADDED),
    right: ["31.43", "2.69", "34.12"],
  },
  {
    source: "EC-CUBE/ec-cube#6091",
    name: "105 and 107 yen, rounded for each rate",
    cart: cart([yen("a", "105"), yen("b", "107")]),
    terms: withRates(japan10, { ...JAPAN, ...ADDED }),
    right: ["212", "21", "233"],
  },
  {
    source: "EC-CUBE/ec-cube#6091",
    name: "105 and 107 yen, rounded half up for each line",
    cart: cart([yen("a", "105"), yen("b", "107")]),
    terms: withRates(japan10, { ...JAPAN, ...ADDED, ...PER_LINE }),
    right: ["212", "22", "234"],
  },
  {
    source: "commercetools schema.sdl, TaxCalculationMode",
    name: "three units at 1.08 net, rounded for each line",
    cart: three,
    terms: withRates(net19, { ...ADDED, ...PER_LINE }),
    right: ["3.24", "0.62", "3.86"],
  },
  {
    source: "commercetools schema.sdl, TaxCalculationMode",
    name: "three units at 1.08 net, rounded for each unit",
    cart: three,
    terms: withRates(net19, { ...ADDED, ...PER_UNIT }),
    right: ["3.24", "0.63", "3.87"],
  },
  {
    source: "EC-CUBE/ec-cube#4268, quoting the National Tax Agency",
    name: "two rates in Japan, each rounded once",
    cart: cart([
      yen("rice", "1000", { taxCategory: "food" }),
      yen("salt", "100", { taxCategory: "food" }),
      yen("pot", "1000"),
    ]),
    terms: withRates(japan8and10, { ...JAPAN, ...ADDED }),
    right: ["2100", "188", "2288"],
  },
  ...(
    [
      ["50000", "45455", "4545"],
      ["6000", "5455", "545"],
    ] as const
  ).map(([price, net, tax]) => ({
    source: "vektor-inc/bill-vektor#248, PR #266",
    name: `net and tax of ${price} yen add up to the price`,
    cart: cart([yen("a", price)]),
    terms: withRates(japan10, JAPAN),
    right: [net, tax, price] as const,
  })),
  {
    source: "rates as in Automattic/woocommerce-services#1654",
    name: "two taxes at once in Quebec",
    cart: cart([line("a", "49.99")]),
    terms: withRates(quebec, ADDED),
    right: ["49.99", "7.49", "57.48"],
  },
  {
    source: "rates as in Automattic/woocommerce-services#1654",
    name: "two taxes at once in British Columbia",
    cart: cart([line("a", "49.99")]),
    terms: withRates(britishColumbia, ADDED),
    right: ["49.99", "6.00", "55.99"],
  },
  {
    source: "craftcms/commerce#1108",
    name: "two taxes that the price includes are both on the net amount",
    cart: cart([line("a", "100.00")]),
    terms: withRates(quebec),
    right: ["86.97", "13.03", "100.00"],
  },
];

describe("reported and published cases", () => {
  test.each(CASES.map((one) => [`${one.source}: ${one.name}`, one] as const))(
    "%s",
    (_title, { cart: request, terms: market, right }) => {
      expect(totalsOf(quoteOf(request, market))).toEqual(right);
    },
  );

  test("craftcms/commerce#1108: each included tax is rounded, and the net amount is what is left", () => {
    const { taxes } = quoteOf(cart([line("a", "100.00")]), withRates(quebec));

    expect(taxes.map(({ tax, amount, net }) => [tax, amount.toDecimal(), net.toDecimal()])).toEqual(
      [
        ["GST", "4.35", "86.97"],
        ["QST", "8.68", "86.97"],
      ],
    );
  });

  test("woocommerce-services#1654: each of two added taxes is rounded", () => {
    const { taxes } = quoteOf(cart([line("a", "49.99")]), withRates(quebec, ADDED));

    expect(taxes.map(({ amount }) => amount.toDecimal())).toEqual(["2.50", "4.99"]);
  });

  test("EC-CUBE/ec-cube#4268: each rate of an invoice names its net amount and its tax", () => {
    const { taxes } = quoteOf(
      cart([
        yen("rice", "1000", { taxCategory: "food" }),
        yen("salt", "100", { taxCategory: "food" }),
        yen("pot", "1000"),
      ]),
      withRates(japan8and10, { ...JAPAN, ...ADDED }),
    );

    expect(
      taxes.map(({ partsPerMillion, net, amount }) => [
        partsPerMillion,
        net.toDecimal(),
        amount.toDecimal(),
      ]),
    ).toEqual([
      [80_000, "1100", "88"],
      [100_000, "1000", "100"],
    ]);
  });

  test.each([
    ["RubyMoney/money#1117", ["1.23", "0.43"], "1.66", "1.65", "-0.01"],
    ["isotope/core#261", ["82.12"], "82.12", "82.10", "-0.02"],
    ["frappe/erpnext#11171", ["12.23"], "12.23", "12.25", "0.02"],
  ])(
    "%s: Swiss cash is rounded to 5 rappen, as a step of its own",
    (_, prices, gross, total, by) => {
      const swiss = {
        currency: "CHF",
        domesticAddress: address("CH"),
        taxRules: { zones: [zone("ch", "CH")], rates: [rate("ch", "VAT", "8.1")] },
      };
      const request = cart(prices.map((price, index) => line(`l${index}`, price, {}, "CHF")));
      const rounding = { paymentMethod: null, increment: 5, mode: "HALF_UP" } as const;

      const exact = quoteOf(request, terms(swiss));
      const rounded = quoteOf(request, terms({ ...swiss, payableRounding: [rounding] }));

      expect(rounded.totals.gross.toDecimal()).toBe(gross);
      expect(rounded.totals.payableRounding.toDecimal()).toBe(by);
      expect(rounded.totals.total.toDecimal()).toBe(total);
      expect([rounded.lines, rounded.taxes]).toEqual([exact.lines, exact.taxes]);
    },
  );

  test("UCP discount.md: 20.00 and then 10.00 off 100.00, and both are what the lines carry", () => {
    const quote = quoteOf(
      cart([line("a", "100.00")], { discounts: [discount("20.00"), discount("10.00")] }),
      terms(),
    );

    expect(quote.lines[0]?.breakdown.map(({ amount }) => amount.toDecimal())).toEqual([
      "100.00",
      "-20.00",
      "-10.00",
    ]);
    expect(quote.totals.total.toDecimal()).toBe("70.00");
  });

  test("UCP discount.md: 10.00 across 60.00 and 40.00 is 6.00 and 4.00", () => {
    const quote = quoteOf(
      cart([line("a", "60.00"), line("b", "40.00")], { discounts: [discount("10.00")] }),
      terms(),
    );

    expect(quote.lines.map((one) => one.discount.toDecimal())).toEqual(["6.00", "4.00"]);
  });

  test("EC-CUBE/ec-cube2 PR #762: a discount is split over two rates, and both keep whole yen", () => {
    const quote = quoteOf(
      cart([yen("a", "7398", { taxCategory: "food" }), yen("b", "1595")], {
        discounts: [discount("92", {}, "JPY")],
      }),
      withRates(japan8and10, JAPAN),
    );

    expect(quote.lines.map((one) => [one.gross.toDecimal(), one.tax.toDecimal()])).toEqual([
      ["7322", "542"],
      ["1579", "143"],
    ]);
  });

  test("medusajs/medusa#12226: a cart that is free costs exactly nothing", () => {
    const quote = quoteOf(
      cart([line("a", "399.00")], { discounts: [discount("399.00")] }),
      withRates(net19),
    );

    expect(totalsOf(quote)).toEqual(["0.00", "0.00", "0.00"]);
  });

  test("medusajs/medusa#14899: a second discount is limited to what the first one left", () => {
    const { discounts, totals, breakdown } = quoteOf(
      cart([line("a", "10.00")], { discounts: [discount("8.00"), discount("5.00")] }),
      terms(),
    );

    expect(discounts.map(({ amount }) => amount.toDecimal())).toEqual(["8.00", "2.00"]);
    expect(breakdown.map(({ isLimited }) => isLimited)).toEqual([false, false, true]);
    expect(totals.total.toDecimal()).toBe("0.00");
  });

  test("medusajs/medusa#5776: a discount comes off a price with tax as it is", () => {
    const quote = quoteOf(
      cart([line("a", "50.00")], { discounts: [discount("10.00")] }),
      withRates([rate("de", "VAT", "10")]),
    );

    expect(totalsOf(quote)).toEqual(["36.36", "3.64", "40.00"]);
  });
});
