import fc from "fast-check";
import type { VariantId } from "../../../../src/domain/catalog/ids.js";
import type {
  CartToPrice,
  ChargeToPrice,
  DiscountToApply,
  LineToPrice,
  PricingTerms,
} from "../../../../src/domain/pricing/quote/cart-to-price.js";
import type { TaxRate } from "../../../../src/domain/pricing/tax/tax-rate.js";
import type { TaxAddress, TaxZone } from "../../../../src/domain/pricing/tax/tax-zone.js";
import { id } from "../../../../src/domain/shared/id.js";
import { Money } from "../../../../src/domain/shared/money.js";
import { address, NOW } from "./a-cart.js";

export interface AnyCart {
  readonly cart: CartToPrice;
  readonly terms: PricingTerms;
}

const CATEGORIES = ["standard", "food", "books"] as const;
const category = fc.constantFrom<string | null>(...CATEGORIES, ...CATEGORIES, null);

/** Mostly prices of a shop, some of a cent or two, some beyond what doubles multiply exactly. */
const amount = fc.oneof(
  { weight: 3, arbitrary: fc.nat(4) },
  { weight: 6, arbitrary: fc.nat(20_000) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000_000_000, max: 100_000_000_000 }) },
);

const AREAS: Readonly<Record<string, TaxZone["areas"]>> = {
  europe: ["DE", "FR"].map((country) => ({ country, region: null, postalCodes: [] })),
  canada: [{ country: "CA", region: null, postalCodes: [] }],
  quebec: [{ country: "CA", region: "QC", postalCodes: [] }],
  island: [{ country: "DE", region: null, postalCodes: ["27498", "99*", "1000..1999"] }],
  montreal: [{ country: "CA", region: "QC", postalCodes: ["H2*", "H3A1B1"] }],
};

const ADDRESSES: readonly (TaxAddress | null)[] = [
  null,
  address("DE"),
  address("FR"),
  address("DE", null, "27498"),
  address("DE", null, "1500"),
  address("FR", "IDF", "75001"),
  address("CA", "ON", "H2A 1A1"),
  address("CA", "QC", "G1A 0A1"),
  address("CA", "QC", "h2x-1y4"),
  address("CA", "QC", "H3A 1B1"),
  address("US", "NY", "10001"),
];

const second = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);
const validity = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ from: null, until: null }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(-60, 0, 1), fc.constantFrom(0, 1, 60))
      .map(([from, until]) => ({ from: second(from), until: second(until + 2) })),
  },
  { weight: 1, arbitrary: fc.constant({ from: null, until: second(0) }) },
);

/** At most four taxes on a category, which stay below 100 % together. */
const ratesOf = (zone: string, name: string): fc.Arbitrary<readonly TaxRate[]> =>
  fc
    .array(
      fc.record({
        tax: fc.constantFrom("GST", "Levy", "QST", "VAT"),
        partsPerMillion: fc.oneof(
          fc.constantFrom(0, 50_000, 70_000, 99_750, 190_000, 200_000, 250_000),
          fc.nat(160_000),
        ),
        isCompound: fc.boolean(),
        validity,
      }),
      { maxLength: 3 },
    )
    .map((rates) =>
      [...new Map(rates.map((rate) => [rate.tax, rate])).values()].map(
        ({ validity: { from, until }, ...rate }) => ({
          ...rate,
          zone,
          category: name,
          from,
          until,
        }),
      ),
    );

const taxRules = fc
  .tuple(
    ...Object.keys(AREAS).map((key) =>
      fc
        .tuple(
          fc.constantFrom("OWN_CATEGORY", "HIGHEST_RATE", "IN_PROPORTION"),
          ...CATEGORIES.map((name) => ratesOf(key, name)),
        )
        .map(([chargeTaxation, ...rates]) => ({
          zone: { key, areas: AREAS[key] ?? [], chargeTaxation } as TaxZone,
          rates: rates.flat(),
        })),
    ),
  )
  .map((zones) => ({
    zones: zones.map(({ zone }) => zone),
    rates: zones.flatMap(({ rates }) => rates),
  }));

const mode = fc.constantFrom("HALF_UP", "HALF_EVEN", "DOWN");

