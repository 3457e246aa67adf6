import type { Quote } from "../../domain/pricing/pricing.js";
import { Money } from "../../domain/shared/money.js";

/**
 * A value as it is stored: amounts as minor units, because all have the currency of the order, and
 * the rest as it is.
 */
type Stored<Value> = Value extends Money
  ? number
  : Value extends string | number | boolean | null | undefined
    ? Value
    : Value extends readonly (infer Item)[]
      ? readonly Stored<Item>[]
      : { readonly [Field in keyof Value]: Stored<Value[Field]> };

export type StoredQuote = Stored<Quote>;

type Amounts = Quote["fees"][number];
type Step = Quote["breakdown"][number];
type Tax = Quote["taxes"][number];

const units = ({ minorUnits }: Money): number => minorUnits;

export const storedQuote = (quote: Quote): StoredQuote => ({
  ...quote,
  lines: quote.lines.map(({ unitPrice, compareAt, ...line }) => ({
    ...line,
    ...storedAmounts(line),
    unitPrice: units(unitPrice),
    compareAt: compareAt && units(compareAt),
  })),
  delivery: quote.delivery.map(storedAmounts),
  fees: quote.fees.map(storedAmounts),
  discounts: quote.discounts.map((discount) => ({
    ...discount,
    requested: units(discount.requested),
    amount: units(discount.amount),
  })),
  taxes: quote.taxes.map(storedTax),
  totals: mapAmounts(quote.totals, units),
  breakdown: quote.breakdown.map(storedStep),
});

const storedAmounts = ({
  taxes,
  breakdown,
  id,
  ...amounts
}: Pick<Amounts, keyof Amounts>): Stored<Amounts> => {
  const { subtotal, discount, net, tax, gross } = amounts;
  return {
    id,
    ...mapAmounts({ subtotal, discount, net, tax, gross }, units),
    taxes: taxes.map(storedTax),
    breakdown: breakdown.map(storedStep),
  };
};

const storedTax = (tax: Tax): Stored<Tax> => ({
  ...tax,
  net: units(tax.net),
  amount: units(tax.amount),
});

const storedStep = (step: Step): Stored<Step> => ({
  ...step,
  amount: units(step.amount),
  base: units(step.base),
});

export const restoredQuote = (stored: StoredQuote): Quote => {
  const money = (minorUnits: number): Money => Money.of(minorUnits, stored.currency);
  const tax = (one: Stored<Tax>): Tax => ({
    ...one,
    net: money(one.net),
    amount: money(one.amount),
  });
  const step = (one: Stored<Step>): Step => ({
    ...one,
    amount: money(one.amount),
    base: money(one.base),
  });
  const charge = ({ id, taxes, breakdown, ...one }: Stored<Amounts>): Amounts => {
    const { subtotal, discount, net, tax: taxAmount, gross } = one;
    return {
      id,
      ...mapAmounts({ subtotal, discount, net, tax: taxAmount, gross }, money),
      taxes: taxes.map(tax),
      breakdown: breakdown.map(step),
    };
  };
  return {
    ...stored,
    lines: stored.lines.map((line) => ({
      ...line,
      ...charge(line),
      unitPrice: money(line.unitPrice),
      compareAt: line.compareAt === null ? null : money(line.compareAt),
    })),
    delivery: stored.delivery.map(charge),
    fees: stored.fees.map(charge),
    discounts: stored.discounts.map((discount) => ({
      ...discount,
      requested: money(discount.requested),
      amount: money(discount.amount),
    })),
    taxes: stored.taxes.map(tax),
    totals: mapAmounts(stored.totals, money),
    breakdown: stored.breakdown.map(step),
  };
};

const mapAmounts = <Name extends string, From, To>(
  amounts: Readonly<Record<Name, From>>,
  to: (amount: From) => To,
): Record<Name, To> =>
  Object.fromEntries(
    Object.entries<From>(amounts).map(([name, amount]) => [name, to(amount)]),
  ) as Record<Name, To>;
