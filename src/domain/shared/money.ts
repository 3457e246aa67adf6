import { fractionDigits } from "./currencies.js";
import { DomainError } from "./domain-error.js";

/**
 * An exact amount, counted in the minor unit of its currency (ISO 4217): cents, pence, whole yen,
 * fils.
 */
export class Money {
  private constructor(
    readonly minorUnits: number,
    readonly currency: string,
  ) {}

  /**
   * @throws UnknownCurrency, RangeError when the amount is not a whole safe number of minor units
   */
  static of(minorUnits: number, currency: string): Money {
    if (!Number.isSafeInteger(minorUnits))
      throw new RangeError(`Money is counted in whole minor units, not ${minorUnits}.`);
    fractionDigits(currency);
    return new Money(minorUnits + 0, currency);
  }

  /**
   * Reads a decimal with a point: `"12.9"` is 1290 EUR cents. Decimals beyond those of the currency
   * must be zeros.
   * @throws InvalidAmount, UnknownCurrency
   */
  static parse(decimal: string, currency: string): Money {
    const digits = fractionDigits(currency);
    const match = /^(-?)(\d{1,15})(?:\.(\d*))?$/.exec(decimal);
    const [, sign = "", whole = "", fraction = ""] = match ?? [];
    if (!match || /[^0]/.test(fraction.slice(digits))) throw new InvalidAmount(decimal, currency);
    const minorUnits = Number(whole + fraction.slice(0, digits).padEnd(digits, "0"));
    if (!Number.isSafeInteger(minorUnits)) throw new InvalidAmount(decimal, currency);
    return Money.of(sign === "-" ? -minorUnits : minorUnits, currency);
  }

  /**
   * The decimal form with all digits of the currency: `"12.90"`, `"1290"` (yen), `"1.290"` (dinar).
   */
  toDecimal(): string {
    const digits = fractionDigits(this.currency);
    const units = String(Math.abs(this.minorUnits)).padStart(digits + 1, "0");
    const sign = this.minorUnits < 0 ? "-" : "";
    return digits === 0
      ? sign + units
      : `${sign}${units.slice(0, -digits)}.${units.slice(-digits)}`;
  }

  plus(other: Money): Money {
    return Money.of(this.minorUnits + this.unitsOf(other), this.currency);
  }

  minus(other: Money): Money {
    return Money.of(this.minorUnits - this.unitsOf(other), this.currency);
  }

  times(quantity: number): Money {
    return Money.of(this.minorUnits * quantity, this.currency);
  }

  isAbove(other: Money): boolean {
    return this.minorUnits > this.unitsOf(other);
  }

  equals(other: Money): boolean {
    return this.currency === other.currency && this.minorUnits === other.minorUnits;
  }

  /**
   * Shares the amount out by whole, non-negative weights. No unit is lost: leftovers go to the
   * largest remainders (the largest-remainder method), ties to the earlier share; a weight of zero
   * gets nothing.
   */
  split(weights: readonly number[]): Money[] {
    const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
    if (total <= 0n || weights.some((weight) => weight < 0))
      throw new RangeError(
        "Money is split by weights that are not negative, at least one of them positive.",
      );
    const amount = BigInt(Math.abs(this.minorUnits));
    const shares = weights.map((weight, index) => {
      const exact = amount * BigInt(weight);
      return { index, units: exact / total, remainder: exact % total };
    });
    let left = amount - shares.reduce((sum, { units }) => sum + units, 0n);
    const byRemainder = shares.toSorted((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
    );
    for (const share of byRemainder) {
      if (left-- <= 0n) break;
      share.units += 1n;
    }
    return shares.map(({ units }) =>
      Money.of(Math.sign(this.minorUnits) * Number(units), this.currency),
    );
  }

  private unitsOf(other: Money): number {
    if (other.currency !== this.currency) throw new CurrencyMismatch(this.currency, other.currency);
    return other.minorUnits;
  }
}

export class CurrencyMismatch extends DomainError {
  readonly code = "CURRENCY_MISMATCH";

  constructor(
    readonly expected: string,
    readonly actual: string,
  ) {
    super(`${actual} cannot be combined with ${expected}. Use one currency.`);
  }
}

export class InvalidAmount extends DomainError {
  readonly code = "INVALID_AMOUNT";

  constructor(
    readonly amount: string,
    readonly currency: string,
  ) {
    super(
      `"${amount}" is not an amount in ${currency}. Use digits with a point and at most ${fractionDigits(currency)} decimals.`,
    );
  }
}
