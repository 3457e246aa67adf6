import { Money } from "../../shared/money.js";
import { payable, payableRoundingFor } from "../rounding/payable-rounding.js";
import type { TaxSums } from "./apply-taxes.js";
import type { PricedCart } from "./priced-cart.js";
import type { PricedItem } from "./priced-item.js";
import type { PricedLine } from "./price-lines.js";
import type { Quote, QuotedAmounts, QuotedLine, QuotedTax } from "./quote.js";
import { quoteBreakdown } from "./quote-breakdown.js";

type ToMoney = (minorUnits: number) => Money;

export const presentQuote = (priced: PricedCart): Quote => {
  const { lines, delivery, fees, discounts, taxes } = priced;
  const { currency } = priced.terms;
  const money: ToMoney = (minorUnits) => Money.of(minorUnits, currency);
  const items = [...lines.map(({ item }) => item), ...delivery, ...fees];
  const gross = sumOf(items, ({ amount }) => amount);
  const net = sumOf(items, (item) => item.net);
  const rounding = payableRoundingFor(
    priced.terms.payableRounding,
    priced.cart.buyer.paymentMethod,
  );
  const total = payable(gross, rounding);
  const chargeOf = (item: PricedItem): QuotedAmounts =>
    presentCharge(item, taxes.owedBy.get(item), money);
  return {
    currency,
    lines: lines.map((line) => presentLine(line, taxes.owedBy.get(line.item), money)),
    delivery: delivery.map(chargeOf),
    fees: fees.map(chargeOf),
    discounts: discounts.map(({ discount, amount }) => ({
      id: discount.id,
      reason: discount.reason,
      requested: discount.amount,
      amount: money(amount),
    })),
    taxes: presentTaxes(taxes.owed, money),
    taxZone: taxes.zone,
    taxSource: priced.taxSource,
    totals: {
      subtotal: money(sumOf(lines, ({ item }) => item.subtotal)),
      discount: money(sumOf(discounts, ({ amount }) => amount)),
      delivery: money(sumOf(delivery, ({ subtotal }) => subtotal)),
      fees: money(sumOf(fees, ({ subtotal }) => subtotal)),
      net: money(net),
      tax: money(gross - net),
      gross: money(gross),
      payableRounding: money(total - gross),
      total: money(total),
    },
    breakdown: quoteBreakdown(priced, total - gross),
  };
};

const sumOf = <T>(parts: readonly T[], amount: (part: T) => number): number =>
  parts.reduce((sum, part) => sum + amount(part), 0);

const presentLine = (
  { line, chosen, item }: PricedLine,
  taxes: TaxSums | undefined,
  money: ToMoney,
): QuotedLine => ({
  // Written out: spreading a new object costs as much as all the rest of pricing a line.
  id: item.id,
  subtotal: money(item.subtotal),
  discount: money(item.discount),
  net: money(item.net),
  tax: money(item.amount - item.net),
  gross: money(item.amount),
  taxes: presentTaxes(taxes, money),
  breakdown: item.steps,
  variant: line.variant,
  quantity: line.quantity,
  unitPrice: chosen.price,
  compareAt: chosen.compareAt,
  priceList: chosen.priceList,
});

const presentCharge = (
  item: PricedItem,
  taxes: TaxSums | undefined,
  money: ToMoney,
): QuotedAmounts => ({
  id: item.id,
  subtotal: money(item.subtotal),
  discount: money(item.discount),
  net: money(item.net),
  tax: money(item.amount - item.net),
  gross: money(item.amount),
  taxes: presentTaxes(taxes, money),
  breakdown: item.steps,
});

const presentTaxes = (taxes: TaxSums | undefined, money: ToMoney): readonly QuotedTax[] =>
  Array.from(taxes?.values() ?? [], ({ applied, net, amount }) => ({
    tax: applied.tax,
    partsPerMillion: applied.partsPerMillion,
    isCompound: applied.isCompound,
    net: money(net),
    amount: money(amount),
  }));
