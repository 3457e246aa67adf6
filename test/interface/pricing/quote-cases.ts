/** A published calculation, as it is asked of the admin API. Amounts are decimals. */
export interface QuoteCase {
  /** The number of the report, or what the example is about. */
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly market: {
    readonly currency: string;
    readonly pricesIncludeTax: boolean;
    readonly taxRounding?: { readonly per: string; readonly mode: string };
    readonly payableRoundings?: readonly object[];
  };
  /** Where the buyer is: one of the zones of the test. */
  readonly address: { readonly country: string; readonly region?: string };
  /** Variant, price of a unit, units. */
  readonly lines: readonly (readonly [string, string, number])[];
  readonly discounts?: readonly string[];
  readonly delivery?: readonly object[];
  readonly right: {
    /** Net, tax, total. */
    readonly totals: readonly [string, string, string];
    /** The tax of each rate, by name. */
    readonly taxes?: readonly string[];
    readonly payableRounding?: string;
    /** What discounts took off each line. */
    readonly discounts?: readonly string[];
  };
}

const per = (step: string, mode = "HALF_UP") => ({ taxRounding: { per: step, mode } });
const [LINE, RATE, UNIT] = [per("LINE"), per("RATE"), per("UNIT")];
const included = (currency: string) => ({ currency, pricesIncludeTax: true });
const added = (currency: string) => ({ currency, pricesIncludeTax: false });
const SWISS_CASH = {
  ...included("CHF"),
  payableRoundings: [{ paymentMethod: "cash", increment: "0.05" }],
};
const JAPAN = { ...added("JPY"), ...per("RATE", "DOWN") };

const GB = { country: "GB" };
const NL = { country: "NL" };
const TH = { country: "TH" };
const DE = { country: "DE" };
const JP = { country: "JP" };
const CH = { country: "CH" };
const KW = { country: "KW" };
const CALIFORNIA = { country: "US", region: "CA" };
const TENNESSEE = { country: "US", region: "TN" };
const QUEBEC = { country: "CA", region: "QC" };
const COLUMBIA = { country: "CA", region: "BC" };

/** The taxes of the zones: tax, category, percentage. */
export const ZONES = [
  [GB, [["VAT", "standard", "20"]]],
  [NL, [["VAT", "standard", "21"]]],
  [TH, [["VAT", "standard", "7"]]],
  [DE, [["VAT", "standard", "19"]]],
  [CH, [["VAT", "standard", "8.1"]]],
  [KW, [["VAT", "standard", "5"]]],
  [CALIFORNIA, [["Sales tax", "standard", "8.625"]]],
  [TENNESSEE, [["Sales tax", "standard", "10.75"]]],
  [
    JP,
    [
      ["Consumption tax", "standard", "10"],
      ["Consumption tax", "food", "8"],
    ],
  ],
  [
    QUEBEC,
    [
      ["GST", "standard", "5"],
      ["QST", "standard", "9.975"],
    ],
  ],
  [
    COLUMBIA,
    [
      ["GST", "standard", "5"],
      ["PST", "standard", "7"],
    ],
  ],
] as const;

const WOO = "woocommerce/woocommerce#18710";
const VENDURE = "vendurehq/vendure#2662";
const SPREE = "spree/spree#6137";
const SALEOR = "saleor/saleor#12348";
const COMMERCETOOLS = "commercetools schema.sdl, TaxCalculationMode";
const UCP = "UCP discount.md";
const CANADA = "rates as in Automattic/woocommerce-services#1654";
const BILL_VEKTOR = "vektor-inc/bill-vektor#248, PR #266";
const POST = [{ amount: "1.65", reason: "Post" }];
const UNTAXED_POST = [{ amount: "6.44", reason: "Post", taxable: false }];

type Row = readonly [
  id: string,
  source: string,
  name: string,
  market: QuoteCase["market"],
  address: QuoteCase["address"],
  lines: QuoteCase["lines"],
  right: QuoteCase["right"],
  more?: Pick<QuoteCase, "discounts" | "delivery">,
];

