import type { VariantId } from "../../../../src/domain/catalog/ids.js";
import type {
  CartToPrice,
  ChargeToPrice,
  DiscountToApply,
  LineToPrice,
  PricingTerms,
} from "../../../../src/domain/pricing/quote/cart-to-price.js";
import { priceCart } from "../../../../src/domain/pricing/quote/price-cart.js";
import type { PriceStep, Quote } from "../../../../src/domain/pricing/quote/quote.js";
import type { TaxRate } from "../../../../src/domain/pricing/tax/tax-rate.js";
import type { TaxAddress, TaxZone } from "../../../../src/domain/pricing/tax/tax-zone.js";
import { id } from "../../../../src/domain/shared/id.js";
import { Money } from "../../../../src/domain/shared/money.js";

export const NOW = new Date("2026-12-01T12:00:00Z");

export const address = (
  country: string,
  region: string | null = null,
  postalCode: string | null = null,
): TaxAddress => ({ country, region, postalCode });

export const zone = (key: string, ...countries: readonly string[]): TaxZone => ({
  key,
  areas: countries.map((country) => ({ country, region: null, postalCodes: [] })),
  chargeTaxation: "OWN_CATEGORY",
});

/** A rate without end on the category `standard`, in percent. */
export const rate = (
  zoneKey: string,
  tax: string,
  percent: string,
  change: Partial<TaxRate> = {},
): TaxRate => ({
  zone: zoneKey,
  category: "standard",
  tax,
  partsPerMillion: Math.round(Number(percent) * 10_000),
  isCompound: false,
  from: null,
  until: null,
  ...change,
});

/** A line of one unit of a variant of its own that is taxed as `standard`. */
export const line = (
  lineId: string,
  price: string,
  change: Partial<LineToPrice> = {},
  currency = "EUR",
): LineToPrice => ({
  id: lineId,
  variant: id<VariantId>(`variant_${lineId}`),
  quantity: 1,
  prices: { lists: [], own: { price: Money.parse(price, currency), compareAt: null } },
  taxCategory: "standard",
  ...change,
});

export const charge = (
  chargeId: string,
  price: string,
  taxCategory: string | null = "standard",
  currency = "EUR",
): ChargeToPrice => ({
  id: chargeId,
  steps: [{ amount: Money.parse(price, currency), reason: chargeId }],
  taxCategory,
});

export const discount = (
  amount: string,
  change: Partial<DiscountToApply> = {},
  currency = "EUR",
): DiscountToApply => ({
  id: change.reason ?? amount,
  amount: Money.parse(amount, currency),
  target: { kind: "ORDER" },
  reason: amount,
  ...change,
});

export const cart = (
  lines: readonly LineToPrice[],
  change: Partial<CartToPrice> = {},
): CartToPrice => ({
  lines,
  discounts: [],
  delivery: [],
  fees: [],
  buyer: { address: null, exemption: null, paymentMethod: null },
  ...change,
});

/** A market in euros and in Germany with prices that include tax, and no rates. */
export const terms = (change: Partial<PricingTerms> = {}): PricingTerms => ({
  currency: "EUR",
  pricesIncludeTax: true,
  taxRounding: { per: "RATE", mode: "HALF_UP" },
  domesticAddress: address("DE"),
  taxRules: { zones: [zone("de", "DE")], rates: [] },
  payableRounding: [],
  ...change,
});

/** The terms with rates in Germany. */
export const withRates = (
  rates: readonly TaxRate[],
  change: Partial<PricingTerms> = {},
): PricingTerms => terms({ taxRules: { zones: [zone("de", "DE")], rates }, ...change });

export const quoteOf = (request: CartToPrice, market: PricingTerms, moment = NOW): Quote =>
  priceCart(request, market, moment);

/** Net, tax and total as decimals. */
export const totalsOf = ({ totals }: Quote): readonly [string, string, string] => [
  totals.net.toDecimal(),
  totals.tax.toDecimal(),
  totals.total.toDecimal(),
];

/** The steps as text: `DISCOUNT -2.00 of 10.00: Reason`. */
export const stepsOf = (steps: readonly PriceStep[]): readonly string[] =>
  steps.map(
    ({ kind, amount, base, reason, isLimited }) =>
      `${kind} ${amount.toDecimal()} of ${base.toDecimal()}: ${reason}${isLimited ? " (limited)" : ""}`,
  );
