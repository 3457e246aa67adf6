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
