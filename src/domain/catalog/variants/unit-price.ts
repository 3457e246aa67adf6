import { Money } from "../../shared/money.js";
import { fold } from "../../shared/text.js";
import type { UnitPriceMeasure } from "./variant.js";

/**
 * The units of each dimension in the smallest whole unit that fits all of them. Ounces, inches and
 * gallons are exact: the yard and pound agreement of 1959, and 231 cubic inches to a US gallon.
 */
const DIMENSIONS: readonly Readonly<Record<string, bigint>>[] = [
  // Picograms.
  {
    mg: 10n ** 9n,
    g: 10n ** 12n,
    kg: 10n ** 15n,
    oz: 28_349_523_125_000n,
    lb: 453_592_370_000_000n,
  },
  // Cubic micrometres of a ten-thousandth: 1 ml is 10^16 of them.
  {
    ml: 10n ** 16n,
    cl: 10n ** 17n,
    dl: 10n ** 18n,
    l: 10n ** 19n,
    m3: 10n ** 22n,
    floz: 295_735_295_625_000_000n,
    pt: 4_731_764_730_000_000_000n,
    qt: 9_463_529_460_000_000_000n,
    gal: 37_854_117_840_000_000_000n,
  },
  // Micrometres.
  {
    mm: 1_000n,
    cm: 10_000n,
    m: 1_000_000n,
    in: 25_400n,
    ft: 304_800n,
    yd: 914_400n,
  },
  // Square millimetres of a ten-thousandth.
  { cm2: 1_000_000n, m2: 10_000_000_000n, ft2: 929_030_400n },
];

/** Other spellings of these units, folded. */
const SPELLINGS: Readonly<Record<string, string>> = {
  "fl oz": "floz",
  pint: "pt",
  quart: "qt",
  "m²": "m2",
  "cm²": "cm2",
  "ft²": "ft2",
  sqm: "m2",
  sqft: "ft2",
  "m³": "m3",
  liter: "l",
  litre: "l",
  gram: "g",
  kilo: "kg",
};

/**
 * The price of the base quantity: 6.00 for 750 ml are 8.00 per 1 l. Halves are rounded up.
 * @returns null where the units cannot be converted into each other
 */
export const unitPrice = (
  price: Money,
  { total, totalUnit, base, baseUnit }: UnitPriceMeasure,
): Money | null => {
  const factors = factorsOf(unitOf(totalUnit), unitOf(baseUnit));
  const [contained, shown] = [decimalOf(total), decimalOf(base)];
  if (!factors || contained === 0n) return null;
  const numerator = BigInt(price.minorUnits) * shown * factors.base * 2n;
  const denominator = contained * factors.total * 2n;
  const amount = Number((numerator + denominator / 2n) / denominator);
  return Number.isSafeInteger(amount) ? Money.of(amount, price.currency) : null;
};

const unitOf = (unit: string): string => {
  const folded = fold(unit.trim());
  return SPELLINGS[folded] ?? folded;
};

const factorsOf = (
  total: string,
  base: string,
): { readonly total: bigint; readonly base: bigint } | null => {
  if (total === base) return { total: 1n, base: 1n };
  for (const units of DIMENSIONS) {
    const [ofTotal, ofBase] = [units[total], units[base]];
    if (ofTotal && ofBase) return { total: ofTotal, base: ofBase };
  }
  return null;
};

const MAX_DECIMALS = 6;

/** A decimal in millionths. */
const decimalOf = (text: string): bigint => {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.slice(0, MAX_DECIMALS).padEnd(MAX_DECIMALS, "0"));
};
