import type { MoneyRange } from "../../../src/domain/listing/listing.js";
import { Money } from "../../../src/domain/shared/money.js";

/** Money as a plain record, because a class does not survive structuredClone. */
export interface StoredMoney {
  readonly minorUnits: number;
  readonly currency: string;
}

export const storedMoney = ({ minorUnits, currency }: Money): StoredMoney => ({
  minorUnits,
  currency,
});
export const restoredMoney = ({ minorUnits, currency }: StoredMoney): Money =>
  Money.of(minorUnits, currency);

export interface StoredRange {
  readonly min: StoredMoney;
  readonly max: StoredMoney;
}

export const storedRange = (range: MoneyRange | null): StoredRange | null =>
  range && { min: storedMoney(range.min), max: storedMoney(range.max) };
export const restoredRange = (range: StoredRange | null): MoneyRange | null =>
  range && { min: restoredMoney(range.min), max: restoredMoney(range.max) };
