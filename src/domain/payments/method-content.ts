import { RepeatedEntry } from "../shared/repeated-entry.js";
import type { MarketId } from "../pricing/ids.js";
import { checkedKey, isKey } from "../pricing/pricing.js";
import { fractionDigits } from "../shared/currencies.js";
import { Problems } from "../shared/problems.js";
import { TooMany } from "../shared/too-many.js";
import { InvalidPaymentMethod } from "./errors.js";
import {
  checkedMethodTexts,
  checkedMethodTranslations,
  type MethodTexts,
  type MethodTranslation,
} from "./method-texts.js";

export const CAPTURE_MODES = ["AUTOMATIC", "MANUAL"] as const;
/** Whether money is taken at once, or held until staff take it. */
export type CaptureMode = (typeof CAPTURE_MODES)[number];

/** Between which totals a method is offered, in one currency. Minor units; null: any. */
export interface TotalLimit {
  /** ISO 4217. */
  readonly currency: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** The editable content of a payment method. */
export interface PaymentMethodContent extends MethodTexts {
  /** The name for programs. Unique. */
  readonly key: string;
  readonly translations: readonly MethodTranslation[];
  /** The key of the gateway; null for a method whose money comes outside of the shop. */
  readonly gateway: string | null;
  readonly capture: CaptureMode;
  /** In which markets; empty: in all of them. */
  readonly markets: readonly MarketId[];
  /** In which currencies (ISO 4217); empty: in all of them. */
  readonly currencies: readonly string[];
  /** At most one for each currency. */
  readonly totals: readonly TotalLimit[];
  /** For how many minutes the units of an order are held until it is paid. */
  readonly payWithinMinutes: number;
  /** Smaller ones come first. */
  readonly position: number;
  readonly isEnabled: boolean;
}

const MAX_NAMED = 100;
const MAX_MINUTES = 60 * 24 * 60;
const LAST_POSITION = 1_000_000;

/**
 * The content in its stored form.
 * @throws Refused with InvalidKey, InvalidText, InvalidLocaleTag, UnknownCurrency,
 * InvalidPaymentMethod, RepeatedEntry, TooMany
 */
export const checkedMethod = (content: PaymentMethodContent): PaymentMethodContent => {
  const problems = new Problems();
  const { key, gateway, payWithinMinutes, position } = content;
  problems.collect(() => checkedKey(key));
  const texts = problems.collect(() => checkedMethodTexts(content));
  const translations = problems.collect(
    () => checkedMethodTranslations(content.translations),
    "translations",
  );
  if (gateway !== null && !isKey(gateway))
    problems.add(new InvalidPaymentMethod("A gateway is named by its key.", ["gateway"]));
  const [markets, currencies] = [[...new Set(content.markets)], [...new Set(content.currencies)]];
  for (const [name, { length }] of [["markets", markets] as const, ["currencies", currencies]])
    if (length > MAX_NAMED) problems.add(new TooMany(String(name), length, MAX_NAMED));
  for (const [index, currency] of currencies.entries())
    problems.collect(() => fractionDigits(currency), "currencies", String(index));
  checkTotals(content.totals, problems);
  if (!isWholeBetween(payWithinMinutes, 1, MAX_MINUTES))
    problems.add(outOfRange("payWithinMinutes", 1, MAX_MINUTES));
  if (!isWholeBetween(position, 0, LAST_POSITION))
    problems.add(outOfRange("position", 0, LAST_POSITION));
  problems.throwIfAny();
  return {
    ...content,
    ...texts,
    translations: translations ?? [],
    markets,
    currencies,
    totals: content.totals.toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
};

const checkTotals = (totals: readonly TotalLimit[], problems: Problems): void => {
  if (totals.length > MAX_NAMED) problems.add(new TooMany("totals", totals.length, MAX_NAMED));
  const seen = new Set<string>();
  for (const [index, { currency, minimum, maximum }] of totals.entries()) {
    const path = ["totals", String(index)];
    problems.collect(() => fractionDigits(currency), ...path, "currency");
    if (seen.size === seen.add(currency).size)
      problems.add(new RepeatedEntry(currency, [...path, "currency"]));
    for (const [name, value] of [["minimum", minimum] as const, ["maximum", maximum] as const])
      if (value !== null && !isWholeBetween(value, 0, Number.MAX_SAFE_INTEGER))
        problems.add(new InvalidPaymentMethod("Use an amount of at least 0.", [...path, name]));
    if (minimum !== null && maximum !== null && minimum > maximum)
      problems.add(
        new InvalidPaymentMethod("The minimum is above the maximum.", [...path, "minimum"]),
      );
  }
};

const isWholeBetween = (number: number, least: number, most: number): boolean =>
  Number.isSafeInteger(number) && number >= least && number <= most;

const outOfRange = (field: string, least: number, most: number): InvalidPaymentMethod =>
  new InvalidPaymentMethod(`Use a whole number from ${least} to ${most}.`, [field]);
