import type { VariantId } from "../../../domain/catalog/ids.js";
import { VariantNotFound } from "../../../domain/catalog/catalog.js";
import { NegativePrice } from "../../../domain/pricing/errors.js";
import type {
  ChargeToPrice,
  DiscountToApply,
} from "../../../domain/pricing/quote/cart-to-price.js";
import {
  DiscountOnLinesAndDelivery,
  InvalidLineQuantity,
  UnknownQuoteLine,
} from "../../../domain/pricing/quote/errors.js";
import { TaxCategoryNotFound } from "../../../domain/pricing/tax-settings/errors.js";
import type { TaxCategory } from "../../../domain/pricing/tax/tax-category.js";
import { isUnknownTaxCode, taxCategoryOf } from "../../../domain/pricing/tax/tax-category-of.js";
import { Money } from "../../../domain/shared/money.js";
import type { Problems } from "../../../domain/shared/problems.js";
import { text } from "../../../domain/shared/text.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import { parseId } from "../../shared/ids.js";
import type {
  QuoteChargeRequest,
  QuoteDiscountRequest,
  QuoteLineRequest,
} from "./quote-request.js";

export const MAX_QUOTE_LINES = 200;
/** How many discounts, deliveries and fees a quote has at most, each. */
export const MAX_QUOTE_PARTS = 100;
export const MAX_LINE_QUANTITY = 1_000_000;

/** The id of a line, a discount, a delivery or a fee: in the order of the positions. */
export const partId = (position: number): string => String(position).padStart(3, "0");

/** The variants of the lines, in their order. Problems are collected. */
export const quotedVariants = (
  lines: readonly QuoteLineRequest[],
  problems: Problems,
): readonly VariantId[] => {
  checkCount("lines", lines, MAX_QUOTE_LINES, problems);
  return lines.flatMap(({ variantId, quantity }, index) => {
    const path = ["lines", String(index)];
    const id = parseId("variant", variantId);
    if (!id) problems.add(new VariantNotFound(variantId, [...path, "variantId"]));
    if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > MAX_LINE_QUANTITY)
      problems.add(new InvalidLineQuantity(quantity, MAX_LINE_QUANTITY, [...path, "quantity"]));
    return id ?? [];
  });
};

export const quotedDiscounts = (
  discounts: readonly QuoteDiscountRequest[],
  lines: readonly QuoteLineRequest[],
  currency: string,
  problems: Problems,
): readonly DiscountToApply[] => {
  checkCount("discounts", discounts, MAX_QUOTE_PARTS, problems);
  return discounts.map(({ amount, reason, lines: named, onDelivery }, index) => {
    const path = ["discounts", String(index)];
    const positions = named?.length ? named : null;
    if (onDelivery && positions) problems.add(new DiscountOnLinesAndDelivery(path));
    for (const [at, position] of (positions ?? []).entries())
      if (!lines[position])
        problems.add(new UnknownQuoteLine(String(position), [...path, "lines", String(at)]));
    return {
      id: partId(index),
      amount: amountOf(amount, currency, path, problems),
      reason: reasonOf(reason, path, problems),
      target: onDelivery
        ? { kind: "DELIVERY", delivery: null }
        : positions
          ? { kind: "LINES", lines: positions.map(partId) }
          : { kind: "ORDER" },
    };
  });
};

export const quotedCharges = (
  name: "delivery" | "fees",
  charges: readonly QuoteChargeRequest[],
  categories: readonly TaxCategory[],
  currency: string,
  problems: Problems,
): readonly ChargeToPrice[] => {
  checkCount(name, charges, MAX_QUOTE_PARTS, problems);
  return charges.map(({ amount, reason, taxCategory, taxable }, index) => {
    const path = [name, String(index)];
    const taxCode = taxCategory ?? null;
    if (taxCode !== null && (categories.length === 0 || isUnknownTaxCode(taxCode, categories)))
      problems.add(new TaxCategoryNotFound(taxCode, [...path, "taxCategory"]));
    return {
      id: `${name} ${partId(index)}`,
      steps: [
        {
          amount: amountOf(amount, currency, path, problems),
          reason: reasonOf(reason, path, problems),
        },
      ],
      taxCategory: taxCategoryOf({ taxable: taxable ?? true, taxCode }, categories),
    };
  });
};

const amountOf = (
  raw: string,
  currency: string,
  path: readonly string[],
  problems: Problems,
): Money => {
  const money = problems.collect(() => Money.parse(raw, currency), ...path, "amount");
  if (money && money.minorUnits < 0) problems.add(new NegativePrice(raw, [...path, "amount"]));
  return money ?? Money.of(0, currency);
};

const reasonOf = (raw: string, path: readonly string[], problems: Problems): string =>
  problems.collect(() => text(raw, { what: "A reason", min: 1, max: 255 }), ...path, "reason") ??
  raw;

const checkCount = (
  name: string,
  parts: readonly unknown[],
  limit: number,
  problems: Problems,
): void => {
  if (parts.length > limit)
    problems.add(new TooMany(`${name} of a quote`, parts.length, limit).prefixPath([name]));
};