const anyTerms = (currency: string): fc.Arbitrary<PricingTerms> =>
  fc.record({
    currency: fc.constant(currency),
    pricesIncludeTax: fc.boolean(),
    taxRounding: fc.record({ per: fc.constantFrom("LINE", "RATE", "UNIT"), mode }),
    domesticAddress: fc.constantFrom(null, address("DE"), address("CA", "QC")),
    taxRules,
    payableRounding: fc.constantFrom(
      [],
      [{ paymentMethod: "cash", increment: 5, mode: "HALF_UP" } as const],
      [
        { paymentMethod: null, increment: 10, mode: "DOWN" } as const,
        { paymentMethod: "cash", increment: 100, mode: "HALF_EVEN" } as const,
      ],
    ),
  });

const anyLine = (currency: string): fc.Arbitrary<Omit<LineToPrice, "id">> => {
  const price = amount.map((units) => Money.of(units, currency));
  const breaks = fc
    .uniqueArray(fc.constantFrom(1, 2, 3, 5, 10), { maxLength: 3 })
    .chain((quantities) =>
      fc.tuple(
        ...quantities.map((minimumQuantity) =>
          price.map((one) => ({ minimumQuantity, price: one, compareAt: null })),
        ),
      ),
    );
  const list = fc.record({
    key: fc.constantFrom("company", "group", "market"),
    currency: fc.constant(currency),
    validity,
    prices: breaks,
  });
  return fc.record({
    variant: fc.constantFrom("a", "b", "c").map((one) => id<VariantId>(`variant_${one}`)),
    quantity: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 })),
    prices: fc.record({
      lists: fc
        .array(list, { maxLength: 3 })
        .map((lists) => lists.map(({ validity: window, ...rest }) => ({ ...rest, ...window }))),
      own: price.map((one) => ({ price: one, compareAt: null })),
    }),
    taxCategory: category,
  });
};

const anyCharge = (currency: string): fc.Arbitrary<Omit<ChargeToPrice, "id">> =>
  fc.record({
    steps: fc
      .tuple(fc.nat(2_000), fc.nat(500), fc.integer({ min: 0, max: 2_500 }))
      .map(([base, weight, free]) =>
        [base, weight, -Math.min(free, base + weight)].map((units) => ({
          amount: Money.of(units, currency),
          reason: "step",
        })),
      ),
    taxCategory: category,
  });

/** Ids in another order than that of the cart. */
const withIds = <T extends object>(
  name: string,
  parts: readonly T[],
): readonly (T & { readonly id: string })[] =>
  parts.map((part, index) => ({ ...part, id: `${name}${(index * 7 + 3) % 10}` }));

const anyDiscount = (
  currency: string,
  lines: readonly string[],
  deliveries: readonly string[],
): fc.Arbitrary<Omit<DiscountToApply, "id">> =>
  fc.record({
    amount: fc
      .oneof(fc.nat(10), fc.nat(5_000), fc.nat(100_000_000))
      .map((units) => Money.of(units, currency)),
    target: fc.oneof(
      fc.constant({ kind: "ORDER" } as const),
      fc.subarray([...lines]).map((some) => ({ kind: "LINES", lines: some }) as const),
      fc
        .constantFrom(null, ...deliveries)
        .map((delivery) => ({ kind: "DELIVERY", delivery }) as const),
    ),
    reason: fc.constant("Promotion"),
  });

const anyCartIn = (currency: string): fc.Arbitrary<CartToPrice> =>
  fc
    .record({
      lines: fc.array(anyLine(currency), { minLength: 1, maxLength: 7 }),
      delivery: fc.array(anyCharge(currency), { maxLength: 2 }),
      fees: fc.array(anyCharge(currency), { maxLength: 2 }),
      buyer: fc.record({
        address: fc.constantFrom(...ADDRESSES),
        exemption: fc.constantFrom(null, null, null, null, null, null, null, "Reverse charge"),
        paymentMethod: fc.constantFrom(null, "cash", "card"),
      }),
    })
    .chain(({ lines: someLines, delivery: deliveries, fees, buyer }) => {
      const lines = withIds("line", someLines);
      const delivery = withIds("delivery", deliveries);
      return fc
        .array(
          anyDiscount(
            currency,
            lines.map((one) => one.id),
            delivery.map((one) => one.id),
          ),
          { maxLength: 4 },
        )
        .map((discounts) => ({
          lines,
          delivery,
          fees: withIds("fee", fees),
          discounts: withIds("discount", discounts),
          buyer,
        }));
    });

/** Carts with prices, discounts, charges, taxes and roundings of every kind. */
export const anyCart: fc.Arbitrary<AnyCart> = fc
  .constantFrom("JPY", "EUR", "KWD", "CHF")
  .chain((currency) => fc.record({ cart: anyCartIn(currency), terms: anyTerms(currency) }));