// prettier-ignore
const ROWS: readonly Row[] = [
  ["H6", VENDURE, "a price with tax stays what was advertised", { ...included("GBP"), ...LINE }, GB,
    [["one", "38.23", 10]], { totals: ["318.58", "63.72", "382.30"] }],
  ["H6", VENDURE, "a discount comes off the price with tax", { ...included("GBP"), ...LINE }, GB,
    [["one", "38.23", 10]], { totals: ["298.83", "59.77", "358.60"] }, { discounts: ["23.70"] }],
  ["H7", WOO, "two lines of one, rounded for each line", { ...added("EUR"), ...LINE }, NL,
    [["one", "10.70", 1], ["two", "10.70", 1]], { totals: ["21.40", "4.50", "25.90"] }],
  ["H7", WOO, "one line of two, rounded for each line", { ...added("EUR"), ...LINE }, NL,
    [["one", "10.70", 2]], { totals: ["21.40", "4.49", "25.89"] }],
  ["H7", WOO, "two lines of one, rounded for each rate", { ...added("EUR"), ...RATE }, NL,
    [["one", "10.70", 1], ["two", "10.70", 1]], { totals: ["21.40", "4.49", "25.89"] }],
  ["H7", WOO, "one line of two, rounded for each rate", { ...added("EUR"), ...RATE }, NL,
    [["one", "10.70", 2]], { totals: ["21.40", "4.49", "25.89"] }],
  ["H8", SPREE, "goods and delivery, rounded for each rate", { ...included("THB"), ...RATE }, TH,
    [["one", "8.50", 1]], { totals: ["9.49", "0.66", "10.15"] }, { delivery: POST }],
  ["H8", SPREE, "goods and delivery, rounded for each line", { ...included("THB"), ...LINE }, TH,
    [["one", "8.50", 1]], { totals: ["9.48", "0.67", "10.15"] }, { delivery: POST }],
  ["H9", SALEOR, "four lines, rounded for each rate", { ...added("USD"), ...RATE }, CALIFORNIA,
    [["one", "2.50", 1], ["one", "2.50", 1], ["two", "2.50", 1], ["two", "2.50", 1]],
    { totals: ["10.00", "0.86", "10.86"] }],
  ["H9", SALEOR, "four lines, rounded for each line", { ...added("USD"), ...LINE }, CALIFORNIA,
    [["one", "2.50", 1], ["one", "2.50", 1], ["two", "2.50", 1], ["two", "2.50", 1]],
    { totals: ["10.00", "0.88", "10.88"] }],
  ["H9", SALEOR, "one line of four, rounded for each line", { ...added("USD"), ...LINE }, CALIFORNIA,
    [["one", "2.50", 4]], { totals: ["10.00", "0.86", "10.86"] }],
  ["H10", "medusajs/medusa#14818", "no fraction of a cent", { ...added("USD"), ...RATE }, TENNESSEE,
    [["one", "24.99", 1]], { totals: ["31.43", "2.69", "34.12"] }, { delivery: UNTAXED_POST }],
  ["H17", "EC-CUBE/ec-cube#6091", "rounded for each rate", JAPAN, JP,
    [["one", "105", 1], ["two", "107", 1]], { totals: ["212", "21", "233"] }],
  ["H17", "EC-CUBE/ec-cube#6091", "rounded for each line", { ...added("JPY"), ...LINE }, JP,
    [["one", "105", 1], ["two", "107", 1]], { totals: ["212", "22", "234"] }],
  ["H18", "craftcms/commerce#1108", "two included taxes", { ...included("CAD"), ...RATE }, QUEBEC,
    [["one", "100.00", 1]], { totals: ["86.97", "13.03", "100.00"], taxes: ["GST 4.35", "QST 8.68"] }],
  ["H19", "RubyMoney/money#1117", "rounded down to 5 rappen", SWISS_CASH, CH,
    [["one", "1.23", 1], ["two", "0.43", 1]],
    { totals: ["1.54", "0.12", "1.65"], payableRounding: "-0.01" }],
  ["H19", "isotope/core#261", "rounded down to 5 rappen", SWISS_CASH, CH,
    [["one", "82.12", 1]], { totals: ["75.97", "6.15", "82.10"], payableRounding: "-0.02" }],
  ["H19", "frappe/erpnext#11171", "rounded up to 5 rappen", SWISS_CASH, CH,
    [["one", "12.23", 1]], { totals: ["11.31", "0.92", "12.25"], payableRounding: "0.02" }],
  ["line level", COMMERCETOOLS, "three units, rounded for the line", { ...added("EUR"), ...LINE }, DE,
    [["one", "1.08", 3]], { totals: ["3.24", "0.62", "3.86"] }],
  ["unit level", COMMERCETOOLS, "three units, rounded for each unit", { ...added("EUR"), ...UNIT }, DE,
    [["one", "1.08", 3]], { totals: ["3.24", "0.63", "3.87"] }],
  ["HALF_UP", COMMERCETOOLS, "0.0005 goes up", { ...added("KWD"), ...per("LINE") }, KW,
    [["one", "0.010", 1]], { totals: ["0.010", "0.001", "0.011"] }],
  ["HALF_EVEN", COMMERCETOOLS, "0.0005 goes to the even neighbour",
    { ...added("KWD"), ...per("LINE", "HALF_EVEN") }, KW,
    [["one", "0.010", 1]], { totals: ["0.010", "0.000", "0.010"] }],
  ["DOWN", COMMERCETOOLS, "0.0015 loses its fraction", { ...added("KWD"), ...per("LINE", "DOWN") }, KW,
    [["one", "0.030", 1]], { totals: ["0.030", "0.001", "0.031"] }],
  ["Japan", "EC-CUBE/ec-cube#4268, quoting the National Tax Agency", "once for each rate", JAPAN, JP,
    [["rice", "1000", 1], ["salt", "100", 1], ["one", "1000", 1]],
    { totals: ["2100", "188", "2288"], taxes: ["Consumption tax 88", "Consumption tax 100"] }],
  ["included", BILL_VEKTOR, "net and tax of 50,000 are what was entered", { ...JAPAN, ...included("JPY") }, JP,
    [["one", "50000", 1]], { totals: ["45455", "4545", "50000"] }],
  ["included", BILL_VEKTOR, "net and tax of 6,000 are what was entered", { ...JAPAN, ...included("JPY") }, JP,
    [["one", "6000", 1]], { totals: ["5455", "545", "6000"] }],
  ["discount split", UCP, "20.00, then 10.00 off 100.00", included("EUR"), TH,
    [["one", "60.00", 1], ["two", "40.00", 1]],
    { totals: ["65.42", "4.58", "70.00"], discounts: ["18.00", "12.00"] }, { discounts: ["20.00", "10.00"] }],
  ["across", UCP, "10.00 over 60.00 and 40.00", included("EUR"), TH,
    [["one", "60.00", 1], ["two", "40.00", 1]],
    { totals: ["84.11", "5.89", "90.00"], discounts: ["6.00", "4.00"] }, { discounts: ["10.00"] }],
  ["Canada", CANADA, "Quebec", { ...added("CAD"), ...RATE }, QUEBEC, [["one", "49.99", 1]],
    { totals: ["49.99", "7.49", "57.48"], taxes: ["GST 2.50", "QST 4.99"] }],
  ["Canada", CANADA, "British Columbia", { ...added("CAD"), ...RATE }, COLUMBIA, [["one", "49.99", 1]],
    { totals: ["49.99", "6.00", "55.99"], taxes: ["GST 2.50", "PST 3.50"] }],
  ["BR-CO-17", "ConnectingEurope/eInvoicing-EN16931", "the tax of a category is its base times its rate",
    { ...added("EUR"), ...RATE }, DE, [["one", "0.33", 1], ["two", "0.33", 1], ["one", "0.33", 1]],
    { totals: ["0.99", "0.19", "1.18"], taxes: ["VAT 0.19"] }],
];

/** Reports and published examples, with the values that exact arithmetic gives. */
export const QUOTE_CASES: readonly QuoteCase[] = ROWS.map(
  ([id, source, name, market, address, lines, right, more]) => ({
    id,
    source,
    name,
    market,
    address,
    lines,
    right,
    ...more,
  }),
);
