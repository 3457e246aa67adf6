import { compareText } from "../compare-text.js";
import { allocate, allocateExactly } from "../rounding/allocate.js";
import { roundedPart, roundedQuotient, type Fraction } from "../rounding/fraction.js";
import type { RoundingMode } from "../rounding/rounding-mode.js";
import type { TaxedAmount } from "./taxed-amount.js";

/** What is taxed at one rate: which amount, and which of its taxes that rate is. */
interface AtRate {
  readonly index: number;
  readonly tax: number;
  readonly amount: number;
  readonly part: Fraction;
}

/**
 * The taxes on each amount when each rate is rounded once: the exact taxes of a rate are added, the
 * sum is rounded, and then split over the amounts in proportion to their exact taxes by largest
 * remainder. Included taxes of an amount never exceed it: a unit that is left over passes an amount
 * by that other rates have used up.
 */
export const amountsPerRate = (
  amounts: readonly TaxedAmount[],
  mode: RoundingMode,
  areIncluded: boolean,
): readonly (readonly number[])[] => {
  const answer = amounts.map(({ taxes }) => taxes.map(() => 0));
  const rates = [...byRate(amounts)].toSorted(([a], [b]) => compareText(a, b));
  const left = areIncluded && rates.length > 1 ? amounts.map(({ amount }) => amount) : null;
  for (const [, taxed] of rates) {
    const room = left && taxed.map(({ index }) => left[index] ?? 0);
    for (const [position, share] of sharesOf(taxed, mode, room).entries()) {
      const { index, tax } = taxed[position] ?? { index: 0, tax: 0 };
      const taxes = answer[index];
      if (taxes) taxes[tax] = share;
      if (left) left[index] = (left[index] ?? 0) - share;
    }
  }
  return answer;
};

const byRate = (amounts: readonly TaxedAmount[]): ReadonlyMap<string, AtRate[]> => {
  const rates = new Map<string, AtRate[]>();
  for (const [index, { amount, taxes }] of amounts.entries())
    for (const [tax, { key, part }] of taxes.entries()) {
      const entry = { index, tax, amount, part };
      const known = rates.get(key);
      if (known) known.push(entry);
      else rates.set(key, [entry]);
    }
  return rates;
};

/** @param room how much tax each amount may bear; null: any */
const sharesOf = (
  taxed: readonly AtRate[],
  mode: RoundingMode,
  room: readonly number[] | null,
): readonly number[] => {
  const part = taxed[0]?.part ?? { numerator: 0, denominator: 1 };
  if (taxed.every((one) => isSame(one.part, part))) {
    const amounts = taxed.map(({ amount }) => amount);
    const sum = amounts.reduce((all, amount) => all + amount, 0);
    const total = roundedPart(sum, part, mode);
    const shares = allocate(total, amounts);
    return !room || shares.every((share, index) => share <= (room[index] ?? 0))
      ? shares
      : allocateExactly(total, amounts.map(BigInt), room);
  }
  // The same rate is another part of the gross amount where other taxes are included beside it.
  const denominators = [...new Set(taxed.map((one) => one.part.denominator))];
  const common = denominators.reduce((all, one) => all * BigInt(one), 1n);
  const weights = taxed.map(
    ({ amount, part: { numerator, denominator } }) =>
      (BigInt(amount) * BigInt(numerator) * common) / BigInt(denominator),
  );
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  const total = Number(roundedQuotient(sum, common, mode));
  return allocateExactly(total, weights, room ?? undefined);
};

const isSame = (a: Fraction, b: Fraction): boolean =>
  a === b || (a.numerator === b.numerator && a.denominator === b.denominator);
