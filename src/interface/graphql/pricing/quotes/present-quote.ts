import type { VariantId } from "../../../../domain/catalog/ids.js";
import type {
  PriceStep,
  Quote,
  QuotedAmounts,
  QuotedDiscount,
  QuotedLine,
  QuotedTax,
  QuoteTotals,
} from "../../../../domain/pricing/quote/quote.js";
import { percentage } from "../../../../domain/pricing/tax/percentage.js";
import type { Money } from "../../../../domain/shared/money.js";
import { type MoneySource, presentMoney } from "../../money/money-presenter.js";

type Presented<Amounts> = {
  readonly [Name in keyof Amounts]: Amounts[Name] extends Money ? MoneySource : Amounts[Name];
};

export type QuoteTotalsSource = Presented<QuoteTotals>;
export type QuoteDiscountSource = Presented<QuotedDiscount>;
export interface QuoteTaxSource extends Presented<Omit<QuotedTax, "partsPerMillion">> {
  readonly percentage: string;
}
export interface PriceStepSource extends Presented<Omit<PriceStep, "facts">> {
  readonly priceList: string | null;
  readonly minQuantity: number | null;
  readonly tax: string | null;
  readonly percentage: string | null;
  readonly isOwed: boolean | null;
  readonly isCompound: boolean | null;
}
export interface QuoteChargeSource extends Presented<
  Omit<QuotedAmounts, "id" | "taxes" | "breakdown">
> {
  readonly taxes: readonly QuoteTaxSource[];
  readonly priceBreakdown: readonly PriceStepSource[];
}
export interface QuoteLineSource extends QuoteChargeSource {
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly unitPrice: MoneySource;
  readonly compareAtPrice: MoneySource | null;
  readonly priceList: string | null;
}

/** What a quote is answered from. */
export interface QuoteSource {
  readonly taxZone: string | null;
  readonly lines: readonly QuoteLineSource[];
  readonly delivery: readonly QuoteChargeSource[];
  readonly fees: readonly QuoteChargeSource[];
  readonly discounts: readonly QuoteDiscountSource[];
  readonly taxes: readonly QuoteTaxSource[];
  readonly totals: QuoteTotalsSource;
  readonly priceBreakdown: readonly PriceStepSource[];
}

export const presentQuote = (quote: Quote): QuoteSource => ({
  taxZone: quote.taxZone,
  lines: quote.lines.map(presentLine),
  delivery: quote.delivery.map(presentCharge),
  fees: quote.fees.map(presentCharge),
  discounts: quote.discounts.map(presentDiscount),
  taxes: quote.taxes.map(presentTax),
  totals: presentTotals(quote.totals),
  priceBreakdown: quote.breakdown.map(presentStep),
});

/** Works each amount out when it is read: most answers show a few of them. */
class ChargeSource implements QuoteChargeSource {
  readonly #charge: QuotedAmounts;

  constructor(charge: QuotedAmounts) {
    this.#charge = charge;
  }

  get subtotal(): MoneySource {
    return presentMoney(this.#charge.subtotal);
  }

  get discount(): MoneySource {
    return presentMoney(this.#charge.discount);
  }

  get net(): MoneySource {
    return presentMoney(this.#charge.net);
  }

  get tax(): MoneySource {
    return presentMoney(this.#charge.tax);
  }

  get gross(): MoneySource {
    return presentMoney(this.#charge.gross);
  }

  get taxes(): readonly QuoteTaxSource[] {
    return this.#charge.taxes.map(presentTax);
  }

  get priceBreakdown(): readonly PriceStepSource[] {
    return this.#charge.breakdown.map(presentStep);
  }
}

class LineSource extends ChargeSource implements QuoteLineSource {
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly priceList: string | null;
  readonly #line: QuotedLine;

  constructor(line: QuotedLine) {
    super(line);
    this.#line = line;
    this.variantId = line.variant;
    this.quantity = line.quantity;
    this.priceList = line.priceList;
  }

  get unitPrice(): MoneySource {
    return presentMoney(this.#line.unitPrice);
  }

  get compareAtPrice(): MoneySource | null {
    const { compareAt } = this.#line;
    return compareAt && presentMoney(compareAt);
  }
}

export const presentLine = (line: QuotedLine): QuoteLineSource => new LineSource(line);

export const presentCharge = (charge: QuotedAmounts): QuoteChargeSource => new ChargeSource(charge);

export const presentDiscount = ({
  requested,
  amount,
  ...discount
}: QuotedDiscount): QuoteDiscountSource => ({
  ...discount,
  requested: presentMoney(requested),
  amount: presentMoney(amount),
});

export const presentTax = ({
  partsPerMillion,
  net,
  amount,
  ...tax
}: QuotedTax): QuoteTaxSource => ({
  ...tax,
  percentage: percentage(partsPerMillion),
  net: presentMoney(net),
  amount: presentMoney(amount),
});

export const presentTotals = (totals: QuoteTotals): QuoteTotalsSource => ({
  subtotal: presentMoney(totals.subtotal),
  discount: presentMoney(totals.discount),
  delivery: presentMoney(totals.delivery),
  fees: presentMoney(totals.fees),
  net: presentMoney(totals.net),
  tax: presentMoney(totals.tax),
  gross: presentMoney(totals.gross),
  payableRounding: presentMoney(totals.payableRounding),
  total: presentMoney(totals.total),
});

export const presentStep = ({ amount, base, facts, ...step }: PriceStep): PriceStepSource => ({
  ...step,
  amount: presentMoney(amount),
  base: presentMoney(base),
  priceList: facts.priceList ?? null,
  minQuantity: facts.minimumQuantity ?? null,
  tax: facts.tax?.tax ?? null,
  percentage: facts.tax ? percentage(facts.tax.partsPerMillion) : null,
  isOwed: facts.tax?.isOwed ?? null,
  isCompound: facts.tax?.isCompound ?? null,
});
