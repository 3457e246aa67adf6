import { Problems } from "../../shared/problems.js";
import { checkValidity, isValidAt, overlapInTime, type Validity } from "../validity.js";
import { combinedRate, MILLION } from "./combined-rate.js";
import { InvalidTaxRate, TaxRatesOverlap, TaxRateTooHigh } from "./errors.js";

/** What a tax takes of the goods of a category in a zone, for a time. */
export interface TaxRate extends Validity {
  /** The key of the zone. */
  readonly zone: string;
  /** The key of the category. */
  readonly category: string;
  /** The name of the tax, as documents name it: VAT, GST, QST. */
  readonly tax: string;
  /** 190,000 is 19 %; 99,750 is 9.975 %. */
  readonly partsPerMillion: number;
  /**
   * Whether it is charged on the net amount and the taxes on it that are not compound, and not on
   * the net amount alone.
   */
  readonly isCompound: boolean;
}

/**
 * Checks a rate against the others of the shop.
 * @throws Refused with InvalidTaxRate, InvalidValidity, TaxRateTooHigh, TaxRatesOverlap
 */
export const checkTaxRate = (rate: TaxRate, others: readonly TaxRate[]): void => {
  const problems = new Problems();
  const { partsPerMillion, zone, category, tax } = rate;
  if (!Number.isSafeInteger(partsPerMillion) || partsPerMillion < 0)
    problems.add(new InvalidTaxRate(partsPerMillion, ["rate"]));
  problems.collect(() => checkValidity(rate));
  const besides = others.filter(
    (other) => other.zone === zone && other.category === category && overlapInTime(other, rate),
  );
  const same = besides.find((other) => other.tax === tax);
  if (same) problems.add(new TaxRatesOverlap(rate, same.from, same.until, ["from"]));
  else problems.collect(() => checkTogetherBelowWhole(rate, besides));
  problems.throwIfAny();
};

/** What is taken of a price with tax would otherwise be more than the price. */
const checkTogetherBelowWhole = (rate: TaxRate, besides: readonly TaxRate[]): void => {
  const starts = [rate, ...besides].map(({ from }) => from ?? new Date(-8.64e15));
  for (const moment of starts.filter((start) => isValidAt(rate, start))) {
    const together = besides.filter((other) => isValidAt(other, moment));
    const all = combinedRate([rate, ...together]) / MILLION;
    if (all >= MILLION)
      throw new TaxRateTooHigh(
        rate,
        all,
        together.map(({ tax }) => tax),
        ["rate"],
      );
  }
};
